import { dateInWords, type PlainDate } from '../../kernel/plain-date.js';
import { FieldRefused } from '../../kernel/refusal.js';
import type { Organisation, OrganisationDirectory, OrganisationKind } from './organisation.js';

const NHS_KINDS: readonly (OrganisationKind | undefined)[] = [
  'clinical-commissioning-group',
  'integrated-care-board',
  'nhs-england',
];

/**
 * The council with this code, which exists in law on the day.
 *
 * @throws FieldRefused for a shire district, another kind of body, an unknown code, or a day when it does not exist.
 */
export function councilOn(
  directory: OrganisationDirectory,
  code: string,
  day: PlainDate,
  pointer: string,
): Organisation {
  refuseDistrict(directory, code, day, pointer);
  const isCouncil = directory.kindOn(code, day) === 'council';
  return legalOn(directory, code, day, pointer, isCouncil, 'a council with adult social care duties');
}

/** @throws FieldRefused when the code is that of a shire district. */
export function refuseDistrict(
  directory: OrganisationDirectory,
  code: string,
  day: PlainDate,
  pointer: string,
): void {
  if (directory.kindOn(code, day) !== 'district-council') return;
  throw new FieldRefused(
    pointer,
    'district-council',
    `${code} is a shire district, which has no adult social care duty`,
  );
}

/**
 * The NHS body with this code, which exists in law on the day.
 *
 * @throws FieldRefused for a sub-ICB location, another kind of body, an unknown code, or a day when it does not exist.
 */
export function nhsBodyOn(
  directory: OrganisationDirectory,
  code: string,
  day: PlainDate,
  pointer: string,
): Organisation {
  const kind = directory.kindOn(code, day);
  if (kind === 'sub-icb-location') {
    const successor = directory.bodyOn(code, day);
    const instead =
      successor === undefined ? '' : `; the legal body is ${successor.name} (${successor.code})`;
    const detail = `${code} names a sub-ICB location on ${dateInWords(day)}, not a legal body${instead}`;
    throw new FieldRefused(pointer, 'sub-icb-location', detail);
  }
  return legalOn(directory, code, day, pointer, NHS_KINDS.includes(kind), 'an NHS body');
}

function legalOn(
  directory: OrganisationDirectory,
  code: string,
  day: PlainDate,
  pointer: string,
  isOfKind: boolean,
  wanted: string,
): Organisation {
  const organisation = directory.find(code);
  if (organisation === undefined)
    throw new FieldRefused(pointer, 'unknown-organisation', `${code} is not a body that is loaded`);
  if (!isOfKind)
    throw new FieldRefused(pointer, 'wrong-kind-of-body', `${organisation.name} is not ${wanted}`);
  if (!directory.isLegalOn(code, day)) {
    const detail = `${organisation.name} does not exist in law on ${dateInWords(day)}`;
    throw new FieldRefused(pointer, 'not-in-law-on-day', detail);
  }
  return organisation;
}
