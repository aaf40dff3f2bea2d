import type { ProblemContent } from '../../platform/http/problems/problem.js';
import { fieldWords } from './field-words.js';

interface ProblemWords {
  readonly title: string;
  /** One paragraph each. */
  readonly says: readonly string[];
  /** What somebody else has to be told, each line beside its name. */
  readonly tell?: readonly { readonly key: string; readonly text: string }[];
}

const NOTHING_LOST = 'Nothing of what is recorded has been lost.';

const byCode: Readonly<Record<string, ProblemWords>> = {
  'not-signed-in': {
    title: 'Your session has ended',
    says: [
      'You were signed out because nothing was sent for a while, or the day was over. What you sent now was not recorded.',
      'Sign in again to go on.',
    ],
  },
  'not-allowed': {
    title: 'You may not see this page',
    says: [
      'It is for people with another role, or of another body.',
      'If you need it for your work, ask an administrator of your organisation.',
    ],
  },
  'other-site': {
    title: 'This form was not sent from Handover',
    says: ['Go back to the page, reload it, and send the form again. Nothing was recorded.'],
  },
  'not-found': {
    title: 'There is nothing here',
    says: [
      'Check the address, or look for the case by its reference in the list of cases.',
      'What another organisation keeps to itself looks the same.',
    ],
  },
  'stale-version': {
    title: 'Somebody else changed it first',
    says: ['Open the case again to see what it is now. Nothing of yours was recorded.'],
  },
  'sign-in-failed': {
    title: 'Signing in did not work',
    says: ['It took too long, or the sign-in service said no. Start again.'],
  },
  'too-many-requests': {
    title: 'Too many requests',
    says: ['Wait a minute, and try again.'],
  },
  'not-yet-visible': {
    title: 'Nearly there',
    says: ['What you recorded is kept. This page has not caught up with it yet: reload it in a moment.'],
  },
};

/** What a page says of a problem. */
export function problemWords({ code, status, title, detail, facts }: ProblemContent): ProblemWords {
  const { issuer, subject } = facts ?? {};
  if (code === 'not-allowed' && typeof issuer === 'string' && typeof subject === 'string') {
    return withoutRight(issuer, subject);
  }
  const known = byCode[code];
  if (known !== undefined) return known;
  if (status === 503) {
    return { title: 'Handover cannot answer at the moment', says: [detail, NOTHING_LOST] };
  }
  if (status >= 500) {
    return { title: 'Something went wrong', says: ['The fault is ours, and has been noted.', NOTHING_LOST] };
  }
  return { title, says: [detail] };
}

/** Somebody who signed in and may do nothing yet: an administrator needs both lines to give them a right. */
function withoutRight(issuer: string, subject: string): ProblemWords {
  return {
    title: 'You have no right here today',
    says: [
      'You are who you say, and nobody has given you a right to work with Handover today.',
      'Give these two lines to an administrator of your organisation, who makes your account known under “Staff” and requests a right for you.',
    ],
    tell: [
      { key: fieldWords['issuer'] ?? 'issuer', text: issuer },
      { key: fieldWords['subject'] ?? 'subject', text: subject },
    ],
  };
}
