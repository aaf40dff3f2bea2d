import { organisationDirectory } from '../agreement/index.js';
import { describePence } from '../kernel/pence.js';
import { periodInWords } from '../kernel/period.js';
import { dateInWords, type PlainDate } from '../kernel/plain-date.js';
import { nextSteps, type CaseRecord } from '../transfer-case/index.js';

type Line = readonly [label: string, value: string];

/** What is known of a case, as lines of a label and a value. What is not known has no line. */
export function caseLines(record: CaseRecord, revision: number): readonly Line[] {
  const lines: readonly (Line | undefined)[] = [
    ['Case', `${record.caseRef}, ${record.stage}, version ${revision}`],
    ['Council', nameOf(record.council)],
    ['NHS body', nameOf(record.nhsBody)],
    ...record.areaChanges.map(({ from, nhsBody }): Line => [
      'NHS body',
      `${nameOf(nhsBody)} from ${dateInWords(from)}`,
    ]),
    on('Alerted', record.alertedOn),
    on('Acknowledged', record.acknowledgedOn),
    ['Assistants', String(record.assistants.length)],
    on('Checklist received', record.checklist?.receivedOn),
    on('Fast Track received', record.fastTrackReceivedOn),
    record.decision && ['Decision', `${record.decision.outcome}, ${dateInWords(record.decision.decidedOn)}`],
    on('Decision revised', record.revisedDecision?.revisedOn),
    record.liability && ['NHS liable from', liability(record.liability)],
    record.agreement && ['Agreement', `${record.agreement.agreementId} version ${record.agreement.version}`],
    on('Bridging since', record.bridging?.openedOn),
    on('Bridging review due', record.bridging?.reviewDueOn),
    ...record.awardRates.map(({ from, weeklyPence }): Line => [
      'Weekly award',
      `${describePence(weeklyPence)} from ${dateInWords(from)}`,
    ]),
    ['Payments', String(record.payments.length)],
    on('Budget covers from', record.phbCoverStartsOn),
    on('Council’s last day', record.lastDayCovered),
    on('Died', record.diedOn),
    on('Declined CHC from', record.declinedFrom),
    on('Completed', record.completion?.completedOn),
    ['Next', nextSteps[record.stage].join(', ') || 'nothing'],
  ];
  return lines.filter((line) => line !== undefined);
}

function on(label: string, day: PlainDate | undefined): Line | undefined {
  return day === undefined ? undefined : [label, dateInWords(day)];
}

function liability({ startsOn, rule, held }: NonNullable<CaseRecord['liability']>): string {
  const waiting = held === undefined ? '' : `; ${periodInWords(held)} is held`;
  return `${dateInWords(startsOn)}, by rule ${rule}${waiting}`;
}

function nameOf(code: string): string {
  const name = organisationDirectory.find(code)?.name;
  return name === undefined ? code : `${name} (${code})`;
}
