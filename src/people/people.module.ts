import { Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AccessLog } from '../platform/access-log/access-log.js';
import type { PeopleSettings } from '../platform/config/people-settings.js';
import { createDataSource } from '../platform/persistence/data-source.js';
import { DATABASE_SETTINGS, type DatabaseSettings } from '../platform/persistence/database-settings.js';
import { PEOPLE_KEYS_SCHEMA, refuseOtherSchema } from '../platform/persistence/schema-state.js';
import { IDENTITY_CHECK } from '../recharge/index.js';
import { KEY_ENCRYPTION } from '../platform/sealing/key-encryption.js';
import { openKeyEncryption } from '../platform/sealing/open-key-encryption.js';
import { AccessLogController } from './api/access-log.controller.js';
import { ErasuresController } from './api/erasures.controller.js';
import { PeopleProblems } from './api/people-problems.js';
import { RetentionController } from './api/retention.controller.js';
import { PeopleController } from './api/people.controller.js';
import { CorrectDetails } from './commands/correct-details.js';
import { ErasureWorker } from './commands/erasure-worker.js';
import { Erasures } from './commands/erasures.js';
import { RecordPerson } from './commands/record-person.js';
import { RetentionListing } from './commands/retention-listing.js';
import { WriteDetails } from './commands/write-details.js';
import { Duplicates } from './records/duplicates.js';
import { ErasureRequests } from './records/erasure-requests.js';
import { IndexKeys } from './records/index-keys.js';
import { KeyedIndex } from './records/keyed-index.js';
import { PeopleTable } from './records/people-table.js';
import { PEOPLE_KEYS_DATABASE, PersonKeys } from './records/person-keys.js';
import { IdentityOfCase } from './records/identity-of-case.js';
import { RetentionFacts } from './records/retention-facts.js';
import { RetentionPolicies } from './records/retention-policies.js';
import { ReadPeople } from './records/read-people.js';

// A read asks for its keys once.
const KEYS_POOL = 4;

/** Who people are: names, NHS numbers, birth dates and contact details, sealed, found, shown and logged. */
@Module({})
export class PeopleModule implements OnApplicationShutdown {
  constructor(
    private readonly database: DataSource,
    @Inject(PEOPLE_KEYS_DATABASE) private readonly keysDatabase: DataSource,
  ) {}

  /**
   * @throws InvalidSetting when the key-encryption key cannot be used.
   * @throws OtherSchema when the database of people's keys is older or newer than the code.
   */
  static forRoot(settings: PeopleSettings): DynamicModule {
    return {
      module: PeopleModule,
      // Whoever issues a document asks whether it names somebody.
      global: true,
      controllers: [PeopleController, ErasuresController, RetentionController, AccessLogController],
      providers: [
        { provide: KEY_ENCRYPTION, useFactory: () => openKeyEncryption(settings) },
        {
          provide: PEOPLE_KEYS_DATABASE,
          inject: [DataSource, DATABASE_SETTINGS],
          useFactory: (database: DataSource, { databaseUrl }: DatabaseSettings) =>
            settings.keysDatabaseUrl === databaseUrl ? checked(database) : opened(settings.keysDatabaseUrl),
        },
        AccessLog,
        CorrectDetails,
        Duplicates,
        ErasureRequests,
        Erasures,
        ErasureWorker,
        { provide: IDENTITY_CHECK, useClass: IdentityOfCase },
        IndexKeys,
        KeyedIndex,
        PeopleProblems,
        PeopleTable,
        PersonKeys,
        ReadPeople,
        RecordPerson,
        RetentionFacts,
        RetentionListing,
        RetentionPolicies,
        WriteDetails,
      ],
      exports: [IDENTITY_CHECK, KEY_ENCRYPTION, ReadPeople],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.keysDatabase !== this.database) await this.keysDatabase.destroy();
  }
}

async function opened(databaseUrl: string): Promise<DataSource> {
  const database = await createDataSource({ databaseUrl, poolSize: KEYS_POOL }).initialize();
  try {
    return await checked(database);
  } catch (fault) {
    await database.destroy();
    throw fault;
  }
}

async function checked(database: DataSource): Promise<DataSource> {
  await refuseOtherSchema(database, PEOPLE_KEYS_SCHEMA);
  return database;
}
