// PostgreSQL takes values in binary form without parsing text and without the doubling of bytes as hex, which is most of what
// an append of many events costs. The driver sends a Buffer as it is, in binary.

const OID = { bytea: 17, int4: 23, text: 25, uuid: 2950 };
const HEADER_BYTES = 20;
const LENGTH_BYTES = 4;
const INTEGER_BYTES = 4;
const UUID_BYTES = 16;
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** Writes a value at a place of a buffer that has room for it. */
type Write<T> = (value: T, into: Buffer, at: number) => void;

/**
 * The value of a `uuid` parameter.
 *
 * @throws RangeError for text that is not a UUID.
 */
export function uuidValue(uuid: string): Buffer {
  const value = Buffer.allocUnsafe(UUID_BYTES);
  writeUuid(uuid, value, 0);
  return value;
}

/**
 * The value of an `integer` parameter.
 *
 * @throws RangeError for a number that is not a whole one of four bytes.
 */
export function integerValue(integer: number): Buffer {
  const value = Buffer.allocUnsafe(INTEGER_BYTES);
  writeInteger(integer, value, 0);
  return value;
}

/** The value of a `bytea[]` parameter. */
export function byteaArray(items: readonly Uint8Array[]): Buffer {
  return arrayOf(
    OID.bytea,
    items,
    ({ length }) => length,
    (item, into, at) => into.set(item, at),
  );
}

/** The value of a `text[]` parameter. */
export function textArray(items: readonly string[]): Buffer {
  return arrayOf(
    OID.text,
    items,
    (item) => Buffer.byteLength(item, 'utf8'),
    (item, into, at) => into.write(item, at, 'utf8'),
  );
}

/**
 * The value of a `uuid[]` parameter.
 *
 * @throws RangeError for text that is not a UUID.
 */
export function uuidArray(items: readonly string[]): Buffer {
  return arrayOf(OID.uuid, items, () => UUID_BYTES, writeUuid);
}

/**
 * The value of an `integer[]` parameter.
 *
 * @throws RangeError for a number that is not a whole one of four bytes.
 */
export function integerArray(items: readonly number[]): Buffer {
  return arrayOf(OID.int4, items, () => INTEGER_BYTES, writeInteger);
}

function arrayOf<T>(
  elementOid: number,
  items: readonly T[],
  bytesOf: (item: T) => number,
  write: Write<T>,
): Buffer {
  const bytes = items.reduce((sum, item) => sum + LENGTH_BYTES + bytesOf(item), HEADER_BYTES);
  const array = Buffer.allocUnsafe(bytes);
  // One dimension, no nulls, the type, how many, and that counting starts at 1.
  const header = [1, 0, elementOid, items.length, 1];
  header.forEach((value, index) => array.writeInt32BE(value, index * LENGTH_BYTES));
  let at = HEADER_BYTES;
  for (const item of items) {
    const length = bytesOf(item);
    array.writeInt32BE(length, at);
    write(item, array, at + LENGTH_BYTES);
    at += LENGTH_BYTES + length;
  }
  return array;
}

function writeUuid(uuid: string, into: Buffer, at: number): void {
  if (!UUID.test(uuid)) throw new RangeError(`${uuid} is not a UUID`);
  into.write(uuid.replaceAll('-', ''), at, 'hex');
}

function writeInteger(integer: number, into: Buffer, at: number): void {
  if (!Number.isInteger(integer)) throw new RangeError(`${integer} is not a whole number`);
  into.writeInt32BE(integer, at);
}
