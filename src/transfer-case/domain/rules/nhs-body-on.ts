import type { MissingFact } from '../../../kernel/figure.js';
import { dateInWords, type PlainDate } from '../../../kernel/plain-date.js';
import type { AreaDispute, CaseRecord } from '../case-record.js';

/** The NHS body that the case names for a day, before any succession in law. */
export function nhsBodyOn(
  { nhsBody, areaChanges }: Pick<CaseRecord, 'nhsBody' | 'areaChanges'>,
  day: PlainDate,
): string {
  return areaChanges.filter(({ from }) => from <= day).at(-1)?.nhsBody ?? nhsBody;
}

/** Every NHS body that the case has named, the one that was alerted first. */
export function nhsBodiesOf({
  nhsBody,
  areaChanges,
}: Pick<CaseRecord, 'nhsBody' | 'areaChanges'>): readonly string[] {
  return [...new Set([nhsBody, ...areaChanges.map((change) => change.nhsBody)])];
}

/** Every body that has a part in the case: its council, and every NHS body that it has named. */
export function bodiesOfCase({
  council,
  ...bodies
}: Pick<CaseRecord, 'council' | 'nhsBody' | 'areaChanges'>): readonly string[] {
  return [council, ...nhsBodiesOf(bodies)];
}

/** What the days wait for while NHS bodies dispute which of them is responsible. */
export function missingResponsibleBody({ from, interimPayer, documentReference }: AreaDispute): MissingFact {
  return {
    fact: 'responsible-nhs-body',
    reason: `NHS bodies dispute which of them is responsible from ${dateInWords(from)}; ${interimPayer} pays until it is settled (${documentReference})`,
    suppliedBy: 'the NHS bodies in dispute',
  };
}

/** From when days wait for NHS bodies to settle which of them is responsible; nothing while none dispute it. */
export function disputedDays({
  areaDispute,
}: Pick<CaseRecord, 'areaDispute'>): { readonly from: PlainDate; readonly missing: MissingFact } | undefined {
  return areaDispute && { from: areaDispute.from, missing: missingResponsibleBody(areaDispute) };
}
