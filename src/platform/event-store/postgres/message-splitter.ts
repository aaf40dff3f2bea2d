const DATA_ROW = 'D'.charCodeAt(0);
// A type of one byte, then a length of four that counts itself and what follows.
const TYPE_BYTES = 1;
const HEADER_BYTES = 5;

/**
 * Cuts what PostgreSQL sends (protocol 3) into rows and the rest, in order, however the network has cut it. The rest is passed
 * on in whole messages.
 */
export class MessageSplitter {
  private rest: Buffer = Buffer.alloc(0);

  constructor(
    private readonly onRow: (body: Buffer) => void,
    private readonly onOthers: (messages: Buffer) => void,
  ) {}

  take(chunk: Buffer): void {
    const bytes = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    let at = 0;
    let othersFrom = 0;
    const passOthersOn = () => {
      if (at > othersFrom) this.onOthers(bytes.subarray(othersFrom, at));
    };
    while (bytes.length - at >= HEADER_BYTES) {
      const end = at + TYPE_BYTES + bytes.readInt32BE(at + TYPE_BYTES);
      if (end > bytes.length) break;
      if (bytes[at] === DATA_ROW) {
        passOthersOn();
        // A copy, so that whoever keeps a row does not keep all that came with it.
        this.onRow(Buffer.from(bytes.subarray(at + HEADER_BYTES, end)));
        othersFrom = end;
      }
      at = end;
    }
    passOthersOn();
    this.rest = bytes.subarray(at);
  }
}
