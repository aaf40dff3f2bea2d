import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MessageSplitter } from './message-splitter.js';

interface Message {
  readonly type: string;
  readonly body: Uint8Array;
}

const messages: fc.Arbitrary<readonly Message[]> = fc.array(
  fc.record({ type: fc.constantFrom('D', 'D', 'C', 'Z', 'T', 'A'), body: fc.uint8Array({ maxLength: 40 }) }),
);

function bytesOf({ type, body }: Message): Buffer {
  const header = Buffer.alloc(5, type);
  header.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([header, body]);
}

/** What came out, in order: each row by itself, and the bytes between rows joined. */
function split(chunks: readonly Buffer[]): readonly (readonly [string, string])[] {
  const out: [string, string][] = [];
  const splitter = new MessageSplitter(
    (row) => out.push(['row', row.toString('hex')]),
    (others) => {
      const last = out.at(-1);
      if (last?.[0] === 'others') last[1] += others.toString('hex');
      else out.push(['others', others.toString('hex')]);
    },
  );
  chunks.forEach((chunk) => splitter.take(chunk));
  return out;
}

it('gives the same rows and the same rest in the same order, however the network cuts them', () => {
  fc.assert(
    fc.property(messages, fc.array(fc.integer({ min: 1, max: 30 })), (sent, sizes) => {
      const stream = Buffer.concat(sent.map(bytesOf));
      const chunks: Buffer[] = [];
      for (let at = 0, n = 0; at < stream.length; n += 1) {
        const size = sizes[n] ?? stream.length;
        chunks.push(stream.subarray(at, at + size));
        at += size;
      }
      const expected: [string, string][] = [];
      for (const message of sent) {
        const last = expected.at(-1);
        if (message.type === 'D') expected.push(['row', Buffer.from(message.body).toString('hex')]);
        else if (last?.[0] === 'others') last[1] += bytesOf(message).toString('hex');
        else expected.push(['others', bytesOf(message).toString('hex')]);
      }
      expect(split(chunks)).toEqual(expected);
    }),
  );
});

it('gives rows that stay what they are when the bytes they came in are used for something else', () => {
  const chunk = bytesOf({ type: 'D', body: Uint8Array.from([1, 2, 3]) });
  const rows: Buffer[] = [];
  new MessageSplitter(
    (row) => rows.push(row),
    () => undefined,
  ).take(chunk);
  chunk.fill(0);
  expect(rows.map((row) => [...row])).toEqual([[1, 2, 3]]);
});
