import {
  eventsOf,
  type SubjectHistory,
  type SubjectProjection,
  type TableRows,
} from '../../../platform/projections/projection.js';
import type { AgreementEvent } from '../../domain/agreement.events.js';
import { foldAgreement, type AgreementRecord, type AgreementVersion } from '../../domain/agreement.js';
import { AgreementVersionRow } from './agreement-version.entity.js';
import { AgreementRow } from './agreement.entity.js';

function project(history: SubjectHistory): readonly TableRows[] {
  const events = eventsOf<AgreementEvent>(history, 'agreement.');
  const state = foldAgreement(events);
  if (state.stage === 'none') return [];
  const { subject } = history;
  const seenBy = [state.council, state.nhsBody];
  return [
    { table: AgreementRow, rows: [agreementRow(subject, state, events.length)], seenBy },
    {
      table: AgreementVersionRow,
      rows: state.versions.map((version) => versionRow(subject, version)),
      seenBy,
    },
  ];
}

function agreementRow(subject: string, state: AgreementRecord, revision: number): Readonly<AgreementRow> {
  const { agreementId, council, nhsBody, stage } = state;
  return { agreementId, subject, council, nhsBody, stage, revision };
}

function versionRow(subject: string, version: AgreementVersion): Readonly<AgreementVersionRow> {
  return { ...version, subject, inForceUntil: version.inForceUntil ?? null };
}

/** The local agreements with their versions. */
export const agreementsProjection: SubjectProjection = {
  name: 'agreements',
  tables: [AgreementRow, AgreementVersionRow],
  reads: ['agreement.'],
  project,
};
