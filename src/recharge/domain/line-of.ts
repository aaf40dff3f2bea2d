import type { AnsweredLine, RechargeRecord } from './recharge.js';
import { NoSuchLine } from './refusals.js';

/** @throws NoSuchLine when the recharge has no line of that number. */
export function lineOf({ lines }: RechargeRecord, number: number): AnsweredLine {
  const line = lines.find((each) => each.number === number);
  if (line === undefined) throw new NoSuchLine(number, lines.length);
  return line;
}
