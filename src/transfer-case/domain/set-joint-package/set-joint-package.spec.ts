import { describe, expect, it } from '@jest/globals';
import { alertRaised, jointPackageSet } from '../../../../test/support/example-transfer-case.js';
import { numberedUuid, recordedHistory } from '../../../../test/support/recorded.js';
import { scenario } from '../../../../test/support/scenario.js';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { RecordsOverlap } from '../dated-record.js';
import { foldTransferCase, transferCase } from '../transfer-case.js';
import { setJointPackage, type JointPackageTerms } from './set-joint-package.decision.js';

const from = plainDate('2024-05-13');
/** What the event holds; the measure that the local agreement allows is no part of it. */
const facts = { from, parts: [{ part: 'council-own', share: '0.4' }], remainder: 'bridged' } as const;
const terms: JointPackageTerms = { ...facts, dividedBy: 'as-the-case-says' };
const fixed = {
  from,
  parts: [{ part: 'bridged', weeklyPence: pence(20_000) }],
  remainder: 'council-own',
} as const;
const JOINT_EVENT = numberedUuid(2);

describe('Setting a joint package', () => {
  const alerted = scenario(transferCase).given(alertRaised);
  const joint = alerted.given(jointPackageSet);

  it('keeps a share, or fixed pounds with the remainder to the other (odd input 40)', () => {
    alerted.when(setJointPackage(terms)).thenEvents([jointPackageSet]);
    alerted
      .when(setJointPackage({ ...fixed, dividedBy: 'as-the-case-says' }))
      .thenEvents([{ ...jointPackageSet, data: fixed }]);
  });

  it('keeps to the measure of the local agreement, where it names one', () => {
    alerted.when(setJointPackage({ ...terms, dividedBy: 'shares' })).thenEvents([jointPackageSet]);
    alerted
      .when(setJointPackage({ ...fixed, dividedBy: 'fixed-sums' }))
      .thenEvents([{ ...jointPackageSet, data: fixed }]);
    alerted
      .when(setJointPackage({ ...terms, dividedBy: 'fixed-sums' }))
      .thenRefused(FieldRefused, /a joint package is divided by fixed weekly sums$/);
    alerted
      .when(setJointPackage({ ...fixed, dividedBy: 'shares' }))
      .thenRefused(FieldRefused, /a joint package is divided by shares$/);
  });

  it('refuses shares of a day that come to more than 1 (odd input 11: overlapping award records)', () => {
    const parts = [
      { part: 'council-own' as const, share: '2/3' },
      { part: 'nhs-own' as const, share: '0.34' },
    ];
    alerted
      .when(setJointPackage({ ...terms, parts }))
      .thenRefused(FieldRefused, /come to 151\/150, which is more than 1/);
    const whole = [
      { part: 'council-own' as const, share: '2/3' },
      { part: 'nhs-own' as const, share: '1/3' },
    ];
    alerted
      .when(setJointPackage({ ...terms, parts: whole }))
      .thenEvents([{ ...jointPackageSet, data: { ...facts, parts: whole } }]);
  });

  it('refuses a part that is named twice, has no measure or two, or is below zero', () => {
    const refused = (parts: JointPackageTerms['parts'], words: RegExp) =>
      alerted.when(setJointPackage({ ...terms, parts })).thenRefused(FieldRefused, words);
    refused([{ part: 'bridged', share: '0.4' }], /"bridged" is named already/);
    refused(
      [
        { part: 'nhs-own', share: '0.1' },
        { part: 'nhs-own', share: '0.2' },
      ],
      /"nhs-own" is named already/,
    );
    refused([{ part: 'nhs-own' }], /either a share or a weekly sum/);
    refused([{ part: 'nhs-own', share: '0.1', weeklyPence: pence(1) }], /either a share or a weekly sum/);
    refused([{ part: 'nhs-own', share: '-0.1' }], /A share is zero or more/);
    refused([{ part: 'nhs-own', weeklyPence: pence(-1) }], /A weekly sum is zero or more/);
  });

  it('said again is silence, said otherwise is refused unless it corrects, which may move it', () => {
    joint.when(setJointPackage(terms)).thenNothing();
    const other = { ...terms, parts: [{ part: 'council-own' as const, share: '0.5' }] };
    joint
      .when(setJointPackage(other))
      .thenRefused(
        RecordsOverlap,
        /"council-own 0\.4, bridged the rest" and "council-own 0\.5, bridged the rest" would both/,
      );
    const moved = { from: plainDate('2024-05-20'), corrects: JOINT_EVENT };
    const event = { ...jointPackageSet, occurredOn: moved.from, data: { ...facts, ...moved } };
    joint.when(setJointPackage({ ...terms, ...moved })).thenEvents([event]);
    expect(foldTransferCase(recordedHistory([alertRaised, jointPackageSet, event]))).toMatchObject({
      jointPackages: [{ from: '2024-05-20', eventId: numberedUuid(3) }],
    });
  });
});
