import type { Fault } from './faults.js';
import type { FullDiskRun } from './full-disk.js';

/** What a run of the chaos suite counted. */
export interface ChaosReport {
  readonly seed: number;
  readonly commit: string;
  readonly node: string;
  readonly servers: number;
  readonly workers: number;
  /** Cycles that were asked for; a run that is ended early does fewer. */
  readonly planned: number;
  /** How often each fault was brought about; for cuts, the connections that were cut. */
  readonly struck: Record<Fault, number>;
  checks: number;
  /** After how many of the cycles the read models were compared with a rebuild. */
  rebuilds: number;
  sent: number;
  acknowledged: number;
  /** Commands of which a try got no answer. */
  unknown: number;
  /** Commands that were given up without ever having an answer. */
  abandoned: number;
  lost: number;
  doubled: number;
  readonly faults: string[];
  fullDisk: FullDiskRun[];
}

const FAULT_IN_WORDS: Readonly<Record<Fault, string>> = {
  server: 'kill -9 of a web process in the middle of commands',
  worker: 'kill -9 of a worker in the middle of its batches',
  database: 'kill -9 of PostgreSQL’s postmaster',
  session: 'one database session ended by force',
  both: 'kill -9 of a web process, a worker and PostgreSQL at once',
  cuts: 'connections cut: before the request, after it, before the answer, in the answer; to the API and to the database',
  'lost-lock': 'every runner’s session ended, and its lock with it, in the middle of its batches',
  restart: 'a web process and a worker stopped and started in good order under load',
};

/** The heading under which `docs/reliability.md` keeps the counts of the last run that wrote them. */
const HEADING = '## Killed and cut';

/** The section of counts for whoever wants to know before trusting the product. */
export function reportOf(report: ChaosReport, args: readonly string[]): string {
  const { seed, commit, node, servers, workers, struck, checks, rebuilds } = report;
  const rows = Object.entries(struck).map(
    ([fault, count]) => `| ${FAULT_IN_WORDS[fault as Fault]} | ${count} |`,
  );
  return `${HEADING}

Written by \`npm run chaos -- ${args.join(' ')}\` at commit ${commit}, on Node ${node}, with seed ${seed}: ${servers} web processes and
${workers} workers of the built product, and an embedded PostgreSQL that waits for the disk. Eight clients raise alerts and record
payments over HTTP; a command that gets no answer is sent again with its key, and one in four is given up instead.

| What was done to it | Times |
| --- | --- |
${rows.join('\n')}

That is a web process killed **${struck.server + struck.both}** times and the database **${struck.database + struck.both}** times.

| What came of it | Count |
| --- | --- |
| Commands sent | ${report.sent} |
| Acknowledged | ${report.acknowledged} |
| Without an answer at first | ${report.unknown} |
| Given up without an answer | ${report.abandoned} |
| **Acknowledged and lost** | **${report.lost}** |
| **Done twice or in part** | **${report.doubled}** |
| Other faults found | ${report.faults.length} |

After each of the ${checks} cycles${report.planned > checks ? ` (of ${report.planned} that were asked for, when its time was over)` : ''} the whole was checked: each acknowledged command is there once, at the revision and position that
its answer named; nothing is there that nobody sent; revisions and positions have no hole; the recorded time never goes back;
the chains verify; every follower is at the head within ten seconds; and each recharge is the sum of its lines and each split
adds up to what was shared. After ${rebuilds} of them, the last one of each database among them, every read model was compared with
what a rebuild makes of the events, and has to be the same byte for byte; cases are left alone after their cycle, so that a
row that went wrong would still be wrong then.
${report.fullDisk.map(({ sentence }) => `\n${sentence}.\n`).join('')}`;
}

/**
 * A Markdown page with a section put in the place of the one with the same heading, or at the end. A section reaches to the
 * next heading of its own level.
 */
export function withSection(page: string, section: string): string {
  const heading = section.slice(0, section.indexOf('\n') + 1);
  const start = `\n${page}`.indexOf(`\n${heading}`);
  if (start < 0) return `${page}\n${section}`;
  const next = page.indexOf('\n## ', start);
  return page.slice(0, start) + section + (next < 0 ? '' : page.slice(next));
}
