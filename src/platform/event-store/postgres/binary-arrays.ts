// PostgreSQL takes an array in binary form (array_recv) without parsing text and without the doubling of bytes as hex, which
// is most of what an append costs. The driver sends a Buffer as it is, in binary.

const OID = { bytea: 17, int4: 23, text: 25, uuid: 2950 };
const HEADER_BYTES = 20;
const LENGTH_BYTES = 4;

/** The value of a `bytea[]` parameter. */
export function byteaArray(items: readonly Uint8Array[]): Buffer {
  return arrayOf(OID.bytea, items);
}

/** The value of a `text[]` parameter. */
export function textArray(items: readonly string[]): Buffer {
  return arrayOf(
    OID.text,
    items.map((item) => Buffer.from(item, 'utf8')),
  );
}

/**
 * The value of a `uuid[]` parameter.
 *
 * @throws RangeError for text that is not a UUID.
 */
export function uuidArray(items: readonly string[]): Buffer {
  return arrayOf(OID.uuid, items.map(uuidBytes));
}

/**
 * The value of an `integer[]` parameter.
 *
 * @throws RangeError for a number that is not a whole one of four bytes.
 */
export function integerArray(items: readonly number[]): Buffer {
  return arrayOf(OID.int4, items.map(integerBytes));
}

function arrayOf(elementOid: number, items: readonly Uint8Array[]): Buffer {
  const bytes = items.reduce((sum, item) => sum + LENGTH_BYTES + item.length, HEADER_BYTES);
  const array = Buffer.allocUnsafe(bytes);
  // One dimension, no nulls, the type, how many, and that counting starts at 1.
  const header = [1, 0, elementOid, items.length, 1];
  header.forEach((value, index) => array.writeInt32BE(value, index * LENGTH_BYTES));
  let at = HEADER_BYTES;
  for (const item of items) {
    array.writeInt32BE(item.length, at);
    array.set(item, at + LENGTH_BYTES);
    at += LENGTH_BYTES + item.length;
  }
  return array;
}

function uuidBytes(uuid: string): Buffer {
  const hex = uuid.replaceAll('-', '');
  if (!/^[0-9a-f]{32}$/i.test(hex)) throw new RangeError(`${uuid} is not a UUID`);
  return Buffer.from(hex, 'hex');
}

function integerBytes(value: number): Buffer {
  if (!Number.isInteger(value)) throw new RangeError(`${value} is not a whole number`);
  const bytes = Buffer.allocUnsafe(LENGTH_BYTES);
  bytes.writeInt32BE(value);
  return bytes;
}
