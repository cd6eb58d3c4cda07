import { crc32, inflateRawSync } from "node:zlib";
import { LinePacker } from "@flowdesk/server/desk/packed-lines.ts";
import { expect, test } from "vitest";

test("what is packed portion by portion is what packing it at once would give", () => {
  const packer = new LinePacker();
  const portions = Array.from({ length: 40 }, (_, at) => `{"item":"🎪 Hvor er indgangen? ${at}"}\n`.repeat(at * 30));
  for (const portion of portions) packer.add(portion);
  const { deflated, crc, length } = packer.end();
  const whole = Buffer.from(portions.join(""));
  expect(inflateRawSync(deflated).equals(whole)).toBe(true);
  expect([crc, length]).toEqual([crc32(whole), whole.length]);
  expect(deflated.buffer.byteLength).toBe(deflated.length);
});

test("nothing packs to nothing", () => {
  const { deflated, crc, length } = new LinePacker().end();
  expect([inflateRawSync(deflated).length, crc, length]).toEqual([0, 0, 0]);
});
