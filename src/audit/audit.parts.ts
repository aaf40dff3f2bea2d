import { HistoryRow } from './projections/history/history.entity.js';
import { historyProjection } from './projections/history/project.js';

/** What the context brings to the processes that read the whole store. It records nothing of its own. */
export const auditProjections = [historyProjection];
export const auditEntities = [HistoryRow];
