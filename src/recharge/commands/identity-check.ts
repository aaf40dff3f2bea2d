import { organisationDirectory } from '../../agreement/index.js';
import type { AccessContext } from '../../platform/access-log/access-log.js';
import { nhsBodiesOf, type CaseRecord } from '../../transfer-case/index.js';
import type { DocumentText } from '../domain/document-texts.js';
import { IdentityOnDocument, type FoundIdentifier } from '../domain/identity.refusals.js';

/** Whom a case knows, as far as an event may say it: by references, at organisations. */
export interface KnownToCase {
  readonly caseRef: string;
  /** The person and the PAs of the alert, by the references that the case has for them; whoever answers knows of later PAs. */
  readonly references: readonly string[];
  /** The bodies of the case and those that they took over from, each of which may have recorded them. */
  readonly organisations: readonly string[];
}

/** Whoever knows people says which texts tell who one of them is. */
export interface IdentityCheck {
  find(
    known: KnownToCase,
    texts: readonly DocumentText[],
    context: AccessContext,
  ): Promise<readonly FoundIdentifier[]>;
}

/** Nest's name for the check. */
export const IDENTITY_CHECK = Symbol('IdentityCheck');

/** @throws IdentityOnDocument naming each text that tells who somebody is, and by what. */
export async function refuseIdentity(
  check: IdentityCheck,
  theCase: Pick<
    CaseRecord,
    'caseRef' | 'personReference' | 'assistants' | 'council' | 'nhsBody' | 'areaChanges'
  >,
  texts: readonly DocumentText[],
  context: AccessContext,
): Promise<void> {
  const bodies = [theCase.council, ...nhsBodiesOf(theCase), context.actor.organisation];
  const known = {
    caseRef: theCase.caseRef,
    references: [theCase.personReference, ...theCase.assistants.map(({ assistantRef }) => assistantRef)],
    organisations: [...new Set(bodies.flatMap((body) => organisationDirectory.withPredecessors(body)))],
  };
  const found = await check.find(known, texts, context);
  if (found.length > 0) throw new IdentityOnDocument(found);
}
