import { describe, expect, it } from '@jest/globals';
import { organisationPage } from './organisation-page.js';

const session = {
  principal: {
    issuer: 'https://sign-in.example',
    subject: 'b0c4e1',
    organisation: 'QM7',
    roles: ['auditor' as const],
  },
  organisations: ['E10000015', 'QM7', 'X99'],
};

describe('The page that asks for the organisation', () => {
  it('shows those of the day by name and code, or by code where it has no name, and which one it is now', () => {
    const { status, model } = organisationPage(session);
    expect([status, model['errors']]).toEqual([200, undefined]);
    expect(model['choices']).toEqual([
      { value: 'E10000015', text: 'Hertfordshire County Council (E10000015)', checked: false },
      { value: 'QM7', text: expect.stringMatching(/ \(QM7\)$/), checked: true },
      { value: 'X99', text: 'X99 (X99)', checked: false },
    ]);
  });

  it('asks again for one that is none of theirs', () => {
    const { status, model } = organisationPage(session, 'Choose one of them');
    expect([status, model['errors']]).toEqual([422, [{ text: 'Choose one of them', href: '#organisation' }]]);
  });
});
