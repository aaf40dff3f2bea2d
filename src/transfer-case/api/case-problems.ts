import { Injectable, Optional, type OnModuleInit } from '@nestjs/common';
import { ProblemCatalogue } from '../../platform/http/problems/problem-catalogue.js';
import type { ProblemDescription } from '../../platform/http/problems/problem-codes.js';
import { sharedProblems } from '../../platform/http/problems/shared-problems.js';

const conflict = (title: string, meaning: string): ProblemDescription => ({ status: 409, title, meaning });
const invalid = (title: string, meaning: string): ProblemDescription => ({ status: 422, title, meaning });

const descriptions: Readonly<Record<string, ProblemDescription>> = {
  ...sharedProblems,
  'case-not-found': {
    status: 404,
    title: 'No such case',
    meaning: 'There is no case of that reference, or your organisation has no part in it.',
  },
  'case-not-ready': conflict(
    'Not possible at this stage',
    'The member stage says where the case stands, and nextSteps what may happen next.',
  ),
  'already-recorded': conflict(
    'Recorded already with other facts',
    'Where the member eventId is there, name it in the field corrects, with a reason code and a document, to put the fact right.',
  ),
  'records-overlap': conflict(
    'Two records would hold for the same days',
    'The detail names both and the days. To put the one that stands right, name its eventId in the field corrects, with a reason code and a document; or choose another day.',
  ),
  'outcome-stands': conflict(
    'The outcome of the decision stands',
    'A correction changes dates only. A challenge that changed the outcome is recorded as a revised decision.',
  ),
  'agreement-not-in-force': conflict(
    'No local agreement in force',
    'The two bodies need an agreement in force on the day that liability starts before bridging can be opened.',
  ),
  'liability-rule-not-allowed': conflict(
    'The agreement does not allow the rule of liability',
    'The member rule names it and rulesAllowed what the local agreement allows. Record the fact under an agreement that does.',
  ),
  'requester-may-not-reopen': {
    status: 403,
    title: 'Someone else must agree',
    meaning: 'A case is reopened by two people: who asked for it does not agree to it, under no account.',
  },
  'opener-may-not-extend': {
    status: 403,
    title: 'Someone else must approve',
    meaning: 'Who opened bridging does not put its review off, under no account.',
  },
  'change-signed-already': conflict(
    'The change has this signature already',
    'One person signs for each body, and a different one for the other.',
  ),
  'duplicate-case': conflict(
    'The person has a case already',
    'The member caseRef names it. A person has one live case between the same two bodies.',
  ),
  'works-no-cases-here': invalid(
    'Not somebody who works cases',
    'Name a member of staff who holds a role today that works cases for your organisation; GET /v1/colleagues lists them.',
  ),
  'does-not-go-on': invalid(
    'The case cannot go on in its place',
    'Name another live case of the same council; the detail says what is wrong with this one.',
  ),
  'phb-not-started': conflict(
    'The personal health budget does not cover the person yet',
    'Until its cover starts, payments are made by the council.',
  ),
  'completion-incomplete': conflict(
    'The completion list has gaps',
    'The member missing names each item that is neither true nor waived, with the reason.',
  ),
  'in-the-future': invalid('A day is in the future', 'Facts are recorded once they are true.'),
  'not-standing': invalid(
    'Nothing that stands is corrected',
    'The eventId in corrects names the event that a fact rests on now.',
  ),
  'no-adult-social-care-duty': invalid(
    'No adult social care duty',
    'Name the county council and not the district.',
  ),
  'not-a-council': invalid('Not a council', 'An alert is raised by a council with adult social care duties.'),
  'not-an-nhs-body': invalid('Not an NHS body', 'An alert goes to an ICB, or to a CCG before July 2022.'),
  'not-a-legal-body': invalid('Not a legal body on that day', 'The detail names the body that it was or is.'),
  'does-not-justify': invalid('The reason does not justify a delay', 'The detail lists the reasons that do.'),
  justifies: invalid('The reason justifies the delay', 'With this reason the delay is justified.'),
  'not-the-decision': invalid('Not the decision of the case', 'The detail names the day of the decision.'),
  'not-eligible': invalid('The person is not eligible', 'A decision of not eligible has no effective day.'),
  'before-decision': invalid('Before the decision', 'Earlier cover has to be said to be without prejudice.'),
  'before-cover': invalid('Before the cover', 'The NHS body pays from the first day of its cover on.'),
  'payment-reference-reused': invalid('The reference is taken', 'A reference names one payment of a case.'),
  'not-one-measure': invalid('Not one measure', 'A part of a day is a share or a weekly sum, not both.'),
  'shares-above-one': invalid('The shares are above 1', 'Nobody can fund more than the whole of a day.'),
  'not-the-agreed-measure': invalid(
    'Not the agreed measure',
    'The local agreement says whether a joint package is divided by shares or by fixed weekly sums.',
  ),
  'only-the-decision-counts': invalid(
    'Only the decision counts',
    'By the local agreement eligibility begins with the decision, and no earlier day is stated.',
  ),
  'after-hard-stop': invalid(
    'After the hard stop of bridging',
    'The local agreement names a day beyond which no review is put off. Payments go on until the two bodies decide.',
  ),
  'not-a-reduction': invalid('Not a reduction', 'A weekly sum is given when the payment was reduced.'),
  overlaps: invalid('The days overlap others', 'The detail names those that are recorded already.'),
  'no-such-payment': invalid('No such payment', 'A reversal names a payment of the same case.'),
  'reversed-already': invalid('Reversed already', 'A payment is taken back once.'),
  'not-the-mirror': invalid(
    'Not the mirror of the payment',
    'A reversal has the same days and the amount below zero.',
  ),
  'shared-elsewhere': invalid(
    'Shared elsewhere',
    'Redundancy and notice pay are never part of bridging. They are shared by the time that each body funded the employment.',
  ),
  'approval-does-not-fit': invalid(
    'The approval does not fit',
    'What was approved says by whom and when; what was not approved says neither.',
  ),
  'half-a-period': invalid('Half a period', 'The days have a first and a last day, or neither is given.'),
  'too-many-rows': invalid('Too many rows', 'Divide the file.'),
  'broken-csv': invalid('The file is not CSV', 'The detail names the line.'),
  'missing-column': invalid('A column is missing', 'The detail names it.'),
  'unknown-column': invalid('A column is not known', 'The detail names it.'),
  'column-twice': invalid('A column is there twice', 'The detail names it.'),
};

/** Gives the refusals of this context their pages. */
@Injectable()
export class CaseProblems implements OnModuleInit {
  // A process without an HTTP server has no pages.
  constructor(@Optional() private readonly catalogue?: ProblemCatalogue) {}

  onModuleInit(): void {
    this.catalogue?.add(descriptions);
  }
}
