import {
  boundOptions,
  DEFAULT_OPTIONS,
  optionsOfCase,
  organisationDirectory,
} from '../../agreement/index.js';
import { eventsOf, type SubjectHistory } from '../../platform/projections/projection.js';
import {
  bodiesOfCase,
  foldTransferCase,
  liabilityLimits,
  nhsBodiesOf,
  type TransferCaseEvent,
} from '../../transfer-case/index.js';
import { settingOfCase, type CaseSetting } from '../domain/case-setting.js';
import { foldEmployments, type LoadedEmployment } from '../domain/employment.js';
import type { WorkforceEvent } from '../domain/workforce.events.js';

/** The event types that the figures of employments follow from. */
export const READS = ['workforce.', 'transfer-case.'] as const;

/** The employments of a case, and what it is to them. */
export interface EmploymentsOfCase {
  readonly setting: CaseSetting;
  /** True where another case goes on in its place, with the same PAs. */
  readonly isMerged: boolean;
  /** Every NHS body of the case, one after the other. */
  readonly nhsBodies: readonly string[];
  /** Those and the council: who may see the employments. */
  readonly bodies: readonly string[];
  readonly employments: readonly LoadedEmployment[];
}

/** The employments of a case with the setting that the case gives them; nothing for a subject that is no case. */
export function employmentsOfCase(history: SubjectHistory): EmploymentsOfCase | undefined {
  const state = foldTransferCase(eventsOf<TransferCaseEvent>(history, 'transfer-case.'));
  if (state.stage === 'none') return undefined;
  const reader = { options: boundOptions, defaults: DEFAULT_OPTIONS };
  const limits = liabilityLimits(state, optionsOfCase(state.agreement).transferBackNoticeDays);
  return {
    setting: settingOfCase(state, limits, reader, organisationDirectory),
    isMerged: state.stage === 'merged',
    nhsBodies: nhsBodiesOf(state),
    bodies: bodiesOfCase(state),
    employments: foldEmployments(eventsOf<WorkforceEvent>(history, 'workforce.')),
  };
}
