import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { figuresIn, viewsOfCase } from '../../src/audit/index.js';
import type { DomainEvent } from '../../src/kernel/event.js';
import type { Instant } from '../../src/kernel/instant.js';
import { plainDate } from '../../src/kernel/plain-date.js';
import { knownBy } from '../../src/platform/past/known-history.js';
import { STARTED } from '../../src/workforce/domain/workforce.fixtures.js';
import {
  awardRateSet,
  CASE_REF,
  contributionSet,
  COUNCIL,
  deathRecorded,
  HISTORY_TO,
  paymentMade,
} from '../support/example-transfer-case.js';
import { recordedAcrossStreams } from '../support/recorded.js';

/**
 * Figures that were once answered about the past, by what was asked. A new version may add to them; it changes none: what
 * changes a rule, a rate or an organisation leaves what was known before it as it was. Never edit the file.
 */
const FROZEN = JSON.parse(
  readFileSync(new URL('../fixtures/frozen-answers.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The council paid for all the days of bridging. */
const bridged = {
  ...paymentMade,
  data: { ...paymentMade.data, from: plainDate('2024-04-10'), until: plainDate('2024-06-03') },
};
const ofCase = (event: DomainEvent) => ({ stream: `transfer-case-${CASE_REF}`, event });
const ofJob = (event: DomainEvent) => ({ stream: 'employment-EM-0000000001', event });
const events = recordedAcrossStreams(
  [
    ...HISTORY_TO.complete.map(ofCase),
    ofJob({ ...STARTED, data: { ...STARTED.data, caseRef: CASE_REF } }),
    ofCase(awardRateSet),
    ofCase(bridged),
    ofCase(contributionSet),
    ofCase(deathRecorded),
  ],
  { subject: CASE_REF, from: '2025-06-30T22:50:00.000Z' },
);

/** The figures at the end of each question: so many events known, and perhaps a day. */
function answerTo(question: string): Readonly<Record<string, string>> {
  const [known = '', day] = question.split(' on ');
  const knownAt = events[Number(known) - 1]?.recordedAt as Instant;
  const history = knownBy(
    { subject: CASE_REF, events },
    { knownAt, ...(day !== undefined && { asAt: plainDate(day) }) },
  );
  return Object.fromEntries(figuresIn(viewsOfCase(history, { organisation: COUNCIL })));
}

describe('figures that were answered about the past', () => {
  it.each(Object.keys(FROZEN))('with %s events known are what they were', (question) => {
    expect(answerTo(question)).toMatchObject(FROZEN[question]!);
  });

  it('are of several moments and days, with money known and money that waits', () => {
    const values = Object.values(FROZEN).flatMap((each) => Object.keys(each));
    expect(Object.keys(FROZEN).length).toBeGreaterThan(5);
    expect(values.filter((path) => path === 'liabilities.total.value').length).toBeGreaterThan(1);
    expect(values.filter((path) => path.startsWith('liabilities.total.missing')).length).toBeGreaterThan(1);
  });
});
