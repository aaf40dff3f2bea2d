import { describe, expect, it } from '@jest/globals';
import { pence } from '../../kernel/pence.js';
import { plainDate } from '../../kernel/plain-date.js';
import { DOCUMENT_ROUTES } from './document-route.js';
import {
  CREDIT_REASONS,
  LINE_KINDS,
  QUERY_REASONS,
  SUCCESSOR_REASONS,
  rechargeCatalogue,
  WITHDRAWAL_REASONS,
  type RechargeEvent,
} from './recharge.events.js';
import {
  accepted,
  approved,
  calculated,
  credited,
  creditRequested,
  issued,
  paid,
  queried,
  successorChosen,
  withdrawn,
} from './recharge.fixtures.js';

const whole = { ...calculated.data, supersedes: 'RC-0000000000' };
const events: readonly RechargeEvent[] = [
  { ...calculated, data: whole },
  approved,
  successorChosen,
  issued,
  queried(1),
  accepted(1),
  paid(100),
  creditRequested,
  credited,
  withdrawn,
];
const decode = ({ type, occurredOn }: RechargeEvent, data: unknown) =>
  rechargeCatalogue.decode({ type, schemaVersion: 1, occurredOn, data });
const reading = (event: RechargeEvent, change: object) => () => decode(event, { ...event.data, ...change });

describe('the events of a recharge', () => {
  it.each(events.map((event) => [event.type, event] as const))(
    'are read as they were written: %s',
    (_, event) => {
      expect(decode(event, JSON.parse(JSON.stringify(event.data)))).toStrictEqual(event);
    },
  );

  it('are these, and no others', () => {
    expect(rechargeCatalogue.types).toEqual(events.map(({ type }) => type));
  });

  it.each(events.map((event) => [event.type, event] as const))(
    'are not read without a fact that they must have: %s',
    (_, event) => {
      const mayBeAbsent = [
        ...['agreementId', 'agreementVersion', 'supersedes', 'purchaseOrder'],
        ...['countedPence', 'restsOn'],
      ];
      for (const key of Object.keys(event.data)) {
        const read = reading(event, { [key]: undefined });
        if (mayBeAbsent.includes(key)) expect(read).not.toThrow();
        else expect(read).toThrow(`/${key} is not there`);
      }
    },
  );

  it('are not read without a fact of a line that they must have', () => {
    const [line] = whole.lines;
    for (const key of Object.keys(line ?? {})) {
      const read = reading(calculated, { lines: [{ ...line, [key]: undefined }] });
      if (key === 'weeklyPence' || key === 'claimBefore') expect(read).not.toThrow();
      else expect(read).toThrow(`/lines/0/${key} is not there`);
    }
  });

  it.each<[string, RechargeEvent, readonly string[]]>([
    ['document', calculated, ['recharge', 'credit-note']],
    ['documentRoute', calculated, DOCUMENT_ROUTES],
    ['reasonCode', queried(1), QUERY_REASONS],
    ['reasonCode', credited, CREDIT_REASONS],
    ['reasonCode', withdrawn, WITHDRAWAL_REASONS],
    ['reasonCode', successorChosen, SUCCESSOR_REASONS],
  ])('know each word of a list, and no other: %s', (key, event, words) => {
    for (const word of words) expect(reading(event, { [key]: word })).not.toThrow();
    expect(reading(event, { [key]: 'something-else' })).toThrow(`/${key} is not one of ${words.join(', ')}`);
  });

  it('know the kinds of lines', () => {
    const [line] = calculated.data.lines;
    for (const kind of LINE_KINDS) expect(reading(calculated, { lines: [{ ...line, kind }] })).not.toThrow();
    expect(reading(calculated, { lines: [{ ...line, kind: 'other' }] })).toThrow(
      '/lines/0/kind is not one of',
    );
  });

  it('have money in whole pence and days that are in the calendar', () => {
    expect(reading(credited, { amountPence: 1.5 })).toThrow('/amountPence is not a whole number of pence');
    expect(reading(issued, { paymentDueOn: '2024-02-30' })).toThrow('/paymentDueOn is not a date');
    expect(decode(paid(1), paid(1).data).data).toMatchObject({
      amountPence: pence(1),
      paidOn: plainDate('2024-07-20'),
    });
  });
});
