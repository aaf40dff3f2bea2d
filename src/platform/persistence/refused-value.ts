import { QueryFailedError } from 'typeorm';

// Classes of SQLSTATE: a value that does not fit, one that breaks a constraint, one that is too large.
const ABOUT_A_VALUE = ['22', '23', '54'];

/** True when the database refused a statement for one of its values, so that it would take the others without that one. */
export function refusesAValue(fault: unknown): fault is QueryFailedError {
  if (!(fault instanceof QueryFailedError)) return false;
  const { code = '' } = fault.driverError as { code?: string };
  return ABOUT_A_VALUE.some((each) => code.startsWith(each));
}
