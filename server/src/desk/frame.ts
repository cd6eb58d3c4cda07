import type { Instant } from "@flowdesk/shared/time/instant.ts";

/** Most bytes of changes in one frame; a single change that is larger has a frame to itself. */
export const largestFrame = 256 * 1024;

/**
 * An event on its way down, encoded once for everyone who gets it: as the text of a Socket.IO packet, and as the bytes
 * of the WebSocket frame around it.
 */
export class Frame {
  readonly text: string;
  /** Header and payload in one piece, which goes out in one write. Altered by nobody: all connections send the same. */
  readonly bytes: Buffer;

  constructor(event: string, json: string) {
    this.text = `2[${JSON.stringify(event)},${json}]`;
    // "4" is Engine.IO's mark of a message.
    const payload = `4${this.text}`;
    const length = Buffer.byteLength(payload);
    const head = header(length);
    this.bytes = Buffer.allocUnsafeSlow(head.length + length);
    head.copy(this.bytes);
    this.bytes.write(payload, head.length);
  }
}

/** The header of an unmasked, final text frame. Source: RFC 6455, section 5.2. */
function header(length: number): Buffer {
  const finalText = 0x81;
  if (length < 126) return Buffer.from([finalText, length]);
  if (length < 65_536) return Buffer.from([finalText, 126, length >> 8, length & 0xff]);
  const bytes = Buffer.alloc(10);
  bytes[0] = finalText;
  bytes[1] = 127;
  bytes.writeBigUInt64BE(BigInt(length), 2);
  return bytes;
}

/** What happened in a desk from `from` to `to`, as one view sees it. */
export class ChangesFrame extends Frame {
  readonly from: number;
  readonly to: number;

  /** `changes` are the JSON of those that the view sees, in order. */
  constructor(desk: string, from: number, to: number, now: Instant, changes: readonly string[]) {
    super(
      "changes",
      `{"desk":${JSON.stringify(desk)},"from":${from},"to":${to},"now":${JSON.stringify(now)},"changes":[${changes.join(",")}]}`,
    );
    this.from = from;
    this.to = to;
  }
}
