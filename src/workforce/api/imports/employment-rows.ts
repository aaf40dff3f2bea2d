import { Fraction } from '../../../kernel/fraction.js';
import { InvalidValue } from '../../../kernel/invalid-value.js';
import type { CsvRow } from '../../../platform/imports/csv-rows.js';
import {
  dayFromCsv,
  penceFromCsv,
  referenceFromCsv,
  textFromCsv,
} from '../../../platform/imports/csv-values.js';
import { allRead, RowReading } from '../../../platform/imports/row-reading.js';
import type { EmploymentRow } from '../../commands/employment-import-report.js';
import { EMPLOYMENT_STATUSES, employmentIdOf } from '../../commands/vocabulary.js';

/** The columns of a file of PAs. */
export const EMPLOYMENT_COLUMNS = [
  'case_reference',
  'assistant_reference',
  'status',
  'started_on',
  'weekly_hours',
  'hourly_rate',
] as const;

export type EmploymentColumn = (typeof EMPLOYMENT_COLUMNS)[number];

const caseReference = referenceFromCsv('TC', 'case');
const assistantReference = textFromCsv('The PA has no reference');

export function employmentRow({ line, values }: CsvRow<EmploymentColumn>): EmploymentRow {
  const row = new RowReading(values);
  const facts = allRead({
    caseRef: row.read('case_reference', caseReference),
    assistantRef: row.read('assistant_reference', assistantReference),
    status: row.read('status', asStatus),
    startedOn: row.read('started_on', dayFromCsv),
    weeklyHours: row.read('weekly_hours', asExactText),
    hourlyRatePence: row.read('hourly_rate', penceFromCsv),
  });
  return {
    line,
    caseReference: values.case_reference,
    assistantReference: values.assistant_reference,
    faults: row.faults,
    ...(facts && {
      facts: { employmentId: employmentIdOf(facts.caseRef, facts.assistantRef), ...facts },
    }),
  };
}

function asStatus(text: string): (typeof EMPLOYMENT_STATUSES)[number] {
  const word = text.toLowerCase().replace(/\s+/g, '-');
  const status = EMPLOYMENT_STATUSES.find((each) => each === word);
  if (status === undefined) throw new InvalidValue(`"${text}" is neither employed nor self-employed`);
  return status;
}

function asExactText(text: string): string {
  Fraction.parse(text);
  return text;
}
