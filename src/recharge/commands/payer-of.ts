import type { OrganisationDirectory } from '../../agreement/index.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { FieldRefused } from '../../kernel/refusal.js';
import type { IssueTerms, SuccessorChoice } from '../domain/issue/issue.decision.js';

/** The successor that somebody chose, with why and what shows it, as far as it was said. */
export interface ChosenSuccessor extends Partial<SuccessorChoice> {
  readonly payableBy?: string;
}

/**
 * Who pays a document, and why where that had to be chosen: only where the debtor was split is there anything to choose.
 *
 * @throws FieldRefused when the body that was chosen did not take over from the debtor or does not exist on the day, when a
 * choice lacks its reason or what shows it, and when a reason is given where nothing is to be chosen.
 */
export function payerOf(
  directory: OrganisationDirectory,
  debtor: string,
  documentDate: PlainDate,
  { payableBy: chosen, reasonCode, documentReference }: ChosenSuccessor,
): Pick<IssueTerms, 'payer' | 'choice'> {
  const found = directory.payableBy(debtor, documentDate);
  if (chosen !== undefined) refuseUnlessSuccessor(directory, debtor, documentDate, chosen);
  if (chosen === undefined || found.status === 'known') {
    if (found.status === 'known' && chosen !== undefined && found.organisation.code !== chosen) {
      throw notASuccessor(debtor, chosen);
    }
    if (reasonCode !== undefined || documentReference !== undefined) throw nothingToChoose();
    return { payer: found };
  }
  if (reasonCode === undefined) throw required('/payableByReason', 'why this one of the successors pays');
  if (documentReference === undefined) throw required('/payableByDocument', 'the document that shows it');
  return {
    payer: { status: 'known', organisation: { code: chosen } },
    choice: { reasonCode, documentReference },
  };
}

function refuseUnlessSuccessor(
  directory: OrganisationDirectory,
  debtor: string,
  documentDate: PlainDate,
  chosen: string,
): void {
  const tookOver = directory.withPredecessors(chosen).includes(debtor);
  if (!tookOver || !directory.isLegalOn(chosen, documentDate)) throw notASuccessor(debtor, chosen);
}

function notASuccessor(debtor: string, chosen: string): FieldRefused {
  return new FieldRefused(
    '/payableBy',
    'not-a-successor',
    `${chosen} does not pay for ${debtor} on that day`,
  );
}

function required(pointer: string, what: string): FieldRefused {
  return new FieldRefused(pointer, 'required', `The debtor was split: say ${what}`);
}

function nothingToChoose(): FieldRefused {
  return new FieldRefused(
    '/payableByReason',
    'not-wanted',
    'A reason is for a successor that is chosen with payableBy where the debtor was split',
  );
}
