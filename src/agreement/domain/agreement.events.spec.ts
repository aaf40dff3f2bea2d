import { describe, expect, it } from '@jest/globals';
import { InvalidValue } from '../../kernel/invalid-value.js';
import { agreementCatalogue, type AgreementEvent } from './agreement.events.js';
import { AGREEMENT_ID, broughtIntoForce, drafted, signed, superseded } from './agreement.fixtures.js';
import { agreement, foldAgreement, boundTo, versionInForceOn } from './agreement.js';
import { boundAgreement } from './bound-agreement.js';
import { DEFAULT_OPTIONS } from './options.js';
import { plainDate } from '../../kernel/plain-date.js';
import { recordedHistory } from '../../../test/support/recorded.js';

const events: readonly AgreementEvent[] = [
  drafted(),
  signed('nhs-body', 'bilal'),
  superseded(1, 2, '2025-04-01'),
  broughtIntoForce(2, '2025-04-01'),
];
const stored = (event: AgreementEvent) => ({
  ...event,
  schemaVersion: agreementCatalogue.schemaVersionOf(event.type),
});
const named = events.map((event) => [event.type, event] as const);

describe('a stored event of an agreement', () => {
  it.each(named)('%s is read with all its facts', (_, event) => {
    expect(agreementCatalogue.decode(stored(event))).toEqual(event);
  });

  it.each(named)('%s is refused when it says more than its kind does', (_, event) => {
    const more = { ...stored(event), data: { ...event.data, note: 'by telephone' } };
    expect(() => agreementCatalogue.decode(more)).toThrow(
      new InvalidValue('/note is not a field of this record'),
    );
  });

  it('that was drafted before there were more options is read with what they were then', () => {
    const { costBasis: _, retentionClass: __, ...first } = DEFAULT_OPTIONS;
    const { retentionClass: ___, ...second } = DEFAULT_OPTIONS;
    for (const [schemaVersion, options] of [
      [1, first],
      [2, second],
    ] as const) {
      const older = { ...drafted(), schemaVersion, data: { ...drafted().data, options } };
      expect(agreementCatalogue.decode(older)).toEqual(drafted());
    }
    expect(agreementCatalogue.schemaVersionOf('agreement.drafted')).toBe(3);
  });

  it('stands in the stream of its agreement', () => {
    expect(agreement).toMatchObject({ category: 'agreement', beginsWith: 'agreement.drafted' });
  });
});

describe('what a case is bound to', () => {
  const state = foldAgreement(
    recordedHistory<AgreementEvent>([
      drafted(),
      signed('council', 'anna'),
      signed('nhs-body', 'bilal'),
      broughtIntoForce(),
    ]),
  );
  const bound = boundTo(versionInForceOn(state, plainDate('2024-05-01'))!);

  it('is the version, why it is lawful and the options, and not who signed it', () => {
    expect(bound).toEqual({
      agreementId: AGREEMENT_ID,
      version: 1,
      legalVehicle: 'nhs-act-section-256',
      options: DEFAULT_OPTIONS,
    });
  });

  it('is read back as it was kept', () => {
    expect(boundAgreement(bound, '')).toEqual(bound);
  });
});
