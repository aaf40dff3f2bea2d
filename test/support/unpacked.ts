import { inflateRawSync, inflateSync } from 'node:zlib';

const ZIP_ENTRY = Buffer.from('PK\u0003\u0004');
const ZIP_HEADER_BYTES = 30;
const PDF_STREAM = Buffer.from('stream');

/** A file with what is packed in it laid out after it: the entries of a ZIP, such as an XLSX, and the streams of a PDF. */
export function unpacked(file: Buffer): Buffer {
  const entries = placesOf(file, ZIP_ENTRY).map((at) => {
    const names = file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
    return opened(inflateRawSync, file.subarray(at + ZIP_HEADER_BYTES + names));
  });
  const streams = placesOf(file, PDF_STREAM).map((at) => {
    const after = at + PDF_STREAM.length;
    return opened(inflateSync, file.subarray(after + (file[after] === 0x0d ? 2 : 1)));
  });
  return Buffer.concat([file, ...entries, ...streams]);
}

function placesOf(file: Buffer, text: Buffer): readonly number[] {
  const places: number[] = [];
  for (let at = file.indexOf(text); at >= 0; at = file.indexOf(text, at + 1)) places.push(at);
  return places.filter((at) => at + ZIP_HEADER_BYTES < file.length);
}

/** Nothing where what follows is not packed: then it is read as it is. */
function opened(inflate: (packed: Buffer) => Buffer, packed: Buffer): Buffer {
  try {
    return inflate(packed);
  } catch {
    return Buffer.alloc(0);
  }
}
