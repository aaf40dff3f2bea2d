import type { Role } from '../../platform/access/roles.js';

/** A job of a role: what it is called, how it is done, and where. */
export interface Job {
  readonly title: string;
  /** One step each. */
  readonly steps: readonly string[];
  /** The page where it begins. */
  readonly begins?: { readonly href: string; readonly text: string };
}

export interface Help {
  /** What the role is for, in a sentence. */
  readonly does: string;
  readonly jobs: readonly Job[];
}

const cases = (query = '') => ({ href: `/cases${query}`, text: 'Cases' });
const RECHARGES = { href: '/recharges', text: 'Recharges' };
const STATEMENTS = { href: '/statements', text: 'Statements' };

const FIND_WORK: Job = {
  title: 'Find what is yours to do',
  begins: cases('?worker=me'),
  steps: [
    'Open Cases. “Needs us” are those in which your body has to act, “Mine” those that you work, “Nobody’s” those that wait for somebody to take them.',
    'Choose cases in the list, say who is to work them, and press “Assign”. Where somebody else has a case, say why it goes on from them.',
    'Open a case: “What you can do next” has a form for everything that is possible at its stage.',
  ],
};
const SEE_WHY: Job = {
  title: 'Find out why a figure is what it is',
  steps: [
    'Open “Why this figure?” beside it: each rule stands there with its source, how sure it is, and the facts it rests on.',
    '“Pending” means that a fact is missing. The page says which, and who can supply it.',
  ],
};
const PUT_RIGHT: Job = {
  title: 'Put right what was recorded wrongly',
  steps: [
    'Nothing that was recorded is changed. Choose “Put right” beside a sum, or name the event in “Correct what was recorded before”.',
    'Say the reason and the document that shows it. The history keeps both.',
  ],
};
const ANSWER_RECHARGE: Job = {
  title: 'Check a recharge, accept its lines or query them',
  begins: RECHARGES,
  steps: [
    'Open a recharge under “Needs us”. Each line says for which days it is, from which payments, and why it is that sum.',
    'Choose “Answer” beside a line. An accepted line is a promise to pay. A queried line holds up no other.',
    'Record the payment with your own reference once it is made.',
  ],
};
const MAKE_RECHARGE: Job = {
  title: 'Work out, issue and follow a recharge',
  begins: RECHARGES,
  steps: [
    'Choose a case and what is charged. The sum is worked out from the facts of the case, and anything that is missing is named.',
    'Somebody else approves it: nobody releases what they worked out or entered a fact behind.',
    'Issue it with the date and reference of the invoice. After that it never changes: what turns out wrong is credited as a whole.',
  ],
};
const APPROVE: Job = {
  title: 'Approve a recharge, or agree to a credit',
  begins: RECHARGES,
  steps: [
    'Open a recharge under “Needs us”, and look at each line and its evidence.',
    'Choose “Approve the recharge”. You may not approve what you worked out, what rests on a fact that you entered, or more than your limit.',
    'A credit needs two people who give the same reason.',
  ],
};
const SEE_UNPAID: Job = {
  title: 'See what is unpaid, and why',
  begins: STATEMENTS,
  steps: [
    'Open Statements. What is unpaid stands there by reason and by age.',
    'Choose the other body and a period for a statement that both of you see alike.',
  ],
};

const help: Readonly<Record<Role, Help>> = {
  'direct-payment-worker': {
    does: 'You raise the alert that a person may move, keep their direct payment going, and say which PAs come along.',
    jobs: [
      {
        title: 'Raise an alert',
        begins: { href: '/cases/new', text: 'Raise an alert' },
        steps: [
          'Answer one question on each page. Each answer that you save is kept as a draft for thirty days, also when your session ends.',
          'Name the PAs who are staying, or say that you do not know them yet.',
          'Check the answers and send the alert. The NHS body has to acknowledge it.',
        ],
      },
      FIND_WORK,
      {
        title: 'Open bridging, and stop the direct payment',
        begins: cases('?stage=eligible'),
        steps: [
          'When the person is eligible, choose “Open bridging” on the case: the council goes on paying, and the NHS body owes it.',
          'When the personal health budget has started, choose “Stop the direct payment” and say the last day that it covers.',
        ],
      },
      {
        title: 'Record the PAs who come along, and find a person',
        begins: { href: '/people', text: 'People' },
        steps: [
          'Open the PAs of the case to record jobs, hours, pay and who funded them.',
          'People are found by name or NHS number. You say what the look is for, and it is recorded.',
        ],
      },
      PUT_RIGHT,
    ],
  },
  'phb-worker': {
    does: 'You answer alerts for the NHS body, record what it decides, and start the personal health budget.',
    jobs: [
      {
        title: 'Acknowledge an alert',
        begins: cases('?stage=alerted'),
        steps: ['Open the case, choose “Acknowledge the alert”, and say who looks after it for your body.'],
      },
      FIND_WORK,
      {
        title: 'Record the Checklist and the decision',
        begins: cases('?move=ours'),
        steps: [
          'Record the Checklist or the Fast Track: the days to decide count from the day on which it was received.',
          'Record the eligibility decision. Where it was late, say whose delay it was: the day of liability can rest on it.',
        ],
      },
      {
        title: 'Start the personal health budget',
        begins: cases('?stage=bridging'),
        steps: [
          'Choose “Record the start of the personal health budget” and say from which day it covers the person.',
        ],
      },
      PUT_RIGHT,
    ],
  },
  'council-finance': {
    does: 'You record what the council paid, and charge the NHS body for what it owes.',
    jobs: [
      {
        title: 'Record payments and rates, or import them',
        begins: { href: '/imports/payments', text: 'Import payments' },
        steps: [
          'Choose a file and try it first: the page lists what would be recorded and what is wrong in each row.',
          'A single payment or rate is recorded on the case, under “Rates and payments”.',
        ],
      },
      MAKE_RECHARGE,
      SEE_UNPAID,
      SEE_WHY,
      PUT_RIGHT,
    ],
  },
  'council-approver': {
    does: 'You release charges of the council that somebody else worked out.',
    jobs: [APPROVE, SEE_UNPAID, SEE_WHY],
  },
  'nhs-finance': {
    does: 'You check what the council charges, line by line, and pay it.',
    jobs: [ANSWER_RECHARGE, SEE_UNPAID, SEE_WHY, MAKE_RECHARGE],
  },
  'nhs-approver': {
    does: 'You release charges of the NHS body that somebody else worked out.',
    jobs: [APPROVE, SEE_UNPAID, SEE_WHY],
  },
  auditor: {
    does: 'You see what was true, what was known, who recorded it, and why each figure is what it is.',
    jobs: [
      {
        title: 'Go through the history of a case',
        begins: cases(),
        steps: [
          'Open History on a case: each entry says what was recorded, by whom, when, and when it was true.',
          'Go through it step by step, or compare two days: the figures that differ are listed with both values.',
          '“True by” and “Known by” show the case as it was, or as far as it was known, on a day.',
          'Take the history away whole as a file.',
        ],
      },
      SEE_WHY,
      SEE_UNPAID,
    ],
  },
  administrator: {
    does: 'You say who of your organisation may do what. A right takes two administrators; its end takes one.',
    jobs: [
      {
        title: 'Give a right, or end one',
        begins: { href: '/staff', text: 'Staff' },
        steps: [
          'Make the account known, open it under “Staff”, and choose “Request a right”. Another administrator finds it under “Waiting for a decision”, and grants or refuses it.',
          'A right that ends counts no more from the next request on. Cases that were given to that person stay theirs until somebody takes them: find them by “Worked by” in the list of cases.',
        ],
      },
      {
        title: 'See where the cases of your organisation are',
        begins: { href: '/cases/overview', text: 'Overview of cases' },
        steps: ['The overview counts them by stage and by whose move they are, with what is overdue.'],
      },
      SEE_UNPAID,
    ],
  },
};

/** What somebody with a role mainly does, and how. */
export function helpOf(role: Role): Help {
  return help[role];
}
