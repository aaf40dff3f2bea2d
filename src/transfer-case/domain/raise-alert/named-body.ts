import { FieldRefused } from '../../../kernel/refusal.js';
import { dateInWords, type PlainDate } from '../../../kernel/plain-date.js';

/** What is known, on the day of the alert, of a body that an alert names. */
export interface NamedBody {
  readonly code: string;
  /** Nothing when no body has this code. */
  readonly known?: {
    readonly name: string;
    readonly kind: string;
    readonly isLegal: boolean;
    /** The body that stands for it on that day; nothing when that needs a choice. */
    readonly standsIn?: { readonly code: string; readonly name: string };
  };
}

const NHS_KINDS = ['clinical-commissioning-group', 'integrated-care-board', 'nhs-england'];

/** @throws FieldRefused unless the body is a council with adult social care duties, in law on the day. */
export function refuseUnlessCouncil(pointer: string, body: NamedBody, day: PlainDate): void {
  if (body.known?.kind === 'district-council' || body.code.startsWith('E07')) {
    throw new FieldRefused(
      pointer,
      'no-adult-social-care-duty',
      `${nameOf(body)} is a shire district, which has no adult social care duty: name the county council`,
    );
  }
  refuseUnlessKind(pointer, body, ['council'], 'not-a-council', 'a council');
  refuseUnlessLegal(pointer, body, day);
}

/** @throws FieldRefused unless the body is an NHS body that can be liable, in law on the day. */
export function refuseUnlessNhsBody(pointer: string, body: NamedBody, day: PlainDate): void {
  refuseUnlessKind(
    pointer,
    body,
    // The code of a former CCG lives on as a location of an ICB, so it is refused below, where its successor can be named.
    [...NHS_KINDS, 'sub-icb-location'],
    'not-an-nhs-body',
    'an NHS body that can be liable',
  );
  refuseUnlessLegal(pointer, body, day);
  refuseUnlessKind(pointer, body, NHS_KINDS, 'not-a-legal-body', 'a legal body, but a part of an ICB');
}

function refuseUnlessKind(
  pointer: string,
  body: NamedBody,
  kinds: readonly string[],
  code: string,
  wanted: string,
): void {
  if (body.known === undefined) {
    throw new FieldRefused(pointer, 'unknown-organisation', `No organisation has the code ${body.code}`);
  }
  if (!kinds.includes(body.known.kind)) {
    throw new FieldRefused(pointer, code, `${nameOf(body)} is not ${wanted}`);
  }
}

function refuseUnlessLegal(pointer: string, body: NamedBody, day: PlainDate): void {
  if (body.known === undefined || body.known.isLegal) return;
  const { standsIn } = body.known;
  const instead =
    standsIn === undefined
      ? 'its duties went to more than one body: name the one that serves the person'
      : `the body on that day is ${standsIn.name} (${standsIn.code})`;
  throw new FieldRefused(
    pointer,
    'not-a-legal-body',
    `${nameOf(body)} is not a legal body on ${dateInWords(day)}; ${instead}`,
  );
}

function nameOf({ code, known }: NamedBody): string {
  return known === undefined ? code : `${known.name} (${code})`;
}
