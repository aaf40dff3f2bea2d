import { refuseFuture } from '../../../kernel/field-checks.js';
import { InvalidValue } from '../../../kernel/invalid-value.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { nhsNumber, type NhsNumber } from '../nhs-number/nhs-number.js';
import { nameParts } from '../names/name-parts.js';

/** Whether the number was looked up in the NHS's own register of people, or only told. */
export const TRACE_STATUSES = ['traced', 'not-traced'] as const;
export type TraceStatus = (typeof TRACE_STATUSES)[number];

export interface PersonName {
  readonly given: string;
  readonly family: string;
}

export interface Contact {
  readonly addressLines?: readonly string[];
  readonly postcode?: string;
  readonly telephone?: string;
  readonly email?: string;
}

/** Who a person is and how to reach them. All of it is personal data: it stands in no event, address or log. */
export interface PersonDetails {
  readonly name: PersonName;
  readonly nhsNumber?: NhsNumber;
  /** There exactly when there is a number. */
  readonly nhsNumberStatus?: TraceStatus;
  readonly birthDate?: PlainDate;
  readonly contact?: Contact;
}

/** The details as somebody entered them. */
export interface EnteredDetails extends Omit<PersonDetails, 'nhsNumber'> {
  readonly nhsNumber?: string;
}

/**
 * Takes the details of a person.
 *
 * @throws FieldRefused naming the field, in words that do not repeat what was entered, since messages reach logs.
 */
export function checkedDetails(entered: EnteredDetails, today: PlainDate): PersonDetails {
  const { name, nhsNumber: number, nhsNumberStatus, birthDate, contact } = entered;
  if (birthDate !== undefined) refuseFuture('/birthDate', birthDate, today);
  if (number === undefined && nhsNumberStatus !== undefined)
    throw new FieldRefused(
      '/nhsNumberStatus',
      'no-nhs-number',
      'There is no NHS number that was traced or not',
    );
  const kept = contact === undefined ? undefined : contactOf(contact);
  return {
    name: { given: namePart('/name/given', name.given), family: namePart('/name/family', name.family) },
    ...(number !== undefined && {
      nhsNumber: checkedNumber(number),
      nhsNumberStatus: nhsNumberStatus ?? 'not-traced',
    }),
    ...(birthDate !== undefined && { birthDate }),
    ...(kept !== undefined && { contact: kept }),
  };
}

/** @throws FieldRefused for what cannot be an NHS number. */
export function checkedNumber(text: string): NhsNumber {
  try {
    return nhsNumber(text);
  } catch (fault) {
    if (!(fault instanceof InvalidValue)) throw fault;
    throw new FieldRefused('/nhsNumber', 'not-an-nhs-number', fault.message);
  }
}

function namePart(pointer: string, text: string): string {
  const tidy = text.normalize('NFC').trim().replace(/\s+/gu, ' ');
  if (nameParts(tidy).length === 0)
    throw new FieldRefused(pointer, 'not-a-name', 'A name has at least one letter');
  return tidy;
}

/** Nothing where nothing was entered: an empty form is not a way to reach somebody. */
function contactOf({ addressLines = [], postcode, telephone, email }: Contact): Contact | undefined {
  const lines = addressLines.map((line) => line.trim()).filter((line) => line !== '');
  const given = Object.entries({ postcode, telephone, email }).flatMap(([field, value]) => {
    const text = value?.trim() ?? '';
    return text === '' ? [] : [[field, text] as const];
  });
  const contact: Contact = { ...(lines.length > 0 && { addressLines: lines }), ...Object.fromEntries(given) };
  return Object.keys(contact).length === 0 ? undefined : contact;
}
