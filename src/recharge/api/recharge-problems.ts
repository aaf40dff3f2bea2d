import { Injectable, Optional, type OnModuleInit } from '@nestjs/common';
import { ProblemCatalogue } from '../../platform/http/problems/problem-catalogue.js';
import type { ProblemDescription } from '../../platform/http/problems/problem-codes.js';
import { sharedProblems } from '../../platform/http/problems/shared-problems.js';

const descriptions: Readonly<Record<string, ProblemDescription>> = {
  ...sharedProblems,
  'recharge-not-found': {
    status: 404,
    title: 'No such recharge',
    meaning: 'There is no recharge of that reference, or your organisation has no part in its case.',
  },
  'recharge-not-ready': {
    status: 409,
    title: 'The recharge is not at that status',
    meaning: 'The fact status says how it stands, and nextSteps what may happen next.',
  },
  'recharge-exists': {
    status: 409,
    title: 'The case has a recharge already',
    meaning:
      'The fact rechargeRef names it. Work its draft out anew; after it was issued, credit it and a new version may follow.',
  },
  'recharge-stands': {
    status: 409,
    title: 'A recharge of the case stands',
    meaning:
      'The fact rechargeRefs names each. Credit what was issued and withdraw what was not, and then merge the case.',
  },
  'case-being-merged': {
    status: 409,
    title: 'The case is being merged',
    meaning:
      'The fact into names the case that goes on. If the merging was broken off, send it again: it is finished, or refused and the case charged as before.',
  },
  'several-nhs-bodies': {
    status: 409,
    title: 'Several NHS bodies owe for the case, or are owed',
    meaning: 'The fact nhsBodies lists them. A document has one of them: name the body in the field nhsBody.',
  },
  'no-transfer-back': {
    status: 409,
    title: 'The council owes nothing back',
    meaning:
      'A charge on the way back follows when the NHS body paid for days after it was liable: after its notice, or after the day on which overturned eligibility ended.',
  },
  'not-owed': {
    status: 422,
    title: 'The body is owed nothing',
    meaning:
      'Name an NHS body that paid while the council was liable, as transferBack in the liabilities of the case shows it.',
  },
  'not-liable': {
    status: 422,
    title: 'The body was liable for no day',
    meaning:
      'Name an NHS body that was liable while the council paid, as the liabilities of the case show it.',
  },
  'vat-not-confirmed': {
    status: 409,
    title: 'The VAT code is not confirmed',
    meaning: 'The local agreement leaves it to finance. The member missing says who confirms it.',
  },
  'identity-on-document': {
    status: 422,
    title: 'A document names nobody',
    meaning:
      'Recharges, credit notes and statements carry the reference of the case alone. The errors name each text that holds an NHS number, a National Insurance number, or the name or date of birth of a person of the case; none repeats it. A reference of a payment is put right by taking the payment back and recording it under another one. What the other body has to know of the person goes apart, in the restricted schedule.',
  },
  'purchase-order-required': {
    status: 422,
    title: 'A purchase order is required',
    meaning: 'The local agreement has each recharge name the purchase order of the body that owes.',
  },
  'case-not-complete': {
    status: 409,
    title: 'The transfer is not complete',
    meaning:
      'A recharge follows a transfer that is complete, a budget that covers the person where the local agreement says so, or a withdrawal after the council had paid.',
  },
  'recharge-pending': {
    status: 409,
    title: 'A fact of the recharge is missing',
    meaning: 'The fact missing lists what is not known, why it matters, and who can supply it.',
  },
  'recharge-not-evidenced': {
    status: 409,
    title: 'Some days have no payment',
    meaning:
      'The fact days lists them. A day that nobody paid for makes no debt: record the payment, or the last day that was covered.',
  },
  'nothing-to-charge': {
    status: 409,
    title: 'The recharge comes to nothing',
    meaning:
      'There are no days on which one body paid while another was liable, or charges and credits are equal.',
  },
  'recharge-out-of-date': {
    status: 409,
    title: 'The facts of the case have changed',
    meaning:
      'They give another sum than the one that was approved. Work the recharge out anew and have it approved.',
  },
  'payer-not-known': {
    status: 409,
    title: 'Who pays is not known',
    meaning:
      'The debtor was split, or its successor is not loaded. Name the successor that pays in payableBy once its code is loaded.',
  },
  'preparer-may-not-approve': {
    status: 403,
    title: 'Someone else must do this',
    meaning: 'Who worked a recharge out may neither approve nor credit it.',
  },
  'entered-what-is-charged': {
    status: 403,
    title: 'Someone else must do this',
    meaning:
      'Who recorded, imported or put right a payment, a rate or another fact that the sum rests on may neither approve nor credit it.',
  },
  'not-an-approver': {
    status: 403,
    title: 'An approver must do this',
    meaning: 'A sum is released and taken back by people who were given the right to approve.',
  },
  'requester-may-not-credit': {
    status: 403,
    title: 'Someone else must agree',
    meaning: 'A recharge is credited by two people: who asked for it does not agree to it.',
  },
  'charged-by-yourself': {
    status: 403,
    title: 'Someone else must do this',
    meaning:
      'Who prepared or approved a recharge for the body that is owed neither accepts nor pays it for the body that owes.',
  },
  'over-approval-limit': {
    status: 403,
    title: 'The sum is above your limit',
    meaning:
      'The fact limitPence says up to how much you may approve, and countedPence what this comes to, with besidePence of it that you approved on the case in the thirty days before.',
  },
  'above-agreed-limit': {
    status: 403,
    title: 'The sum is above the limit of the agreement',
    meaning:
      'Above limitPence the local agreement asks for an approver whose right on record reaches the sum, such as the chief finance officer.',
  },
  'approval-lapsed': {
    status: 409,
    title: 'The approval has lapsed',
    meaning:
      'Facts behind the sum were recorded after it was approved; the fact recordedSince says how many. Have it approved again.',
  },
  'no-such-line': {
    status: 404,
    title: 'No such line',
    meaning: 'Lines are numbered from 1; the fact lines says how many there are.',
  },
  'line-already-accepted': {
    status: 409,
    title: 'The line has been accepted',
    meaning: 'An accepted line is not queried any more. Ask the creditor to credit the recharge.',
  },
  'payment-exceeds-accepted': {
    status: 409,
    title: 'The payment is more than what was accepted',
    meaning: 'Only accepted lines are paid. The fact payablePence says what is left of them.',
  },
  'recharge-payment-reference-reused': {
    status: 409,
    title: 'The payment reference stands for another payment',
    meaning: 'The same reference was recorded with another amount or day.',
  },
  'document-date-in-the-future': {
    status: 422,
    title: 'The document is dated in the future',
    meaning: 'The date of the document is today in London or earlier.',
  },
  'payment-in-the-future': {
    status: 422,
    title: 'The payment is dated in the future',
    meaning: 'The day of payment is today in London or earlier.',
  },
  'payment-not-above-zero': {
    status: 422,
    title: 'The payment is not above zero',
    meaning: 'Money that goes back is the subject of a credit and the version after it.',
  },
  'not-a-successor': {
    status: 422,
    title: 'The body did not take over from the debtor',
    meaning: 'payableBy names a body that took over from the debtor and exists on the date of the document.',
  },
};

/** Describes the refusals of this context on their pages, in the process that has pages. */
@Injectable()
export class RechargeProblems implements OnModuleInit {
  constructor(@Optional() private readonly catalogue?: ProblemCatalogue) {}

  onModuleInit(): void {
    this.catalogue?.add(descriptions);
  }
}
