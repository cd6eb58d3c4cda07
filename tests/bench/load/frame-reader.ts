/** So much of a frame is looked at before it is decided whether the rest is wanted. */
const looked = 160;

/** What is wanted of a frame whose beginning was seen: to be told when all of it is there, with or without what it holds. */
export interface Wanted {
  readonly whole: boolean;
  /** Given the frame's payload; nothing of it if the whole is not wanted. */
  done(payload: Buffer): void;
}

export type Begun = (head: string, length: number) => Wanted | undefined;

/**
 * Reads unmasked WebSocket frames out of a stream, of which nearly all are only counted: the beginning of each is shown,
 * and the whole is put together only for whoever asks for it.
 */
export class FrameReader {
  readonly #begun: Begun;
  /** What was not enough to go on with; null if nothing was. */
  #rest: Buffer | null = null;
  #isUpgraded = false;
  /** Of the frame whose beginning was shown: how many bytes are to come, and where they go, if anywhere. */
  #missing = 0;
  #parts: Buffer[] = [];
  #wanted: Wanted | undefined;

  /** `begun` is given the beginning of each frame and its length, and says what is wanted of it. */
  constructor(begun: Begun) {
    this.#begun = begun;
  }

  /** Takes what was read. Nothing of it is kept but by copy. */
  take(read: Buffer): void {
    let bytes = this.#rest === null ? read : Buffer.concat([this.#rest, read]);
    this.#rest = null;
    if (!this.#isUpgraded) {
      const end = bytes.indexOf("\r\n\r\n");
      if (end === -1) {
        this.#rest = Buffer.from(bytes);
        return;
      }
      if (!bytes.toString("latin1", 0, end).startsWith("HTTP/1.1 101")) throw new Error(bytes.toString("latin1"));
      this.#isUpgraded = true;
      bytes = bytes.subarray(end + 4);
    }
    while (bytes.length > 0) {
      if (this.#missing > 0) {
        const part = bytes.subarray(0, this.#missing);
        bytes = bytes.subarray(part.length);
        this.#missing -= part.length;
        if (this.#wanted?.whole === true) this.#parts.push(Buffer.from(part));
        if (this.#missing === 0) this.#finish();
        continue;
      }
      const [header, length] = sizesOf(bytes);
      if (header === 0 || bytes.length < header + Math.min(length, looked)) {
        this.#rest = Buffer.from(bytes);
        return;
      }
      // Pings and the end of a connection, which the reading of text does not concern.
      const isText = ((bytes[0] ?? 0) & 0x0f) === 1;
      const head = bytes.toString("latin1", header, header + Math.min(length, looked));
      this.#wanted = isText ? this.#begun(head, length) : undefined;
      this.#missing = length;
      bytes = bytes.subarray(header);
      if (length === 0) this.#finish();
    }
  }

  #finish(): void {
    const wanted = this.#wanted;
    const parts = this.#parts;
    this.#wanted = undefined;
    this.#parts = [];
    wanted?.done(Buffer.concat(parts));
  }
}

/** The lengths of a frame's header and of what follows it; zeros if too little is there to tell. Source: RFC 6455, section 5.2. */
function sizesOf(bytes: Buffer): readonly [header: number, length: number] {
  const short = (bytes[1] ?? 0) & 0x7f;
  if (bytes.length < 2) return [0, 0];
  if (short < 126) return [2, short];
  if (short === 126) return bytes.length < 4 ? [0, 0] : [4, bytes.readUInt16BE(2)];
  return bytes.length < 10 ? [0, 0] : [10, Number(bytes.readBigUInt64BE(2))];
}
