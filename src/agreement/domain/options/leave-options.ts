import { choice, exact } from './option-kinds.js';

/** Leave that was earned before the NHS body took over. */
export const LEAVE_OPTIONS = {
  leaveCutOff: choice(
    'On which day leave is cut off between the two bodies: the first day of liability, or the first day that the budget covers, which charges the council for weeks that the NHS body pays for.',
    ['liability-start', 'cover-start'],
  ),
  leaveRateDate: choice(
    'The hourly rate of which day leave is valued at: the first day of liability, so that a later rise is borne by the NHS body, or the first day that the budget covers.',
    ['liability-start', 'cover-start'],
  ),
  leaveYear: choice(
    'When the leave year of a PA begins: as each contract says, on 1 April or on 1 January.',
    ['as-the-contract-says', '1-april', '1-january'],
  ),
  leaveSettlement: choice('How the value of leave earned before the liability date reaches the new budget.', [
    'net-off-recharge',
    'council-pays-nhs',
    'retain-in-account',
    'nhs-absorbs',
  ]),
  leaveNegativeBalance: choice(
    'Whether leave that was taken before it was earned is settled too or counts as nothing owed.',
    ['settled-both-ways', 'floor-at-zero'],
  ),
  leaveOnCostPercent: exact(
    "The employer's on-costs on earned leave, in per cent of its value.",
    '0',
    0,
    100,
  ),
};
