import { describe, expect, it } from '@jest/globals';
import type { Role } from '../../../platform/access/roles.js';
import { possibleCommands, saidDone } from './possible-commands.js';

const commands = [
  { step: 'acknowledge-alert', path: 'acknowledgements', text: 'Acknowledge the alert', group: 'The alert' },
  { step: 'record-payment', path: 'payments', text: 'Record a payment', group: 'Money' },
  { step: 'open-bridging', path: 'bridging', text: 'Open bridging', group: 'The alert' },
  { path: 'employments', text: 'Record a PA', group: 'PAs' },
];
const roles: Readonly<Record<string, readonly Role[]>> = {
  acknowledgements: ['phb-worker'],
  payments: ['council-finance', 'nhs-finance'],
  bridging: ['direct-payment-worker'],
  employments: ['direct-payment-worker', 'phb-worker'],
};
const possibleTo = (...own: readonly Role[]) =>
  possibleCommands(
    commands,
    ['acknowledge-alert', 'record-payment'],
    { rolesOf: (path) => roles[path] ?? [] },
    { roles: own, page: '/cases/TC-1', routeOf: (path) => path },
  );

describe('what may be done next', () => {
  it('is by subject what the reader may do, with links, and of others who may', () => {
    expect(possibleTo('phb-worker')).toEqual({
      yours: [
        {
          title: 'The alert',
          items: [{ text: 'Acknowledge the alert', href: '/cases/TC-1/do/acknowledgements' }],
        },
        { title: 'PAs', items: [{ text: 'Record a PA', href: '/cases/TC-1/do/employments' }] },
      ],
      others: [{ text: 'Record a payment', who: 'Council finance or NHS finance' }],
    });
  });

  it('is nothing of the reader’s where no role may', () => {
    expect(possibleTo('auditor').yours).toEqual([]);
    expect(possibleTo('auditor').others).toHaveLength(3);
  });

  it('is said in words once it is done, and of nothing else', () => {
    expect(saidDone(commands, 'payments')).toBe('Done: record a payment');
    expect(saidDone(commands, 'something')).toBeUndefined();
  });
});
