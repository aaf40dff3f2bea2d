import { choice, count } from './option-kinds.js';

/** Who bears what is paid once. */
export const ONE_OFF_OPTIONS = {
  oneOffForLaterUse: choice(
    'Training, checks and equipment that are bought in bridging for use after it: borne by the NHS body if approved before they were bought, or refused unless they were.',
    ['nhs-if-approved-before', 'refused-unless-approved-before'],
  ),
  oneOffAnnual: choice(
    'Whether a yearly cost in bridging, such as insurance, is shared by the days that it is good for or falls on whoever was liable when it was bought.',
    ['benefit-period', 'incurred-date'],
  ),
  oneOffBeforeLiability: choice(
    'Whether the council keeps the whole cost of what was bought before liability, or the NHS body bears the part that had not expired.',
    ['council', 'unexpired-by-benefit-period'],
  ),
  oneOffBackPay: choice(
    'Whether back pay for earlier weeks stays with the council that owed it, or falls on whoever was liable when it was paid.',
    ['council', 'incurred-date'],
  ),
  oneOffRespite: choice('Whether respite and emergency cover in bridging have a cap.', [
    'nhs',
    'nhs-up-to-cap',
  ]),
  oneOffRespiteCapPence: count(
    'The most of all respite and emergency cover in one bridging that the NHS body bears, in pence; only with a cap.',
    0,
    0,
    10_000_000,
  ),
};
