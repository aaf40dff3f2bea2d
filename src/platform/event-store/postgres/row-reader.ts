// PostgreSQL counts from 2000-01-01T00:00:00Z.
const EPOCH_MICROSECONDS = BigInt(Date.UTC(2000, 0, 1)) * 1000n;

/** Reads the values of a row in binary form, one after the other. None of them may be null where it does not say so. */
export class RowReader {
  /** After the number of values. */
  private at = 2;

  /** @param row the body of a DataRow message */
  constructor(private readonly row: Buffer) {}

  bytes(): Buffer {
    const length = this.row.readInt32BE(this.at);
    const from = this.at + 4;
    this.at = from + length;
    return this.row.subarray(from, this.at);
  }

  text(): string {
    const length = this.row.readInt32BE(this.at);
    const from = this.at + 4;
    this.at = from + length;
    return this.row.toString('utf8', from, this.at);
  }

  integer(): number {
    this.at += 8;
    return this.row.readInt32BE(this.at - 4);
  }

  bigint(): bigint {
    this.at += 12;
    return this.row.readBigInt64BE(this.at - 8);
  }

  uuid(): string {
    this.at += 20;
    const hex = this.row.toString('hex', this.at - 16, this.at);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  /** A timestamptz as an instant in UTC with its microseconds. */
  instant(): string {
    const microseconds = this.bigint() + EPOCH_MICROSECONDS;
    const toMillisecond = new Date(Number(microseconds / 1000n)).toISOString().slice(0, -1);
    return `${toMillisecond}${String(microseconds % 1000n).padStart(3, '0')}Z`;
  }

  /** The same, or nothing for null. */
  optionalInstant(): string | undefined {
    if (this.row.readInt32BE(this.at) >= 0) return this.instant();
    this.at += 4;
    return undefined;
  }
}
