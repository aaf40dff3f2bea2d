import { pence } from '../../../kernel/pence.js';
import { LEAVE_STATEMENT } from '../workforce.fixtures.js';

const { entitlementWeeks: _, weeklyHours: __, ...OF_ANY_METHOD } = LEAVE_STATEMENT;

/** 345.75 hours worked before 14 October 2024 give 41.732025 hours of leave; 16 were taken: 25.732025 at 11.80. */
export const IRREGULAR_STATEMENT = {
  ...OF_ANY_METHOD,
  method: 'irregular-hours',
  hoursByPayPeriod: ['118.5', '96', '131.25'],
  takenHours: '16',
  hourlyRatePence: pence(1180),
} as const;
