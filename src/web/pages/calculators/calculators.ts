/** A calculator as people call it, by the end of its address in the API. */
export interface Calculator {
  readonly path: string;
  readonly text: string;
  readonly says: string;
}

export const calculators: readonly Calculator[] = [
  {
    path: 'redundancy',
    text: 'Redundancy pay',
    says: 'The statutory redundancy payment of a job, from its days, its pay and the age of the PA.',
  },
  {
    path: 'notice',
    text: 'Notice',
    says: 'The statutory notice that an employer must give, and the earliest day on which the job can end.',
  },
  {
    path: 'leave',
    text: 'Leave',
    says: 'Leave that is due, has accrued or is paid in lieu, for any pattern of work.',
  },
  {
    path: 'redundancy-split',
    text: 'Who bears a redundancy',
    says: 'Which funder bears what of a redundancy payment, by the time that each paid for.',
  },
  {
    path: 'bridging',
    text: 'Bridging',
    says: 'What an NHS body owes a council that went on paying while the NHS body was liable.',
  },
];

/** The route of a calculator in the API description. */
export function calculatorRoute(path: string): string {
  return `/v1/calculations/${path}`;
}
