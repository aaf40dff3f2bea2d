import { Fraction } from '../../../kernel/fraction.js';
import { isReference } from '../../../kernel/ids.js';
import { InvalidValue } from '../../../kernel/invalid-value.js';
import type { CsvRow } from '../../../platform/imports/csv-rows.js';
import { dayFromCsv, penceFromCsv } from '../../../platform/imports/csv-values.js';
import type { EmploymentImportRow, RowFault } from '../../commands/employment-import-report.js';
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

/** Reads a row, collecting every value that cannot be read instead of stopping at the first. */
export function employmentRow({ line, values }: CsvRow<EmploymentColumn>): EmploymentImportRow {
  const faults: RowFault[] = [];
  const read = <Value>(column: EmploymentColumn, parse: (text: string) => Value): Value | undefined => {
    try {
      return parse(values[column]);
    } catch (fault) {
      if (!(fault instanceof InvalidValue)) throw fault;
      faults.push({ column, code: 'cannot-be-read', detail: fault.message });
      return undefined;
    }
  };
  const caseRef = read('case_reference', asCaseReference);
  const assistantRef = read('assistant_reference', asText);
  const status = read('status', asStatus);
  const startedOn = read('started_on', dayFromCsv);
  const weeklyHours = read('weekly_hours', asExactText);
  const hourlyRatePence = read('hourly_rate', penceFromCsv);
  const named = {
    line,
    caseReference: values.case_reference,
    assistantReference: values.assistant_reference,
    faults,
  };
  if (
    caseRef === undefined ||
    assistantRef === undefined ||
    status === undefined ||
    startedOn === undefined ||
    weeklyHours === undefined ||
    hourlyRatePence === undefined
  ) {
    return named;
  }
  const employmentId = employmentIdOf(caseRef, assistantRef);
  const facts = { employmentId, caseRef, assistantRef, status, startedOn, weeklyHours, hourlyRatePence };
  return { ...named, facts };
}

function asCaseReference(text: string): string {
  if (!isReference('TC', text)) {
    throw new InvalidValue(`"${text}" is not a case reference such as TC-7F3K92QD1M`);
  }
  return text;
}

function asText(text: string): string {
  if (text === '') throw new InvalidValue('The PA has no reference');
  return text;
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
