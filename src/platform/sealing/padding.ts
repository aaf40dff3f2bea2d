/** A name and a "yes" would show by their lengths what they are. */
const STEP_BYTES = 64;
const END_OF_TEXT = 0x80;

/** Fills up with one mark and zeros to the next whole 64 bytes; there is always a mark. */
export function pad(bytes: Uint8Array): Buffer {
  const padded = Buffer.alloc((Math.floor(bytes.length / STEP_BYTES) + 1) * STEP_BYTES);
  padded.set(bytes);
  padded[bytes.length] = END_OF_TEXT;
  return padded;
}

/** @throws RangeError when there is no mark with nothing but zeros behind it. */
export function unpad(padded: Buffer): Buffer {
  const end = padded.lastIndexOf(END_OF_TEXT);
  if (end < 0 || padded.subarray(end + 1).some((byte) => byte !== 0))
    throw new RangeError('There is no padding');
  return padded.subarray(0, end);
}
