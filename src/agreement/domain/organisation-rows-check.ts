import { InvalidValue } from '../../kernel/invalid-value.js';
import { includes } from '../../kernel/period.js';
import type { OrganisationRows } from './organisation-rows.js';

// Unitary, metropolitan, London borough and county: the councils with adult social care duties.
const COUNCIL_CODE = /^E(06|08|09|10)\d{6}$/;

/**
 * Refuses a list of bodies that cannot be true, before anything is asked of it. That a successor exists on the day it
 * takes over makes every chain go forward in time, so none can run in a circle.
 *
 * @throws InvalidValue naming the first row that does not fit.
 */
export function checkOrganisationRows({ organisations, successions }: OrganisationRows): void {
  const byCode = new Map(organisations.map((organisation) => [organisation.code, organisation]));
  if (byCode.size !== organisations.length) throw new InvalidValue('An organisation is listed twice');
  for (const { code, kind, legal } of organisations) {
    if (legal.until !== undefined && legal.until <= legal.from)
      throw new InvalidValue(`${code} ends before it begins`);
    if (kind === 'council' && !COUNCIL_CODE.test(code))
      throw new InvalidValue(`${code} is not the code of a council with adult social care duties`);
  }
  const ended = new Set<string>();
  for (const { from, effectiveOn, to } of successions) {
    if (ended.has(from)) throw new InvalidValue(`${from} is succeeded twice`);
    ended.add(from);
    if (byCode.get(from)?.legal.until !== effectiveOn)
      throw new InvalidValue(`${from} does not end on ${effectiveOn}, when it is succeeded`);
    if (to.length === 0) throw new InvalidValue(`${from} is succeeded by nobody`);
    for (const { code } of to) {
      if (code === undefined) continue;
      const successor = byCode.get(code);
      if (successor === undefined || !includes(successor.legal, effectiveOn))
        throw new InvalidValue(`${code} does not exist on ${effectiveOn}, when it succeeds ${from}`);
    }
  }
}
