export {
  foldTransferCase,
  type CaseRecord,
  type Liability,
  type LiabilityRule,
  type Payment,
  type Stage,
  type TransferCase,
  type WeeklySum,
} from './domain/transfer-case.js';
export type { Assistant, TransferCaseEvent, TransferCaseFact } from './domain/transfer-case.events.js';
