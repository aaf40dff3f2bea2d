import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { useTestIssuer } from '../support/issuer.js';
import { useTestDatabase } from '../support/postgres.js';
import { SampleApi } from '../support/sample-api/sample-api.js';
import { FaultyController, SECRET_REFERENCE } from './faulty.controller.js';
import { fuzz } from './fuzzer.js';
import type { FuzzReport } from './fuzz-report.js';
import { References } from './references.js';

const database = useTestDatabase();
const issuer = useTestIssuer();
let api: SampleApi | undefined;
let report: FuzzReport;

const run = async (requests: number, only: RegExp): Promise<FuzzReport> => {
  if (api === undefined) throw new Error('The sample API is there from beforeAll on');
  const references = new References();
  references.add('caseRef', SECRET_REFERENCE);
  const address = await api.app.getUrl();
  return fuzz(
    { address, databaseUrl: database.url, issuer: issuer.current, references },
    { requests, seed: 5, only },
  );
};

beforeAll(async () => {
  api = await SampleApi.start(database.url, issuer.current, {}, [FaultyController]);
  report = await run(600, /faulty/);
}, 120_000);

afterAll(async () => {
  await api?.stop();
});

describe('the fuzzer', () => {
  const faultsOf = (route: string) =>
    report.faults
      .filter(({ first }) => first.operation.endsWith(`/faulty/${route}`))
      .map(({ fault }) => fault);

  it.each([
    ['five-hundred', 'status 500'],
    ['never-served', 'status 503'],
    ['wrong-schema', 'the body is not as described: /amount must be string'],
    ['undescribed', 'status 203 is not described'],
    ['stack', String.raw`the answer has node_modules in it`],
    ['headers', 'header cache-control is missing or wrong'],
    ['headers', 'header x-powered-by is there'],
    ['open', 'it must be refused with 401, and got 200'],
    ['secret', `another organisation sees ${SECRET_REFERENCE}`],
    ['lenient', 'it must be refused with 400 or 422, and got 200'],
    ['stores', 'it was refused, and 1 events were stored'],
  ])('finds what is wrong with a route: %s', (route, fault) => {
    expect(faultsOf(route)).toContain(fault);
  });

  it.each(['sound', 'busy'])(
    'finds nothing wrong with one that does its work, if not at once: %s',
    (route) => {
      expect(faultsOf(route)).toEqual([]);
      expect(report.neverAccepted).not.toContain(`GET /v1/faulty/${route}`);
    },
  );

  it('says how to play each fault again', async () => {
    const [{ first, fault }] = report.faults as [FuzzReport['faults'][number]];
    expect(report.lines()[0]).toContain(`npm run fuzz -- --requests ${first.index + 1} --seed 5`);
    const again = await run(first.index + 1, /faulty/);
    expect(again.faults.map((each) => [each.first.index, each.fault])).toContainEqual([first.index, fault]);
  });

  it('counts what was answered', () => {
    expect(Object.values(report.perStatus).reduce((sum, count) => sum + count, 0)).toBe(600);
    expect(report.perStatus['401']).toBeGreaterThan(10);
  });
});
