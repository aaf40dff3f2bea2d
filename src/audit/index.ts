export { auditEntities, auditProjections } from './audit.parts.js';
export { AuditModule } from './audit.module.js';
export { HistoryQuery, type HistoryRow } from './projections/history/history.query.js';
export { checkWorkedExamples, type RowResult } from './rules-check/check-worked-examples.js';
export { countsOf, reportLines } from './rules-check/check-report.js';
export { readWorkedExamples, UnreadableExamples } from './rules-check/worked-examples-file.js';
