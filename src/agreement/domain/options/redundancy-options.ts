import { choice, count, exact } from './option-kinds.js';

/** How redundancy pay and what goes with it is divided. */
export const REDUNDANCY_OPTIONS = {
  redundancyUnit: choice(
    'The unit in which what each body funded is weighed when redundancy pay is shared: time, or the hours or the money that was paid.',
    ['days', 'months', 'whole-years', 'hours-paid', 'money-paid'],
  ),
  redundancyPartYears: choice(
    'Whether the part of a month or year is kept, dropped or rounded to the nearest half where time is weighed in months or years.',
    ['kept', 'dropped', 'nearest-half'],
  ),
  redundancyService: choice(
    'Whether redundancy pay is shared over the whole employment, its last twenty years, or the complete years that count for the payment.',
    ['whole-employment', 'last-twenty-years', 'years-that-count'],
  ),
  redundancyFundingGap: choice(
    'Whether days that nobody funded while the contract went on are left out, or count for the last or the next funder.',
    ['left-out', 'last-funder', 'next-funder'],
  ),
  redundancyJointDays: choice(
    'Whether a day with several funders counts by their parts of it, equally, or for the one with the largest part.',
    ['share-of-the-day', 'equal', 'lead-funder'],
  ),
  redundancyOtherFunders: choice(
    'Whether a funder that is neither council nor NHS body has a share that nobody recovers, or is left out of the division.',
    ['own-share-not-recovered', 'left-out'],
  ),
  redundancyHoursAndPay: choice(
    'Whether more hours or higher pay under one funder make its time weigh more.',
    ['service-only', 'weighted-by-cost'],
  ),
  redundancyAboveStatutory: choice(
    'Whether redundancy pay above the statutory sum is shared when both bodies approved it before.',
    ['not-shared', 'shared-if-approved-before'],
  ),
  redundancyNoticeAndLeave: choice(
    'Whether statutory notice and leave untaken at the end of a job fall on the current funder or are shared as the redundancy pay is.',
    ['current-funder', 'same-split'],
  ),
  redundancyReserves: choice(
    'Whether money set aside in the account counts after or before what the insurer pays.',
    ['after-insurance', 'before-insurance'],
  ),
  redundancyEstatePercent: exact(
    'What the estate of an employer who died contributes to what is left after insurance and reserves, in per cent.',
    '0',
    0,
    100,
  ),
  redundancyCap: choice(
    'Whether there is a limit to what one body bears, as an amount or as a part of the statutory payment.',
    ['none', 'amount', 'percent-of-payment'],
  ),
  redundancyCapPence: count(
    'The most that one body bears, in pence; only where the limit is an amount.',
    0,
    0,
    10_000_000,
  ),
  redundancyCapPercent: exact(
    'The most that one body bears, in per cent of the statutory payment; only where the limit is such a part.',
    '100',
    0,
    100,
  ),
  redundancyMinimumPence: count(
    'Redundancy costs below this many pence are not shared; 0 for none.',
    0,
    0,
    1_000_000,
  ),
  redundancySeveralNhsBodies: choice(
    'Whether each of several NHS bodies answers for its own days, or the last one settles and collects from the others.',
    ['each-its-own-days', 'last-settles-and-collects'],
  ),
  redundancyTimeBarYears: count(
    'Years after it last funded from which a body owes nothing; 0 for no time bar.',
    0,
    0,
    50,
  ),
  redundancyPaidFirstBy: choice(
    'Whether the current funder pays the PA through the account and recovers from the others, or each body pays its share directly.',
    ['current-funder-then-recovers', 'each-direct'],
  ),
  redundancySelfFundedTime: choice(
    "Whether time that no public body funded is left out of the division or is the employer's own share.",
    ['left-out', 'employers-own-share'],
  ),
  redundancyBridgingDays: choice(
    'Whether a day of bridging counts for the body that was liable or the body that paid.',
    ['liable-body', 'payer-of-the-day'],
  ),
  redundancyPennyTie: choice('Who bears the odd penny when the remainders of a split are equal.', [
    'funder-on-last-day',
    'earlier-funder',
  ]),
};
