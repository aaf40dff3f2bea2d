import { describe, expect, it } from '@jest/globals';
import { plainDate } from '../../kernel/plain-date.js';
import { FieldRefused, NotYourSide } from '../../kernel/refusal.js';
import { bodiesOf } from './bodies-of.js';

const today = plainDate('2024-05-01');
const by = (role: string, organisation: string) => ({ id: 'staff-1', organisation, role });

describe('whoever drafts or signs an agreement', () => {
  it.each([
    ['council-finance', 'E10000015', ['E10000015']],
    ['nhs-approver', 'QM7', ['QM7', '06K', '06N', '07H']],
    ['auditor', 'QM7', ['QM7', '06K', '06N', '07H']],
  ])('as %s of %s stands for it and those that it took over from', (role, organisation, bodies) => {
    expect([...bodiesOf(by(role, organisation), today)].sort()).toEqual([...bodies].sort());
  });

  it.each([
    ['nhs-finance', 'E10000015'],
    ['council-approver', 'QM7'],
    ['council-approver', '06N'],
  ])('is refused as %s of %s, a role of the other kind of body', (role, organisation) => {
    expect(() => bodiesOf(by(role, organisation), today)).toThrow(NotYourSide);
  });

  it('is refused by name in a shire district', () => {
    const refused = () => bodiesOf(by('council-finance', 'E07000242'), today);
    expect(refused).toThrow(FieldRefused);
    expect(refused).toThrow('E07000242 is a shire district, which has no adult social care duty');
  });
});
