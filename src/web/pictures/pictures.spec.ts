import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, plainDate, type PlainDate } from '../../kernel/plain-date.js';
import { agedDebtPicture } from './aged-debt.js';
import { barsPicture } from './bars.js';
import { continuityPicture } from './continuity-strips.js';
import { fundingPicture, type FundingFacts } from './funding-timeline.js';
import { historyPicture } from './history-line.js';
import { WIDTH, type Box, type Mark, type Picture } from './picture.js';
import { splitPicture } from './split-bar.js';
import { fitted, inTwoLines, textWidth } from './text-width.js';
import { waterfallPicture } from './waterfall.js';

const sum = (amount: string) => ({ amount, currency: 'GBP' as const });
const day = plainDate;

const basis = {
  ...{ rule: 'FUNDING-COUNCIL', version: 1, title: 'The council funds', source: 'The Framework' },
  ...{ certainty: 'sourced' as const, inputs: {}, from: [] },
};
const period = (kind: string, from: string, lastDay?: string) => ({
  ...{ kind, from: day(from), ...(lastDay !== undefined && { lastDay: day(lastDay) }) },
  ...{ liableBody: 'QM7', payingBody: 'E10000015', missing: [], basis },
});

/** Everything that a mark covers, as left, right, top and bottom. */
function extentOf(mark: Mark): readonly [number, number, number, number] {
  switch (mark.kind) {
    case 'box':
      return [mark.x, mark.x + mark.width, mark.y, mark.y + mark.height];
    case 'line':
      return [mark.x1, mark.x2, mark.y1, mark.y2];
    case 'dot':
      return [mark.x - mark.radius, mark.x + mark.radius, mark.y - mark.radius, mark.y + mark.radius];
    case 'label': {
      const width = textWidth(mark.text);
      const left = mark.x - { start: 0, middle: width / 2, end: width }[mark.anchor];
      return [left, left + width, mark.y - 12, mark.y + 4];
    }
  }
}

function outside({ width, height, marks }: Picture): readonly Mark[] {
  return marks.filter((mark) => {
    const [left, right, top, bottom] = extentOf(mark);
    return !(left >= 0 && right <= width && top >= 0 && bottom <= height && left <= right);
  });
}

const boxes = ({ marks }: Picture) => marks.filter((mark): mark is Box => mark.kind === 'box');
const texts = ({ marks }: Picture) => marks.flatMap((mark) => (mark.kind === 'label' ? [mark.text] : []));

describe('the funding timeline', () => {
  const bridged: FundingFacts = {
    periods: [
      period('council', '2017-04-01', '2024-04-30'),
      period('bridging', '2024-05-01', '2024-06-25'),
      period('nhs', '2024-06-26'),
    ],
    deadlines: [{ kind: 'bridging-review', dueOn: day('2024-06-26') }],
    today: day('2024-06-30'),
  };

  it('puts each payer in a lane, to one scale of days', () => {
    const [council, bridging, nhs] = boxes(fundingPicture(bridged)) as [Box, Box, Box];
    expect([council.fill, bridging.fill, nhs.fill]).toEqual(['council', 'bridging', 'nhs']);
    // 42 days of council funding, 56 of bridging, and 5 of the budget with 21 to come: 124 days on 794 pixels.
    expect(council.x).toBe(158);
    expect(bridging.x).toBe(158 + Math.round((794 * 42) / 124));
    expect(nhs.x).toBe(158 + Math.round((794 * 98) / 124));
    expect(nhs.x + nhs.width).toBe(WIDTH - 8);
    expect([council.y, bridging.y, nhs.y]).toEqual([36, 72, 108]);
  });

  it('cuts years of council funding off, and says since when they run', () =>
    expect(texts(fundingPicture(bridged))).toContain('from 1 Apr 2017'));

  it('marks the day on which the bridging is to be looked at', () => {
    const picture = fundingPicture(bridged);
    const [, , nhs] = boxes(picture) as [Box, Box, Box];
    const limit = picture.marks.find((mark) => mark.kind === 'line' && mark.dashed);
    expect(limit).toMatchObject({ x1: nhs.x, x2: nhs.x });
    expect(texts(picture)).toContain('Bridging review: 26 June 2024');
  });

  it('says the same in a table', () =>
    expect(fundingPicture(bridged).table.rows[1]?.slice(0, 3)).toEqual([
      '1 May 2024',
      '25 June 2024',
      'Council bridges',
    ]));

  it('has no marks of a case of which nothing is known', () => {
    const picture = fundingPicture({ periods: [], deadlines: [], today: day('2024-06-30') });
    expect(boxes(picture)).toEqual([]);
    expect(picture.says).toBe('Nothing is known yet of who paid.');
  });

  it('draws a single day', () =>
    expect(
      boxes(
        fundingPicture({
          periods: [period('gap', '2024-05-01', '2024-05-01')],
          deadlines: [],
          today: day('2024-05-01'),
        }),
      ),
    ).toMatchObject([{ x: 158, width: 794, fill: 'nothing', dashed: true }]));

  it('says of days that wait for a fact what is missing and who can say', () => {
    const missing = [{ fact: 'delay', reason: 'Nobody has said', suppliedBy: 'the ICB' }];
    const { liableBody: _, ...held } = { ...period('held', '2024-05-01'), missing };
    const { table } = fundingPicture({ ...bridged, periods: [held] });
    expect(table.rows[0]?.[4]).toBe('Pending: Nobody has said. Who can say: the ICB');
  });
});

describe('the strips of the PAs', () => {
  const job = {
    assistantRef: 'PA-1',
    startedOn: day('2024-01-01'),
    end: { lastDay: day('2024-01-10'), reason: 'redundancy', recordId: 'a' },
    fundingPeriods: [
      {
        ...{ from: day('2024-01-01'), lastDay: day('2024-01-05'), recordId: 'b' },
        shares: [
          { funder: 'E10000015', weight: '1' },
          { funder: 'QM7', weight: '1' },
        ],
      },
    ],
  };
  const facts = { employments: [job], council: 'E10000015', today: day('2024-02-01') } as never;

  it('are in the colours of who paid, two side by side where two did, and empty where nobody is known to', () => {
    const [whole, council, nhs] = boxes(continuityPicture(facts)) as [Box, Box, Box];
    expect(whole).toMatchObject({ x: 158, width: 794, fill: 'nothing', dashed: true });
    expect(council).toMatchObject({ x: 158, width: 397, y: 16, height: 12, fill: 'council' });
    expect(nhs).toMatchObject({ x: 158, width: 397, y: 28, height: 12, fill: 'nhs' });
  });

  it('are not there where no job is recorded', () =>
    expect(
      boxes(continuityPicture({ employments: [], council: 'E10000015', today: day('2024-02-01') })),
    ).toEqual([]));
});

describe('the split bar', () => {
  const split = (...amounts: string[]) =>
    splitPicture({
      ...{ id: 'split', title: 'Who bears it', says: '' },
      parts: amounts.map((amount, index) => ({
        name: `Funder ${index + 1}`,
        fill: 'council',
        sum: sum(amount),
      })),
    });

  it('is as long for each as what they bear', () => {
    const [first, , second] = boxes(split('300.00', '100.00')) as [Box, Box, Box, Box];
    expect([first.x, first.width]).toEqual([8, 708]);
    expect([second.x, second.width]).toEqual([716, 236]);
  });

  it('has no length for nothing, and still names it', () => {
    const picture = split('0.00');
    expect(boxes(picture)).toHaveLength(1);
    expect(texts(picture)).toEqual(['Funder 1: £0.00']);
  });
});

describe('the waterfall of a recharge', () => {
  const line = (number: number, kind: string, amount: string) =>
    ({ number, kind, from: day('2024-05-01'), lastDay: day('2024-05-28'), amount: sum(amount) }) as never;
  const recharge = {
    lines: [line(1, 'bridging', '1000.00'), line(2, 'leave-credit', '-200.00')],
    ...{ total: sum('800.00'), paid: sum('300.00'), credited: sum('0.00'), outstanding: sum('500.00') },
  };

  it('begins each step where the one before it ended', () => {
    const picture = waterfallPicture(recharge);
    // 585 pixels from 278 on are 1,000 pounds; what is right of them is for the longest sum.
    expect(boxes(picture).map(({ x, width }) => [x, width])).toEqual([
      [278, 585],
      [746, 117],
      [278, 468],
      [570, 176],
      [570, 1],
      [278, 292],
    ]);
  });

  it('gives every sum as the recharge has it', () =>
    expect(waterfallPicture(recharge).table.rows).toEqual([
      ['1. Bridging, 1 May 2024 to 28 May 2024', '£1,000.00'],
      ['2. Leave credit, 1 May 2024 to 28 May 2024', '−£200.00'],
      ['Total', '£800.00'],
      ['Paid', '−£300.00'],
      ['Credited', '£0.00'],
      ['Outstanding', '£500.00'],
    ]));

  it('has its sum beside a bar as long as the whole picture, on paper where letters on it could not be read', () => {
    const whole = { ...recharge, lines: [line(1, 'bridging', '800.00')], paid: sum('0.00') };
    const { marks } = waterfallPicture({ ...whole, outstanding: whole.total });
    const [bar] = marks.filter((mark): mark is Box => mark.kind === 'box');
    const sums = marks.flatMap((mark) => (mark.kind === 'label' && mark.text === '£800.00' ? [mark] : []));
    expect(bar).toMatchObject({ x: 278, fill: 'bridging' });
    expect(sums).toHaveLength(3);
    expect(sums[0]).toMatchObject({ x: bar!.x + bar!.width + 6, anchor: 'start' });
    expect(sums[0]?.on).toBeUndefined();
    expect(sums.slice(1).map(({ on }) => on)).toEqual(['total', 'total']);
  });

  it('goes below nothing where money is to be returned', () => {
    const credit = {
      lines: [line(1, 'credit', '-50.00')],
      ...{ total: sum('-50.00'), paid: sum('0.00'), credited: sum('0.00'), outstanding: sum('-50.00') },
    };
    expect(boxes(waterfallPicture(credit))[0]).toMatchObject({ x: 278, width: 599, fill: 'credit' });
    expect(outside(waterfallPicture(credit))).toEqual([]);
  });
});

describe('the line of a history', () => {
  const at = (ordinal: number, recordedAt: string) => ({ ordinal, recordedAt, sentence: 'It happened' });
  const dots = (picture: Picture) => picture.marks.flatMap((mark) => (mark.kind === 'dot' ? [mark.x] : []));

  it('has a dot for each day on which something was recorded, to scale', () => {
    const three = ['2024-05-01', '2024-05-02', '2024-05-11'].map((on, index) =>
      at(index + 1, `${on}T09:00:00Z`),
    );
    expect(dots(historyPicture(three))).toEqual([18, 110, 942]);
  });

  it('draws a long stretch without an entry short, and writes in how long it was', () => {
    const picture = historyPicture([
      at(1, '2024-01-01T09:00:00Z'),
      at(2, '2024-01-11T09:00:00Z'),
      at(3, '2024-02-22T09:00:00Z'),
    ]);
    expect(dots(picture)).toEqual([18, 832, 942]);
    expect(texts(picture)).toContain('6 weeks');
  });

  it('counts days in London', () =>
    expect(dots(historyPicture([at(1, '2024-06-01T22:30:00Z'), at(2, '2024-06-01T23:30:00Z')]))).toHaveLength(
      2,
    ));

  it('shows the step that is looked at larger', () => {
    const picture = historyPicture([at(1, '2024-05-01T09:00:00Z'), at(2, '2024-05-02T09:00:00Z')], 2);
    expect(picture.marks.flatMap((mark) => (mark.kind === 'dot' ? [mark.radius] : []))).toEqual([6, 10]);
  });

  it('has nothing where nothing is recorded', () => expect(historyPicture([]).marks).toEqual([]));
});

describe('bars', () => {
  it('are all to one scale, and leave room for the longest figure', () => {
    const picture = barsPicture({
      ...{ id: 'bars', title: 'Cases by stage', says: '', table: { head: [], rows: [] } },
      rows: [
        { name: 'Bridging', parts: [{ size: 10, fill: 'council' }], text: '10' },
        { name: 'Completed', parts: [{ size: 5, fill: 'council' }], text: '5' },
        { name: 'Withdrawn', parts: [{ size: 0, fill: 'council' }], text: '0' },
      ],
    });
    const [first, second] = boxes(picture) as [Box, Box];
    expect(boxes(picture)).toHaveLength(2);
    expect(Math.abs(first.width - 2 * second.width)).toBeLessThanOrEqual(1);
    expect(texts(picture)).toEqual(['Bridging', '10', 'Completed', '5', 'Withdrawn', '0']);
    expect(outside(picture)).toEqual([]);
  });

  it('have a long name in two lines, whole', () => {
    const name = 'NHS Hertfordshire and West Essex ICB';
    const picture = barsPicture({
      ...{ id: 'bars', title: 'Exposure', says: '', table: { head: [], rows: [] } },
      rows: [{ name, parts: [{ size: 10, fill: 'nhs' }], text: '£10.00' }],
    });
    const [first, second] = texts(picture);
    expect(`${first} ${second}`).toBe(name);
    expect(outside(picture)).toEqual([]);
  });
});

describe('the bars of aged debt', () => {
  it('are as long for each age as what is unpaid for so long, with the sum of the API at the end', () => {
    const sums = ['100.00', '0.00', '50.00', '-5.00', '145.00'].map(sum);
    const picture = agedDebtPicture('aged', 'Unpaid', [{ text: 'Not yet accepted', sums }]);
    const [, , , , first, second, ...more] = boxes(picture) as [Box, Box, Box, Box, Box, Box];
    expect([first.fill, second.fill, more]).toEqual(['nothing', 'bridging', []]);
    expect(Math.abs(first.width - 2 * second.width)).toBeLessThanOrEqual(1);
    expect(second.x).toBe(first.x + first.width);
    expect(texts(picture)).toContain('£145.00');
    expect(outside(picture)).toEqual([]);
  });
});

describe('every picture', () => {
  const days = fc.integer({ min: 0, max: 4000 }).map((count) => addDays(day('2017-01-01'), count));
  const name = fc.string({ maxLength: 60 });
  const money = fc.integer({ min: -10_000_000, max: 10_000_000 }).map((amount) => {
    const digits = String(Math.abs(amount)).padStart(3, '0');
    return sum(`${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`);
  });
  const kinds = fc.constantFrom('council', 'held', 'bridging', 'nhs', 'transfer-back', 'gap');
  /** Days that cut a case into pieces without a hole. */
  const pieces = fc
    .tuple(
      fc.uniqueArray(days, { minLength: 1, maxLength: 7 }),
      fc.array(kinds, { minLength: 7 }),
      fc.boolean(),
    )
    .map(([cuts, each, open]) => {
      const sorted = [...cuts].sort();
      return sorted.map((from, index) => {
        const next = sorted[index + 1];
        const last: PlainDate | undefined =
          next === undefined ? (open ? undefined : addDays(from, 3)) : addDays(next, -1);
        return period(each[index] ?? 'gap', from, last);
      });
    });

  it('stays within its frame, its letters included', () => {
    fc.assert(
      fc.property(pieces, days, fc.array(days, { maxLength: 2 }), (periods, today, due) => {
        const deadlines = due.map((dueOn) => ({ kind: 'bridging-review', dueOn }));
        expect(outside(fundingPicture({ periods, deadlines, today }))).toEqual([]);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, money), { maxLength: 8 }), ([...parts]) => {
        const lines = parts.map(([kind, amount], index) => ({
          ...{ number: index + 1, kind, from: day('2024-05-01'), lastDay: day('2024-05-28'), amount },
        }));
        const [total = sum('0.00'), paid = total, credited = paid] = parts.map(([, amount]) => amount);
        const recharge = { lines, total, paid, credited, outstanding: total } as never;
        const picture = waterfallPicture(recharge);
        expect(outside(picture)).toEqual([]);
        const written = picture.marks.flatMap((mark) =>
          mark.kind === 'label' && mark.x > 278 ? [mark.text] : [],
        );
        expect(written).toEqual(picture.table.rows.map(([, amount]) => amount));
      }),
    );
    fc.assert(
      fc.property(fc.array(days, { maxLength: 30 }), (recorded) => {
        const moments = [...recorded]
          .sort()
          .map((on, index) => ({ ordinal: index + 1, recordedAt: `${on}T12:00:00Z`, sentence: 'It' }));
        expect(outside(historyPicture(moments, 1))).toEqual([]);
      }),
    );
  });

  it('cuts a name that is too long, and never makes it wider than its room', () => {
    fc.assert(
      fc.property(name, fc.integer({ min: 0, max: 300 }), (text, room) => {
        expect(textWidth(fitted(text, room))).toBeLessThanOrEqual(Math.max(room, 0));
      }),
    );
    expect(fitted('Hertfordshire County Council', 80)).toMatch(/^Hertf.*…$/);
    expect(fitted('Hertfordshire', 500)).toBe('Hertfordshire');
  });

  it('breaks a name between words into two lines at most, of which none is wider than its room', () => {
    fc.assert(
      fc.property(name, fc.integer({ min: 0, max: 300 }), (text, room) => {
        const lines = inTwoLines(text, room);
        expect(lines.length).toBeLessThanOrEqual(2);
        for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(room);
      }),
    );
    expect(inTwoLines('NHS Hertfordshire and West Essex ICB', 262)).toEqual([
      'NHS Hertfordshire and West',
      'Essex ICB',
    ]);
  });
});
