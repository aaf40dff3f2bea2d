import { fold, type Aggregate } from '../../kernel/aggregate.js';
import type { Recorded } from '../../kernel/event.js';
import { personWho } from '../../kernel/recorded-facts.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { agreementCatalogue, type AgreementEvent, type Side } from './agreement.events.js';
import type { BoundAgreement } from './bound-agreement.js';

/** Where a version stands: only one that is in force or was superseded ever decided a figure. */
export type VersionStatus = 'draft' | 'partly-signed' | 'in-force' | 'superseded' | 'replaced';

export interface Signature {
  readonly side: Side;
  /** The sign-in id of who signed. */
  readonly by: string;
  /** The person behind the account, where that is known. */
  readonly staff?: string;
  readonly signedOn: PlainDate;
}

/** One version of a local agreement: terms that both sides sign as a whole, or not at all. */
export interface AgreementVersion extends BoundAgreement {
  readonly status: VersionStatus;
  readonly inForceFrom: PlainDate;
  /** The first day on which a later version is in force instead. */
  readonly inForceUntil?: PlainDate;
  readonly draftedOn: PlainDate;
  readonly signatures: readonly Signature[];
}

/** A local agreement between a council and an NHS body, with all its versions, the first one first. */
export interface AgreementRecord {
  readonly stage: 'draft' | 'partly-signed' | 'in-force';
  readonly agreementId: string;
  readonly council: string;
  readonly nhsBody: string;
  readonly versions: readonly AgreementVersion[];
}

export type Agreement = { readonly stage: 'none' } | AgreementRecord;

function evolve(
  state: Agreement,
  event: AgreementEvent,
  { recordedBy }: Recorded<AgreementEvent>,
): Agreement {
  if (event.type === 'agreement.drafted') return withDraft(state, event.data, event.occurredOn);
  if (state.stage === 'none') return state;
  switch (event.type) {
    case 'agreement.signed': {
      const { version, side, by } = event.data;
      const { staff } = personWho(by, recordedBy);
      const signature = { side, by, signedOn: event.occurredOn, ...(staff !== undefined && { staff }) };
      return withVersion({ ...state, stage: 'partly-signed' }, version, (drafted) => ({
        ...drafted,
        status: 'partly-signed',
        signatures: [...drafted.signatures, signature],
      }));
    }
    case 'agreement.brought-into-force':
      return withVersion({ ...state, stage: 'in-force' }, event.data.version, (signed) => ({
        ...signed,
        status: 'in-force',
      }));
    case 'agreement.superseded':
      return withVersion(state, event.data.version, (older) => ({
        ...older,
        status: 'superseded',
        inForceUntil: event.data.from,
      }));
  }
}

type Drafted = Extract<AgreementEvent, { type: 'agreement.drafted' }>['data'];

function withDraft(
  state: Agreement,
  { council, nhsBody, ...terms }: Drafted,
  draftedOn: PlainDate,
): AgreementRecord {
  const drafted: AgreementVersion = { ...terms, status: 'draft', draftedOn, signatures: [] };
  const older = state.stage === 'none' ? [] : state.versions.map(replacedIfOpen);
  return {
    stage: 'draft',
    agreementId: terms.agreementId,
    council,
    nhsBody,
    versions: [...older, drafted],
  };
}

/** On the table: it may be signed, until it is in force or a later draft takes its place. */
const isOpen = ({ status }: AgreementVersion) => status === 'draft' || status === 'partly-signed';

function replacedIfOpen(version: AgreementVersion): AgreementVersion {
  return isOpen(version) ? { ...version, status: 'replaced' } : version;
}

function withVersion(
  state: AgreementRecord,
  version: number,
  change: (found: AgreementVersion) => AgreementVersion,
): AgreementRecord {
  const versions = state.versions.map((each) => (each.version === version ? change(each) : each));
  return { ...state, versions };
}

export const agreement: Aggregate<Agreement, AgreementEvent> = {
  category: 'agreement',
  catalogue: agreementCatalogue,
  initial: { stage: 'none' },
  evolve,
  beginsWith: 'agreement.drafted',
};

/** The agreement that a history of agreement events leads to; `none` for an empty history. */
export function foldAgreement(history: readonly Recorded<AgreementEvent>[]): Agreement {
  return fold(agreement, history);
}

/** The version that may be signed, or nothing; there is one on the table at a time. */
export function openVersionOf({ versions }: AgreementRecord): AgreementVersion | undefined {
  return versions.find(isOpen);
}

/** The version in force on a day, or nothing. A version that both sides signed holds until the next one that they signed. */
export function versionInForceOn(state: Agreement, day: PlainDate): AgreementVersion | undefined {
  if (state.stage === 'none') return undefined;
  return state.versions.findLast(
    ({ status, inForceFrom }) => (status === 'in-force' || status === 'superseded') && inForceFrom <= day,
  );
}

/** The terms that a case is bound to, copied out of a version. */
export function boundTo({ agreementId, version, legalVehicle, options }: AgreementVersion): BoundAgreement {
  return { agreementId, version, legalVehicle, options };
}
