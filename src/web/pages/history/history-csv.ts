import { csvDownload, type CsvColumn } from '../../downloads/csv.js';
import type { Download } from '../../page/page.js';
import type { CaseEvent } from './case-events.js';

const COLUMNS: readonly CsvColumn<CaseEvent>[] = [
  { name: 'Step', kind: 'number', value: ({ ordinal }) => ordinal },
  { name: 'Recorded at', kind: 'text', value: ({ recordedAt }) => recordedAt },
  { name: 'True on', kind: 'text', value: ({ occurredOn }) => occurredOn },
  { name: 'Type', kind: 'text', value: ({ type }) => type },
  { name: 'What happened', kind: 'text', value: ({ sentence }) => sentence },
  { name: 'Person', kind: 'text', value: ({ actor }) => actor.id },
  { name: 'Name', kind: 'text', value: ({ actor }) => actor.name },
  { name: 'Body', kind: 'text', value: ({ actor }) => actor.organisation },
  { name: 'Role', kind: 'text', value: ({ actor }) => actor.role },
  { name: 'Record', kind: 'text', value: ({ record }) => record },
  { name: 'Version', kind: 'number', value: ({ version }) => version },
  { name: 'Event', kind: 'text', value: ({ eventId }) => eventId },
  { name: 'Position', kind: 'text', value: ({ position }) => position },
  { name: 'Put right because of', kind: 'text', value: ({ correction }) => correction?.reasonCode },
  { name: 'Shown by', kind: 'text', value: ({ correction }) => correction?.documentReference },
  { name: 'Facts', kind: 'text', value: ({ data }) => JSON.stringify(data) },
];

/** The history of a case for spreadsheets: a row for each event, in their order. */
export function historyCsv(caseRef: string, events: readonly CaseEvent[]): Download {
  return csvDownload(`${caseRef}-history.csv`, COLUMNS, events);
}
