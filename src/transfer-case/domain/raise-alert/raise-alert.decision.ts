import { refuseFuture, refuseUnlessReference } from '../../../kernel/field-checks.js';
import { Fraction } from '../../../kernel/fraction.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { AlreadyRecorded } from '../already-recorded.js';
import type { CaseDecision } from '../case-decision.js';
import type { CaseRecord } from '../case-record.js';
import type { Assistant, TransferCaseFact } from '../transfer-case.events.js';
import { refuseUnlessCouncil, refuseUnlessNhsBody, type NamedBody } from './named-body.js';

export interface RaiseAlertTerms {
  readonly caseRef: string;
  readonly personReference: string;
  readonly council: NamedBody;
  readonly nhsBody: NamedBody;
  readonly alertedOn: PlainDate;
  readonly assistants: readonly Assistant[];
  readonly wishesToKeepAssistants: boolean;
  readonly today: PlainDate;
}

const HOURS_IN_A_WEEK = Fraction.of(168);

/** The council tells the NHS body that a person who is being assessed is moving, and which PAs may come along. */
export const raiseAlert =
  (terms: RaiseAlertTerms): CaseDecision =>
  (state) => {
    refuseUnlessSound(terms);
    const { caseRef, personReference, council, nhsBody, assistants, wishesToKeepAssistants } = terms;
    const data = {
      caseRef,
      personReference,
      council: council.code,
      nhsBody: nhsBody.code,
      assistants,
      wishesToKeepAssistants,
    };
    switch (state.stage) {
      case 'none':
        return [{ type: 'transfer-case.alert-raised', occurredOn: terms.alertedOn, data }];
      case 'alerted':
      case 'acknowledged':
      case 'assessing':
      case 'not-eligible':
      case 'eligible':
      case 'bridging':
      case 'phb-started':
      case 'complete':
      case 'transferring-back':
      case 'back-with-council':
      case 'withdrawn':
      case 'merged':
        if (saysTheSame(data, terms.alertedOn, state)) return [];
        throw new AlreadyRecorded('The alert', undefined);
    }
  };

function refuseUnlessSound({
  alertedOn,
  today,
  personReference,
  council,
  nhsBody,
  assistants,
}: RaiseAlertTerms): void {
  refuseFuture('/alertedOn', alertedOn, today);
  refuseUnlessReference('/personReference', personReference);
  refuseUnlessCouncil('/council', council, alertedOn);
  refuseUnlessNhsBody('/nhsBody', nhsBody, alertedOn);
  assistants.forEach((assistant, index) => {
    const at = `/assistants/${index}`;
    refuseUnlessReference(`${at}/assistantRef`, assistant.assistantRef);
    if (assistants.findIndex(({ assistantRef }) => assistantRef === assistant.assistantRef) !== index) {
      throw new FieldRefused(`${at}/assistantRef`, 'named-twice', 'This assistant is in the list already');
    }
    refuseFuture(`${at}/startedOn`, assistant.startedOn, today);
    refuseUnlessHours(`${at}/weeklyHours`, Fraction.parse(assistant.weeklyHours));
    if (assistant.hourlyRatePence <= 0) {
      throw new FieldRefused(`${at}/hourlyRate`, 'not-above-zero', 'An hourly rate is above zero');
    }
  });
}

function refuseUnlessHours(pointer: string, hours: Fraction): void {
  if (hours.compare(Fraction.zero) <= 0 || hours.compare(HOURS_IN_A_WEEK) > 0) {
    throw new FieldRefused(
      pointer,
      'not-hours-of-a-week',
      'Weekly hours are above zero and not more than 168',
    );
  }
}

function saysTheSame(
  alert: TransferCaseFact<'transfer-case.alert-raised'>['data'],
  alertedOn: PlainDate,
  state: CaseRecord,
): boolean {
  return (
    alertedOn === state.alertedOn &&
    alert.personReference === state.personReference &&
    alert.council === state.council &&
    alert.nhsBody === state.nhsBody &&
    JSON.stringify(alert.assistants.map(inOrder)) === JSON.stringify(state.assistants.map(inOrder))
  );
}

function inOrder({ assistantRef, status, startedOn, weeklyHours, hourlyRatePence }: Assistant) {
  return [assistantRef, status, startedOn, weeklyHours, hourlyRatePence];
}
