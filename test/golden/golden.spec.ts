import { describe, expect, it } from '@jest/globals';
import { allCatalogues } from '../../src/app/composition.js';
import { agreement } from '../../src/agreement/domain/agreement.js';
import { fold, type Aggregate } from '../../src/kernel/aggregate.js';
import { eventCatalogue } from '../../src/kernel/event-catalogue.js';
import type { DomainEvent } from '../../src/kernel/event.js';
import { sumPence, type Pence } from '../../src/kernel/pence.js';
import { record, text } from '../../src/kernel/shape.js';
import { canonicalBytes, parseCanonical } from '../../src/platform/event-store/canonical-json.js';
import { decodeStored } from '../../src/platform/event-store/recorded.js';
import { EventCatalogues } from '../../src/platform/projections/event-catalogues.js';
import { recharge } from '../../src/recharge/domain/recharge.js';
import { transferCase } from '../../src/transfer-case/domain/transfer-case.js';
import { employment } from '../../src/workforce/domain/employment.js';
import {
  changesOf,
  eventOf,
  frozenHashes,
  goldenFiles,
  isStream,
  missingFrom,
  storedStream,
  type GoldenFile,
} from './golden-files.js';

// Events are kept for ever, so what was once stored has to be read by every later version. Each file is an event as a
// released version stored it, and none is ever changed.

const catalogues = new EventCatalogues(allCatalogues);
const types = allCatalogues.flatMap((catalogue) => catalogue.types);
const files = goldenFiles();
const events = files.filter((file) => !isStream(file));

/** The state that a frozen stream leads to. */
function folded<State, Event extends DomainEvent>(name: string, aggregate: Aggregate<State, Event>): State {
  const file = files.find((each) => each.name === `streams/${name}.json`);
  if (file === undefined) throw new Error(`There is no frozen stream of a ${name}`);
  const history = storedStream(file, `${aggregate.category}-1`);
  return fold(
    aggregate,
    history.map((stored) => decodeStored(stored, aggregate.catalogue)),
  );
}

describe('a frozen event', () => {
  it.each(events.map((file) => [file.name, file] as const))('is read as it was stored: %s', (name, file) => {
    const { type, schemaVersion, data, metadata } = eventOf(file);
    expect(name.startsWith(`${type}.v${schemaVersion}.`)).toBe(true);
    const { occurredOn } = metadata;
    const decoded = catalogues.catalogueFor(type).decode({ type, schemaVersion, occurredOn, data });
    expect(decoded).toMatchObject({ type, occurredOn });
    const current = catalogues.catalogueFor(type).schemaVersionOf(type);
    // Of the current version nothing may be lost or added on the way.
    if (schemaVersion === current) expect(canonicalBytes(decoded.data)).toEqual(canonicalBytes(data));
  });

  it('says why it puts something right, and on what evidence, only where that was stored', () => {
    const explained = events.filter((file) => 'correction' in eventOf(file).metadata);
    expect(explained.map(({ name }) => name)).toEqual([
      'transfer-case.award-rate-set.v1.with-its-reason.json',
    ]);
    for (const file of events) {
      const { metadata } = parseCanonical(file.bytes) as { readonly metadata: object };
      expect(canonicalBytes(eventOf(file).metadata)).toEqual(canonicalBytes(metadata));
    }
  });

  it('is there for every version of every type', () => {
    expect(missingFrom(events, catalogues, types)).toEqual([]);
  });

  it('is never edited', () => {
    expect(changesOf(files, frozenHashes())).toEqual([]);
  });

  it('is canonical JSON, as the store keeps it', () => {
    const rewritten = files.filter(
      ({ bytes }) => !Buffer.from(canonicalBytes(parseCanonical(bytes))).equals(bytes),
    );
    expect(rewritten.map(({ name }) => name)).toEqual([]);
  });
});

describe('the check of frozen events', () => {
  const [file] = events as [GoldenFile];

  it('names a file that was edited, removed or never frozen', () => {
    const { [file.name]: hash = '', ...others } = frozenHashes();
    const edited = { ...file, bytes: Buffer.concat([file.bytes, Buffer.from(' ')]) };
    expect(changesOf([edited], { [file.name]: hash })).toEqual([
      expect.stringMatching(`^${file.name} was edited: golden files are never edited`),
    ]);
    expect(changesOf([], { [file.name]: hash })).toEqual([expect.stringMatching(`^${file.name} is gone`)]);
    expect(changesOf(files, others)).toEqual([
      `${file.name} is not frozen yet: add "${file.name}": "${hash}" to hashes.json`,
    ]);
  });

  it('names each version of a type that has no file', () => {
    const noted = eventCatalogue(
      { 'sample.noted': record({ text }) },
      { 'sample.noted': [(older) => ({ text: '', ...(older as object) })] },
    );
    expect(missingFrom(events, new EventCatalogues([noted]), noted.types)).toEqual([
      'sample.noted.v1.json is missing: freeze an event as it is stored today',
      'sample.noted.v2.json is missing: freeze an event as it is stored today',
    ]);
  });
});

describe('a frozen stream', () => {
  it('of a transfer case folds to the completed transfer, with what was put right in place', () => {
    const state = folded('transfer-case', transferCase);
    expect(state).toMatchObject({
      stage: 'complete',
      council: 'E10000015',
      nhsBody: 'QM7',
      checklist: { completedOn: '2024-06-06', receivedOn: '2024-06-10' },
      decision: { outcome: 'eligible', decidedOn: '2024-07-22', notifiedOn: '2024-07-24' },
      delay: 'unjustified',
      liability: { startsOn: '2024-07-08', rule: 'R3' },
      agreement: { agreementId: 'AG-2D9N836DPR', version: 2 },
      awardRates: [{ from: '2024-04-08', weeklyPence: 61_250 }],
      contributions: [{ from: '2024-04-08', weeklyPence: 8_743 }],
      bridging: { openedOn: '2024-07-29', extensions: [{ until: '2024-10-23' }] },
      phbCoverStartsOn: '2024-10-07',
      lastDayCovered: '2024-10-06',
      completion: { completedOn: '2024-10-14' },
    });
    if (state.stage === 'none') throw new Error('The case is there');
    expect(totalPence(state.payments)).toBe(682_591);
    expect(totalPence(state.contributionReceipts)).toBe(26_229);
  });

  it('of an employment folds to the redundancy that was shared', () => {
    expect(folded('employment', employment)).toMatchObject({
      stage: 'ended',
      caseRef: 'TC-61BNWBNR01',
      end: { lastDay: '2025-03-31', reason: 'redundancy' },
      terms: [
        { from: '2016-04-04', weeklyHours: '30.25', hourlyRatePence: 1_240 },
        { from: '2024-04-01', weeklyHours: '32', hourlyRatePence: 1_305 },
      ],
      fundingPeriods: [
        { from: '2016-04-04', until: '2018-04-01', shares: [] },
        { from: '2018-04-01', until: '2024-10-07', shares: [{ share: '0.9' }, { share: '1/10' }] },
        { from: '2024-10-07', shares: [{ funder: 'QM7', share: '1' }] },
      ],
      assessment: { weeks: '12', statutoryPence: 501_120, basis: { rule: 'REDUNDANCY-STATUTORY-PAY' } },
      insuranceClaim: { claim: 'paid', amountPence: 150_000 },
      shared: [
        { kind: 'interim', residualPence: 476_120 },
        {
          kind: 'final',
          residualPence: 326_120,
          shares: [
            { funder: 'E10000015', weight: '2061', sharePence: 262_860 },
            { funder: 'QM7', weight: '496', sharePence: 63_260 },
          ],
        },
      ],
    });
  });

  it('of a recharge folds to the credited one, with every line and payment', () => {
    expect(folded('recharge', recharge)).toMatchObject({
      stage: 'credited',
      creditor: 'E10000015',
      debtor: 'QM7',
      supersedes: 'RC-GMTFV5ZCHC',
      totalPence: 652_245,
      lines: [
        { kind: 'bridging', days: 91, amountPence: 708_820 },
        { kind: 'one-off', amountPence: 6_763 },
        { kind: 'unspent-balance-credit', amountPence: -9_341 },
        { kind: 'leave-credit', amountPence: -46_950 },
        { kind: 'leave-credit', amountPence: -7_047 },
      ],
      preparedBy: 'herts-council-finance',
      approval: { approver: { id: 'herts-council-approver' }, approvedOn: '2026-11-22' },
      issue: { payableBy: 'QM7', paymentDueOn: '2025-07-02' },
      payments: [{ paidOn: '2025-06-23', amountPence: 200_000 }],
      credit: { amountPence: -652_245, reasonCode: 'facts-changed' },
    });
  });

  it('of an agreement folds to the second version, in force in place of the first', () => {
    expect(folded('agreement', agreement)).toMatchObject({
      stage: 'in-force',
      versions: [
        { version: 1, status: 'superseded', inForceFrom: '2023-04-01', inForceUntil: '2024-04-01' },
        {
          version: 2,
          status: 'in-force',
          options: { bridgingReviewWeeks: 10, leaveOnCostPercent: '13.8' },
          signatures: [{ side: 'council' }, { side: 'nhs-body' }],
        },
      ],
    });
  });
});

function totalPence(sums: readonly { readonly amountPence: Pence }[]): Pence {
  return sumPence(sums.map(({ amountPence }) => amountPence));
}
