import type { Session } from '../../../platform/sign-in/session.js';
import { Page } from '../../page/page.js';
import { organisationName } from '../../words/organisation-name.js';

const UNPROCESSABLE = 422;

/** The organisations in which somebody has a right today, with the one that they are here for chosen. */
export function organisationPage(
  { principal, organisations }: Pick<Session, 'principal' | 'organisations'>,
  problem?: string,
): Page {
  const model = {
    title: 'Which organisation are you here for?',
    choices: organisations.map((code) => ({
      value: code,
      text: `${organisationName(code)} (${code})`,
      checked: code === principal.organisation,
    })),
    ...(problem !== undefined && { problem, errors: [{ text: problem, href: '#organisation' }] }),
  };
  return new Page('pages/organisation.njk', model, problem === undefined ? 200 : UNPROCESSABLE);
}
