import { dataSheet, type DataSheet, type SheetColumn } from '../../downloads/data-sheet.js';
import type { CaseEvent } from './case-events.js';

const COLUMNS: readonly SheetColumn<CaseEvent>[] = [
  { name: 'Step', kind: 'count', value: ({ ordinal }) => ordinal },
  { name: 'Recorded at', kind: 'text', value: ({ recordedAt }) => recordedAt },
  { name: 'True on', kind: 'day', value: ({ occurredOn }) => occurredOn },
  { name: 'Type', kind: 'text', value: ({ type }) => type },
  { name: 'What happened', kind: 'text', value: ({ sentence }) => sentence },
  { name: 'Person', kind: 'text', value: ({ actor }) => actor.id },
  { name: 'Name', kind: 'text', value: ({ actor }) => actor.name },
  { name: 'Body', kind: 'text', value: ({ actor }) => actor.organisation },
  { name: 'Role', kind: 'text', value: ({ actor }) => actor.role },
  { name: 'Record', kind: 'text', value: ({ record }) => record },
  { name: 'Version', kind: 'count', value: ({ version }) => version },
  { name: 'Event', kind: 'text', value: ({ eventId }) => eventId },
  { name: 'Position', kind: 'text', value: ({ position }) => position },
  { name: 'Put right because of', kind: 'text', value: ({ correction }) => correction?.reasonCode },
  { name: 'Shown by', kind: 'text', value: ({ correction }) => correction?.documentReference },
  { name: 'Facts', kind: 'text', value: ({ data }) => JSON.stringify(data) },
];

/** The history of a case for spreadsheets: a row for each event, in their order. */
export function historySheet(events: readonly CaseEvent[]): DataSheet {
  return dataSheet('History', COLUMNS, events);
}
