import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allCatalogues } from '../../src/app/composition.js';
import { viewsOfCase } from '../../src/audit/index.js';
import type { Correction, Decision } from '../../src/kernel/event.js';
import type { Instant } from '../../src/kernel/instant.js';
import { pence } from '../../src/kernel/pence.js';
import { addDays, plainDate, type PlainDate } from '../../src/kernel/plain-date.js';
import { Refusal } from '../../src/kernel/refusal.js';
import { InMemoryEventStore } from '../../src/platform/event-store/in-memory/in-memory-event-store.js';
import { START } from '../../src/platform/event-store/position.js';
import { decodeStored } from '../../src/platform/event-store/recorded.js';
import { Streams } from '../../src/platform/event-store/streams.js';
import { knownBy } from '../../src/platform/past/known-history.js';
import { EventCatalogues } from '../../src/platform/projections/event-catalogues.js';
import type { SubjectHistory } from '../../src/platform/projections/projection.js';
import { classifyDelay } from '../../src/transfer-case/domain/classify-delay/classify-delay.decision.js';
import type { CaseDecision } from '../../src/transfer-case/domain/case-decision.js';
import { decideEligibility } from '../../src/transfer-case/domain/decide-eligibility/decide-eligibility.decision.js';
import { recordDeath } from '../../src/transfer-case/domain/record-death/record-death.decision.js';
import { retractDeath } from '../../src/transfer-case/domain/record-death/retract-death.decision.js';
import { recordPayment } from '../../src/transfer-case/domain/record-payment/record-payment.decision.js';
import { reopenCase } from '../../src/transfer-case/domain/reopen-case/reopen-case.decision.js';
import { setAwardRate } from '../../src/transfer-case/domain/set-award-rate/set-award-rate.decision.js';
import { startPhbCover } from '../../src/transfer-case/domain/start-phb-cover/start-phb-cover.decision.js';
import { transferCase } from '../../src/transfer-case/domain/transfer-case.js';
import { changeTerms } from '../../src/workforce/domain/change-terms/change-terms.decision.js';
import { employment, type Employment } from '../../src/workforce/domain/employment.js';
import { endEmployment } from '../../src/workforce/domain/end-employment/end-employment.decision.js';
import { recordFundingPeriod } from '../../src/workforce/domain/record-funding-period/record-funding-period.decision.js';
import type { WorkforceEvent } from '../../src/workforce/domain/workforce.events.js';
import { STARTED } from '../../src/workforce/domain/workforce.fixtures.js';
import { CASE_REF, COUNCIL, HISTORY_TO, NHS_BODY } from '../support/example-transfer-case.js';
import { numberedUuid, SOMEBODY } from '../support/recorded.js';
import { TickingClock } from '../support/ticking-clock.js';

const CATALOGUES = new EventCatalogues(allCatalogues);
const VIEWER = { organisation: COUNCIL };
const TODAY = plainDate('2026-01-05');
const WHY: Correction = { reasonCode: 'typing-error', documentReference: 'HCC-DOC-7781' };
const JOB = 'EM-0000000001';
const AS_AT = [undefined, plainDate('2024-05-01'), plainDate('2025-06-30')];

const KINDS = [
  'rate',
  'rate-put-right',
  'payment',
  'decision-put-right',
  'delay',
  'death',
  'death-put-right',
  'death-retracted',
  'cover',
  'cover-put-right',
  'reopened',
  'terms',
  'funding',
  'job-ended',
] as const;

/** Something that the office records, of any day: most of what is recorded late was true from earlier on. */
interface Act {
  readonly kind: (typeof KINDS)[number];
  readonly day: PlainDate;
  readonly sum: number;
}

const acts = fc.record<Act>({
  kind: fc.constantFrom(...KINDS),
  day: fc.integer({ min: 0, max: 800 }).map((offset) => addDays(plainDate('2023-06-01'), offset)),
  sum: fc.integer({ min: 1, max: 200_000 }),
});

/** One case with a job, recorded through the decisions of the product into a store in memory. */
class Office {
  // Seven hours from one append to the next, so that the day in London changes on the way.
  private readonly store = new InMemoryEventStore(
    new TickingClock('2026-01-05T09:00:00.000Z', 7 * 3_600_000),
  );
  private readonly cases = new Streams(this.store, transferCase);
  private readonly jobs = new Streams(this.store, employment);
  private commands = 0;

  static async at(stage: 'eligible' | 'bridging' | 'phb-started' | 'complete'): Promise<Office> {
    const office = new Office();
    await office.onCase(() => HISTORY_TO[stage]);
    await office.onJob(() => [{ ...STARTED, data: { ...STARTED.data, caseRef: CASE_REF } }]);
    return office;
  }

  /** Records it, unless the product refuses. Returns whether anything was recorded. */
  async act(act: Act): Promise<boolean> {
    try {
      return await this.record(act);
    } catch (fault) {
      if (fault instanceof Refusal) return false;
      throw fault;
    }
  }

  async history(): Promise<SubjectHistory> {
    const stored = await this.store.readAll(START, 100_000);
    const events = stored.map((event) => decodeStored(event, CATALOGUES.catalogueOf(event)));
    return { subject: CASE_REF, events };
  }

  private async record({ kind, day, sum }: Act): Promise<boolean> {
    const { state } = await this.cases.load(CASE_REF);
    if (state.stage === 'none') throw new TypeError('The case is there');
    const { standing, awardRates } = state;
    const weeklyPence = pence(sum);
    switch (kind) {
      case 'rate':
        return this.onCase(setAwardRate({ from: day, weeklyPence }));
      case 'rate-put-right': {
        const corrects = awardRates[sum % awardRates.length]?.eventId;
        return this.onCase(setAwardRate({ from: day, weeklyPence, ...(corrects && { corrects }) }), {
          putsRight: true,
        });
      }
      case 'payment':
        return this.onCase(
          recordPayment({
            reference: `DP-${sum}`,
            payer: COUNCIL,
            side: 'council',
            paidOn: day,
            from: day,
            until: addDays(day, 28),
            amountPence: weeklyPence,
            today: TODAY,
          }),
        );
      case 'decision-put-right':
        return this.onCase(
          decideEligibility({
            outcome: 'eligible',
            decidedOn: day,
            notifiedOn: day,
            today: TODAY,
            ...(standing.decision && { corrects: standing.decision }),
          }),
          { putsRight: true },
        );
      case 'delay':
        return this.onCase(
          classifyDelay({
            ...(sum % 2 === 0
              ? { delay: 'justified', reasonCode: 'evidence-late-from-third-party' }
              : { delay: 'unjustified', reasonCode: 'assessor-shortage' }),
            decidedBy: 'nhs-body',
            today: day,
          }),
        );
      case 'death':
        return this.onCase(recordDeath({ diedOn: day, today: TODAY }));
      case 'death-put-right':
        return this.onCase(
          recordDeath({ diedOn: day, today: TODAY, ...(standing.death && { corrects: standing.death }) }),
          { putsRight: true },
        );
      case 'death-retracted':
        return this.onCase(
          retractDeath({ corrects: standing.death ?? '', reasonCode: 'wrong-person', today: TODAY }),
          { putsRight: true },
        );
      case 'cover':
        return this.onCase(startPhbCover({ startsOn: day, withoutPrejudice: true, agreement: undefined }));
      case 'cover-put-right':
        return this.onCase(
          startPhbCover({
            startsOn: day,
            withoutPrejudice: true,
            agreement: undefined,
            ...(standing['phb-cover'] && { corrects: standing['phb-cover'] }),
          }),
          { putsRight: true },
        );
      case 'reopened': {
        const reopening = {
          reopenedOn: addDays(day, 300),
          reasonCode: 'facts-changed',
          documentReference: `DOC-${sum}`,
          today: TODAY,
        };
        await this.onCase(reopenCase({ ...reopening, by: { id: 'somebody-else' } }));
        return this.onCase(reopenCase({ ...reopening, by: { id: 'a-third-person' } }));
      }
      case 'terms':
        return this.onJob(changeTerms({ from: day, weeklyHours: '30', hourlyRatePence: weeklyPence }));
      case 'funding':
        return this.onJob(
          recordFundingPeriod({
            from: day,
            until: addDays(day, (sum % 400) + 1),
            shares: [{ funder: sum % 2 === 0 ? COUNCIL : NHS_BODY, share: '1' }],
          }),
        );
      case 'job-ended':
        return this.onJob(endEmployment({ lastDay: day, reason: 'redundancy' }));
    }
  }

  private async onCase(decide: CaseDecision, { putsRight = false } = {}): Promise<boolean> {
    return !(await this.cases.transact(CASE_REF, decide, this.context(putsRight))).repeated;
  }

  private async onJob(decide: Decision<Employment, WorkforceEvent>): Promise<boolean> {
    return !(await this.jobs.transact(JOB, decide, this.context(), { subject: CASE_REF })).repeated;
  }

  private context(putsRight = false) {
    this.commands += 1;
    const commandId = numberedUuid(this.commands);
    const known = { actor: SOMEBODY, commandId, correlationId: commandId, causationId: commandId };
    return putsRight ? { ...known, correction: WHY } : known;
  }
}

/** Every view of the case as it was known at a moment, byte for byte, on each of the days. */
function answersAt(history: SubjectHistory, knownAt: Instant): string {
  return JSON.stringify(
    AS_AT.map((asAt) =>
      viewsOfCase(knownBy(history, { knownAt, ...(asAt !== undefined && { asAt }) }), VIEWER),
    ),
  );
}

const histories = fc.record({
  stage: fc.constantFrom('eligible', 'bridging', 'phb-started', 'complete'),
  first: fc.array(acts, { minLength: 2, maxLength: 6 }),
  later: fc.array(acts, { minLength: 60, maxLength: 90 }),
});

describe('what is answered about a moment', () => {
  it('stays the same to the byte while hundreds of later facts, corrections and retractions come in', async () => {
    let later = 0;
    let moved = 0;
    await fc.assert(
      fc.asyncProperty(histories, async ({ stage, first, later: facts }) => {
        const office = await Office.at(stage);
        const answered: { readonly knownAt: Instant; readonly answers: string }[] = [];
        for (const act of first) {
          await office.act(act);
          const history = await office.history();
          const knownAt = history.events.at(-1)?.recordedAt as Instant;
          answered.push({ knownAt, answers: answersAt(history, knownAt) });
        }
        for (const act of facts) later += (await office.act(act)) ? 1 : 0;
        const whole = await office.history();
        for (const { knownAt, answers } of answered) expect(answersAt(whole, knownAt)).toBe(answers);
        const now = answersAt(whole, whole.events.at(-1)?.recordedAt as Instant);
        moved += now === answered.at(-1)?.answers ? 0 : 1;
      }),
      { numRuns: 8 },
    );
    // Later facts were recorded, and they do move the answers of now; otherwise this would prove nothing.
    expect(later).toBeGreaterThan(100);
    expect(moved).toBeGreaterThan(0);
  }, 120_000);
});
