import 'reflect-metadata';
import { Global, Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus, CqrsModule, type ICommand } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { AgreementModule } from '../../src/agreement/agreement.module.js';
import { allCatalogues } from '../../src/app/composition.js';
import type { Clock } from '../../src/kernel/clock.js';
import type { Actor } from '../../src/kernel/event.js';
import { CLOCK } from '../../src/platform/clock/clock.module.js';
import type { CommandContext } from '../../src/platform/event-store/command-context.js';
import { EVENT_STORE } from '../../src/platform/event-store/event-store.js';
import { InMemoryEventStore } from '../../src/platform/event-store/in-memory/in-memory-event-store.js';
import { START } from '../../src/platform/event-store/position.js';
import { decodeStored } from '../../src/platform/event-store/recorded.js';
import type { Committed } from '../../src/platform/event-store/streams.js';
import { PastReads } from '../../src/platform/past/past-reads.js';
import { CurrentHistories } from '../../src/platform/projections/current-histories.js';
import { EventCatalogues } from '../../src/platform/projections/event-catalogues.js';
import type { SubjectHistory } from '../../src/platform/projections/projection.js';
import { IDENTITY_CHECK } from '../../src/recharge/index.js';
import { RechargeModule } from '../../src/recharge/recharge.module.js';
import { TransferCaseModule } from '../../src/transfer-case/index.js';
import { WorkforceModule } from '../../src/workforce/index.js';
import { namesNobody } from './names-nobody.js';
import { numberedUuid } from './recorded.js';
import { TickingClock } from './ticking-clock.js';

const CATALOGUES = new EventCatalogues(allCatalogues);
const ALL = 1_000_000;

/** The product's own commands on a store in memory: what is recorded is what the product would record, without a database. */
export class Office {
  private commands = 0;

  private constructor(
    readonly product: INestApplicationContext,
    readonly store: InMemoryEventStore,
  ) {}

  static async open(clock: Clock = new TickingClock()): Promise<Office> {
    const store = new InMemoryEventStore(clock);
    const module = InMemory.of(store, clock);
    return new Office(await NestFactory.createApplicationContext(module, { logger: false }), store);
  }

  async close(): Promise<void> {
    await this.product.close();
  }

  /** Carries out a command of the product for somebody of a body. */
  async send<State>(
    command: (context: CommandContext) => ICommand,
    by: Pick<Actor, 'organisation'> & Partial<Actor>,
  ): Promise<Committed<State>> {
    this.commands += 1;
    const commandId = numberedUuid(this.commands);
    const actor = { id: `${by.organisation} ${by.role ?? 'office'}`, role: 'office', ...by };
    const context = { actor, commandId, correlationId: commandId, causationId: commandId };
    return this.product.get(CommandBus).execute<ICommand, Committed<State>>(command(context));
  }

  /** All that was recorded of a case, a part of whose events a read model may read. */
  async historyOf(subject: string, prefixes?: readonly string[]): Promise<SubjectHistory> {
    return historyIn(this.store, subject, prefixes);
  }
}

async function historyIn(
  store: InMemoryEventStore,
  subject: string,
  prefixes: readonly string[] = [''],
): Promise<SubjectHistory> {
  const stored = await store.readAll(START, ALL);
  const events = stored
    .filter(({ type }) => prefixes.some((prefix) => type.startsWith(prefix)))
    .map((event) => decodeStored(event, CATALOGUES.catalogueOf(event)))
    .filter((each) => each.subject === subject);
  return { subject, events };
}

/** What the contexts find where the platform and its database would be. */
@Global()
@Module({})
class InMemory {
  static of(store: InMemoryEventStore, clock: Clock): DynamicModule {
    // A command that asks the database would fail here: none may.
    const noDatabase = {};
    const histories: Pick<CurrentHistories, 'of'> = {
      of: (_projection, subjects) => Promise.all(subjects.map((subject) => historyIn(store, subject))),
    };
    const providers = [
      { provide: CLOCK, useValue: clock },
      { provide: EVENT_STORE, useValue: store },
      { provide: EventCatalogues, useValue: CATALOGUES },
      { provide: DataSource, useValue: noDatabase },
      { provide: PastReads, useValue: noDatabase },
      { provide: CurrentHistories, useValue: histories },
      { provide: IDENTITY_CHECK, useValue: namesNobody },
    ];
    return {
      module: InMemory,
      imports: [CqrsModule.forRoot(), AgreementModule, TransferCaseModule, WorkforceModule, RechargeModule],
      providers,
      exports: providers.map(({ provide }) => provide),
    };
  }
}
