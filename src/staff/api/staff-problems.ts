import { Injectable, Optional, type OnModuleInit } from '@nestjs/common';
import { ProblemCatalogue } from '../../platform/http/problems/problem-catalogue.js';
import type { ProblemDescription } from '../../platform/http/problems/problem-codes.js';
import { sharedProblems } from '../../platform/http/problems/shared-problems.js';

const descriptions: Readonly<Record<string, ProblemDescription>> = {
  ...sharedProblems,
  'staff-not-found': {
    status: 404,
    title: 'No such member of staff',
    meaning:
      'There is no account of that reference, or your organisation does not know it. POST /v1/staff makes an account known to it.',
  },
  'right-not-found': {
    status: 404,
    title: 'No such right',
    meaning: 'The member of staff has no right of that reference in your organisation.',
  },
  'own-right': {
    status: 403,
    title: 'Nobody gives rights to themselves',
    meaning:
      'An administrator requests and decides the rights of others, never their own, and not those of another account of theirs.',
  },
  'same-person-decides': {
    status: 409,
    title: 'Somebody else has to decide',
    meaning: 'A right takes two administrators: one asks for it and another one grants or refuses it.',
  },
  'right-overlaps': {
    status: 409,
    title: 'The role is held or asked for already',
    meaning:
      'The fact grant names the right that has some of these days. Begin after its last day, or end it first.',
  },
  'right-not-open': {
    status: 409,
    title: 'The right is not open to this',
    meaning:
      'A right is decided once and ends once; the fact stage says how far it has come. What has an end can only end earlier.',
  },
  'enough-administrators': {
    status: 409,
    title: 'The organisation has its administrators',
    meaning:
      'The operator appoints while an organisation has fewer than two administrators. From then on they give all rights themselves.',
  },
  'not-another-account': {
    status: 409,
    title: 'Not another account of that person',
    meaning:
      'An account is another one of one person only, and never of itself; a person has ten at most, those that were taken back among them. It is taken back by the organisation that recorded it, or by one in which an account of the person has rights; where who recorded it has rights of both accounts, only by one that has too.',
  },
  'works-elsewhere': {
    status: 403,
    title: 'Works for another organisation',
    meaning:
      'An account of the person has rights in other organisations and none in yours, today or later. That your organisation knows the account gives it no say over its sessions or over whose it is: an administrator of theirs says that, or yours once two administrators have given it a right.',
  },
  'own-accounts': {
    status: 403,
    title: 'Nobody makes two people of themselves',
    meaning:
      'That two accounts are not one person’s after all is said by an administrator who has neither of them.',
  },
  'in-the-past': {
    status: 422,
    title: 'The day is past',
    meaning: 'A right begins and ends today at the earliest: what was done before stays as it was.',
  },
  'not-earlier': {
    status: 422,
    title: 'Not an earlier end',
    meaning: 'What has an end can only end earlier. More days are another right, which takes two people.',
  },
  'limit-missing': {
    status: 422,
    title: 'The approval limit is missing',
    meaning:
      'For an approver, state approvalLimit, or withoutApprovalLimit when there is none: none is never a thing forgotten.',
  },
  'limit-and-none': {
    status: 422,
    title: 'A limit, or none',
    meaning: 'State approvalLimit or withoutApprovalLimit, and not both.',
  },
  'no-limit-for-this-role': {
    status: 422,
    title: 'Only approvers have a limit',
    meaning: 'The role approves nothing, so there is no limit to it.',
  },
};

/** Describes the refusals of this context on their pages, in the process that has pages. */
@Injectable()
export class StaffProblems implements OnModuleInit {
  constructor(@Optional() private readonly catalogue?: ProblemCatalogue) {}

  onModuleInit(): void {
    this.catalogue?.add(descriptions);
  }
}
