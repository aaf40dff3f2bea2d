import { describe, expect, it } from '@jest/globals';
import { reportOf, withSection, type ChaosReport } from './report.js';

const REPORT: ChaosReport = {
  seed: 7,
  commit: '1234567',
  node: '20.19.0',
  servers: 2,
  workers: 3,
  planned: 4,
  struck: { server: 2, database: 1, cuts: 20, worker: 0, session: 0, both: 3, 'lost-lock': 0, restart: 0 },
  checks: 4,
  rebuilds: 1,
  sent: 90,
  acknowledged: 80,
  unknown: 12,
  abandoned: 10,
  lost: 0,
  doubled: 0,
  faults: [],
  fullDisk: [],
};

describe('the counts of a chaos run', () => {
  it('count a kill of both for the web process and for the database', () => {
    expect(reportOf(REPORT, ['--cycles', '2'])).toContain(
      'a web process killed **5** times and the database **4** times',
    );
  });

  it('say when the run was over before all that was asked for', () => {
    expect(reportOf({ ...REPORT, checks: 3 }, [])).toContain('3 cycles (of 4 that were asked for');
    expect(reportOf(REPORT, [])).not.toContain('asked for');
  });
});

describe('a section that is put in its place', () => {
  const page = '# Page\n\nHead.\n\n## First\n\nOld.\n\n### Of it\n\nOld too.\n\n## Second\n\nKept.\n';

  it('replaces the one of the same name, and leaves the others as they were', () => {
    expect(withSection(page, '## First\n\nNew.\n')).toBe(
      '# Page\n\nHead.\n\n## First\n\nNew.\n\n## Second\n\nKept.\n',
    );
  });

  it('replaces the last one to the end', () => {
    expect(withSection(page, '## Second\n\nNew.\n')).toMatch(/Old too\.\n\n## Second\n\nNew\.\n$/);
  });

  it('comes last when the page has none of the name', () => {
    expect(withSection(page, '## Third\n\nNew.\n')).toBe(`${page}\n## Third\n\nNew.\n`);
  });
});
