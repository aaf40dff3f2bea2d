export { nhsNumber, nhsNumberInGroups, type NhsNumber } from './domain/nhs-number/nhs-number.js';
export { ErasureWorker } from './commands/erasure-worker.js';
export { peopleRules } from './domain/people-rules.js';
export { PeopleModule } from './people.module.js';
export { RestrictedScheduleModule } from './restricted-schedule.module.js';
export { peopleWorkedExampleKinds } from './worked-examples/index.js';
export { KeyRotation, type WrappedCount } from './records/key-rotation.js';
export { retentionListingOn } from './commands/retention-listing-on.js';
export type { DuePerson } from './records/retention-policies.js';
