import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import type { SignInSettings } from '../../../platform/sign-in/sign-in-settings.js';
import { Assets } from '../../assets/assets.js';
import { PageRenderer } from '../../page/page-renderer.js';

const settings = { issuer: 'https://sign-in.example/tenant/v2.0' } as SignInSettings;
const renderer = new PageRenderer(new Assets(), settings, { now: () => new Date('2024-07-08T09:00:00Z') });
const request = { url: '/recharges/new', raw: {} as IncomingMessage } as FastifyRequest;

const sum = (amount: string) => ({ amount, currency: 'GBP' });
const pending = (fact: string, reason: string) => ({
  status: 'pending',
  missing: [{ fact, reason, suppliedBy: 'the NHS bodies' }],
});
const known = (amount: string) => ({ status: 'known', value: sum(amount) });
const disputed = pending('responsible-nhs-body', 'Two NHS bodies dispute it');
const cover = {
  receiptReference: 'REC-4',
  kind: 'respite-or-emergency',
  incurredOn: '2024-06-07',
  paid: sum('600.00'),
  charged: disputed,
};
const liabilities = {
  caseRef: 'TC-7F3K92QD1M',
  total: known('2970.00'),
  refundToPerson: known('0.00'),
  oneOffs: [cover],
  accountCredit: disputed,
  parked: { from: '2024-05-29', lastDay: '2024-06-25', days: 28, ...disputed },
  warnings: [],
};

/** What the page says, without its markup. */
const said = (changes: object = {}) => {
  const model = { title: 'Work out a recharge', fields: [], errors: [], key: 'key' };
  const page = { ...model, liabilities: { ...liabilities, ...changes } };
  return renderer
    .render({ template: 'pages/recharge-new.njk', model: page }, request)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
};

describe('what a case comes to before a recharge of it is worked out', () => {
  it('names the days that are in no total, whether they are held or in dispute, with what they wait for', () => {
    const days = 'Pending 29 May 2024 to 25 June 2024 are in no total yet. Two NHS bodies dispute it';
    expect(said()).toContain(days);
    const { parked: held } = liabilities;
    expect(said({ parked: undefined, held })).toContain(days);
    expect(said({ parked: undefined })).not.toContain(days);
  });

  it('names the one-off payments that wait with them, and no others', () => {
    const waiting =
      'Pending One-off payment REC-4 of 7 June 2024 (£600.00) is in no total yet. Two NHS bodies dispute it';
    expect(said()).toContain(waiting);
    expect(said({ oneOffs: [{ ...cover, charged: known('600.00') }] })).not.toContain('REC-4');
  });

  it('leaves it to the total to say what it waits for itself', () => {
    expect(said({ total: pending('one-off-approval', 'Nobody has said') })).not.toContain('REC-4');
  });

  it('shows that the credit of the account waits', () => {
    expect(said()).toContain('Taken off for money left unspent Pending Two NHS bodies dispute it');
  });
});
