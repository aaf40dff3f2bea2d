import { unzipSync } from 'fflate';
import { readPdf } from './pdf-reader.js';

/** A file with what is packed in it laid out after it: what is drawn in a PDF, and the files of a ZIP, such as a workbook. */
export function unpacked(file: Buffer): Buffer {
  if (file.subarray(0, 5).toString('latin1') === '%PDF-') {
    const { structure, furniture, unmarked, resolved, metadata } = readPdf(file);
    const drawn = JSON.stringify({ structure, furniture, unmarked, resolved });
    return Buffer.concat([file, Buffer.from(drawn), Buffer.from(metadata)]);
  }
  if (file.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') {
    return Buffer.concat([file, ...Object.values(unzipSync(file))]);
  }
  return file;
}
