import { includes, type Period } from '../../../kernel/period.js';
import { pence, type Pence } from '../../../kernel/pence.js';
import { plainDate, type PlainDate } from '../../../kernel/plain-date.js';
import { dateInWords } from '../../../kernel/plain-date.js';
import { Refusal } from '../../../kernel/refusal.js';

/** The most that a week's pay may count for, by the day that the job ended (Employment Rights Act 1996 s.227). */
export interface WeekPayCap extends Period {
  readonly capPence: Pence;
  /** The Order, and the note "number unverified" where only its amount and dates were read. */
  readonly instrument: string;
  readonly source: string;
}

const CALCULATOR = 'GOV.UK redundancy pay calculator, rate table (alphagov/smart-answers)';
const CALCULATOR_HISTORY =
  'GOV.UK redundancy pay calculator, history of its rate table (alphagov/smart-answers)';
const order = (capPounds: number, from: string, until: string, instrument: string, source: string) => ({
  from: plainDate(from),
  until: plainDate(until),
  capPence: pence(capPounds * 100),
  instrument,
  source,
});

/**
 * Great Britain. A new Order is a new row, never an edit. The last row ends where no later Order is known, not because
 * the Order says so: a later day is refused until its row is here.
 */
export const WEEK_PAY_CAPS: readonly WeekPayCap[] = [
  // GOV.UK's first table gave 430 from 1 January 2012; the Order in force until 31 January said 400.
  order(400, '2011-02-01', '2012-02-01', 'SI 2010/2926', 'legislation.gov.uk/uksi/2010/2926'),
  order(430, '2012-02-01', '2013-02-01', 'SI 2011/3006 (number unverified)', CALCULATOR_HISTORY),
  order(450, '2013-02-01', '2014-04-06', 'SI 2012/3007 (number unverified)', CALCULATOR_HISTORY),
  order(464, '2014-04-06', '2015-04-06', 'SI 2014/382 (number unverified)', CALCULATOR_HISTORY),
  order(475, '2015-04-06', '2016-04-06', 'SI 2015/226', CALCULATOR_HISTORY),
  order(479, '2016-04-06', '2017-04-06', 'SI 2016/288 (number unverified)', CALCULATOR_HISTORY),
  order(489, '2017-04-06', '2018-04-06', 'SI 2017/175 (number unverified)', CALCULATOR_HISTORY),
  order(508, '2018-04-06', '2019-04-06', 'SI 2018/194 (number unverified)', CALCULATOR_HISTORY),
  order(525, '2019-04-06', '2020-04-06', 'SI 2019/324 (number unverified)', CALCULATOR),
  order(538, '2020-04-06', '2021-04-06', 'SI 2020/205 (number unverified)', CALCULATOR),
  order(544, '2021-04-06', '2022-04-06', 'SI 2021/208', CALCULATOR),
  order(571, '2022-04-06', '2023-04-06', 'SI 2022/182', CALCULATOR),
  order(643, '2023-04-06', '2024-04-06', 'SI 2023/318', CALCULATOR),
  order(700, '2024-04-06', '2025-04-06', 'SI 2024/213', CALCULATOR),
  order(719, '2025-04-06', '2026-04-06', 'SI 2025/348', CALCULATOR),
  order(751, '2026-04-06', '2027-04-06', 'SI 2026/310', CALCULATOR),
];

/** The law's cap for this day is not in the table, and a neighbouring year's cap would be a guess. */
export class NoKnownCap extends Refusal {
  override readonly name = 'NoKnownCap';
  readonly code = 'no-known-cap';
  readonly kind = 'conflict';
  override readonly facts: Readonly<Record<string, unknown>>;

  constructor(readonly lastDay: PlainDate) {
    super(
      `The statutory cap on a week’s pay for a job that ended on ${dateInWords(lastDay)} is not known here, ` +
        'so the redundancy payment cannot be worked out',
    );
    this.facts = { lastDay };
  }
}

/**
 * The cap in force when the job ended, in pence a week.
 *
 * @throws NoKnownCap for a day that no row covers.
 */
export function weekPayCapOn(lastDay: PlainDate): WeekPayCap {
  const cap = WEEK_PAY_CAPS.find((each) => includes(each, lastDay));
  if (cap === undefined) throw new NoKnownCap(lastDay);
  return cap;
}
