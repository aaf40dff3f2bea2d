import type { PlainDate } from '../../../kernel/plain-date.js';
import type { NhsNumber } from '../nhs-number/nhs-number.js';
import type { Contact, PersonDetails, TraceStatus } from './person-details.js';

/** What a reader was shown, for the access log: kinds of field, never values. */
export const FIELD_CLASSES = ['name', 'nhs-number', 'birth-date', 'contact'] as const;
export type FieldClass = (typeof FIELD_CLASSES)[number];

/** Each detail by its JSON pointer, as text: what is sealed, one by one. */
export type DetailFields = Readonly<Record<string, string>>;

const NAME_GIVEN = '/name/given';
const NAME_FAMILY = '/name/family';
const NHS_NUMBER = '/nhsNumber';
const NHS_NUMBER_STATUS = '/nhsNumberStatus';
const BIRTH_DATE = '/birthDate';
const ADDRESS = '/contact/addressLines';
const CONTACT_TEXTS = ['postcode', 'telephone', 'email'] as const;

/** The details as fields. */
export function fieldsOf({
  name,
  nhsNumber,
  nhsNumberStatus,
  birthDate,
  contact,
}: PersonDetails): DetailFields {
  const fields: Record<string, string | undefined> = {
    [NAME_GIVEN]: name.given,
    [NAME_FAMILY]: name.family,
    [NHS_NUMBER]: nhsNumber,
    [NHS_NUMBER_STATUS]: nhsNumberStatus,
    [BIRTH_DATE]: birthDate,
    [ADDRESS]: contact?.addressLines === undefined ? undefined : JSON.stringify(contact.addressLines),
    ...Object.fromEntries(CONTACT_TEXTS.map((field) => [`/contact/${field}`, contact?.[field]])),
  };
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** The details that the fields were made of. */
export function detailsOf(fields: DetailFields): PersonDetails {
  const contact = contactOf(fields);
  return {
    name: { given: fields[NAME_GIVEN] ?? '', family: fields[NAME_FAMILY] ?? '' },
    ...(fields[NHS_NUMBER] !== undefined && {
      nhsNumber: fields[NHS_NUMBER] as NhsNumber,
      nhsNumberStatus: fields[NHS_NUMBER_STATUS] as TraceStatus,
    }),
    ...(fields[BIRTH_DATE] !== undefined && { birthDate: fields[BIRTH_DATE] as PlainDate }),
    ...(contact !== undefined && { contact }),
  };
}

/** The classes of these fields, in their usual order. */
export function classesOf(pointers: readonly string[]): readonly FieldClass[] {
  const found = new Set(pointers.map(classOf));
  return FIELD_CLASSES.filter((each) => found.has(each));
}

function classOf(pointer: string): FieldClass {
  if (pointer.startsWith('/name/')) return 'name';
  if (pointer === NHS_NUMBER || pointer === NHS_NUMBER_STATUS) return 'nhs-number';
  return pointer === BIRTH_DATE ? 'birth-date' : 'contact';
}

function contactOf(fields: DetailFields): Contact | undefined {
  const lines = fields[ADDRESS];
  const texts = CONTACT_TEXTS.flatMap((field) => {
    const text = fields[`/contact/${field}`];
    return text === undefined ? [] : [[field, text] as const];
  });
  if (lines === undefined && texts.length === 0) return undefined;
  return {
    ...(lines !== undefined && { addressLines: JSON.parse(lines) as string[] }),
    ...Object.fromEntries(texts),
  };
}
