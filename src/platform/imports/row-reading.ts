import { InvalidValue } from '../../kernel/invalid-value.js';
import type { RowFault } from './import-report.js';

/** Reads the values of a row, collecting every one that cannot be read instead of stopping at the first. */
export class RowReading<Column extends string> {
  readonly faults: RowFault[] = [];

  constructor(private readonly values: Readonly<Record<Column, string>>) {}

  /** The value of a column; nothing, and a fault, when it cannot be read. */
  read<Value>(column: Column, parse: (text: string) => Value): Value | undefined {
    try {
      return parse(this.values[column]);
    } catch (fault) {
      if (!(fault instanceof InvalidValue)) throw fault;
      this.faults.push({ column, code: 'cannot-be-read', detail: fault.message });
      return undefined;
    }
  }
}

/** All of the values, or nothing when one of them could not be read. */
export function allRead<Values extends object>(values: {
  readonly [Key in keyof Values]: Values[Key] | undefined;
}): Values | undefined {
  return Object.values(values).includes(undefined) ? undefined : (values as Values);
}
