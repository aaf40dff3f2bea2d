import { organisationDirectory } from '../../src/agreement/index.js';
import { plainDate } from '../../src/kernel/plain-date.js';

const DAY = plainDate('2024-04-02');

const bodiesOfKind = (kind: string, count: number) =>
  organisationDirectory
    .all()
    .filter((each) => each.kind === kind && organisationDirectory.isLegalOn(each.code, DAY))
    .slice(0, count)
    .map(({ code }) => code);

/** Four councils and six NHS bodies. */
export const councils: readonly string[] = bodiesOfKind('council', 4);
export const nhsBodies: readonly string[] = bodiesOfKind('integrated-care-board', 6);
export const tenOrganisations: readonly string[] = [...councils, ...nhsBodies];

/** Each council has a case with each NHS body but its own number: everybody shares some and is kept from others. */
export const pairs: readonly (readonly [council: string, nhsBody: string])[] = councils.flatMap(
  (council, index) =>
    nhsBodies.filter((_, other) => other !== index).map((nhsBody) => [council, nhsBody] as const),
);
