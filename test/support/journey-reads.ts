import type { PlayedExample } from '../../src/dev/examples/make-examples.js';
import type { RunningProduct } from './product.js';

/** One answer of the API, byte for byte. */
export interface RawAnswer {
  readonly path: string;
  readonly status: number;
  readonly etag: string | null;
  readonly body: string;
}

const VIEWS = [
  '',
  '/events',
  '/funding-timeline',
  '/deadlines',
  '/liabilities',
  '/employments',
  '/redundancies',
  '/leave',
];

/** Every read that the journeys make sense of: the lists, each case with all its views, each job, each recharge. */
export async function journeyReads(
  product: RunningProduct,
  played: readonly PlayedExample[],
  user: string,
): Promise<readonly RawAnswer[]> {
  const token = await product.issuer.tokenFor(user);
  const read = async (path: string): Promise<RawAnswer> => {
    const response = await fetch(`${product.address}${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return { path, status: response.status, etag: response.headers.get('etag'), body: await response.text() };
  };
  const lists = ['/v1/transfer-cases?limit=100', '/v1/recharges?limit=100', '/v1/agreements?limit=100'];
  const cases = played.flatMap(({ caseRef }) => VIEWS.map((view) => `/v1/transfer-cases/${caseRef}${view}`));
  const recharges = played.flatMap(({ rechargeRef }) =>
    rechargeRef === undefined ? [] : [`/v1/recharges/${rechargeRef}`],
  );
  const answers = await Promise.all([...lists, ...cases, ...recharges].map(read));
  const jobs = answers.flatMap(({ body }) =>
    [...body.matchAll(/"employmentId":"(EM-[0-9A-Z]+)"/g)].map(([, id]) => id),
  );
  const ofJobs = await Promise.all([...new Set(jobs)].map((id) => read(`/v1/employments/${id}`)));
  return [...answers, ...ofJobs];
}
