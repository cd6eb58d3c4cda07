import { decodeFile } from "@flowdesk/server/intake/file/decode.ts";
import { detectEncoding } from "@flowdesk/server/intake/file/encoding.ts";
import { describe, expect, test } from "vitest";
import { temporaryFiles } from "../temporary-file.ts";

const make = temporaryFiles();

async function read(bytes: Uint8Array): Promise<{ encoding: string; damaged: boolean; text: string }> {
  const path = make(bytes);
  const { encoding, damaged } = await detectEncoding(path);
  let text = "";
  for await (const piece of decodeFile(path, encoding)) text += piece;
  return { encoding, damaged, text };
}

const smørrebrød = "id,text\n1,Smørrebrød på Østerbro – æøå 😁\n";

describe("encodings", () => {
  test("UTF-8 with and without a byte order mark reads the same", async () => {
    for (const mark of ["", "\uFEFF"]) {
      expect(await read(Buffer.from(mark + smørrebrød))).toEqual({
        encoding: "utf-8",
        damaged: false,
        text: smørrebrød,
      });
    }
  });

  test("UTF-16 of both byte orders is known by its mark", async () => {
    const little = Buffer.from(`\uFEFF${smørrebrød}`, "utf16le");
    expect(await read(little)).toMatchObject({ encoding: "utf-16le", text: smørrebrød });
    expect(await read(Buffer.from(little).swap16())).toMatchObject({ encoding: "utf-16be", text: smørrebrød });
  });

  test("Danish and Norwegian letters in Windows-1252", async () => {
    const bytes = Buffer.from("Hvor er indgangen på Østerbro? – blåbær € “citat”".replace(/[–€“”]/gu, "?"), "latin1");
    bytes[bytes.indexOf("?".charCodeAt(0), 30)] = 0x80;
    const { encoding, text } = await read(bytes);
    expect(encoding).toBe("windows-1252");
    expect(text).toContain("på Østerbro");
    expect(text).toContain("€");
  });

  test("an emoji cut in half leaves a file UTF-8, and says that it is damaged", async () => {
    const cut = Buffer.concat([Buffer.from("1,hej "), Buffer.from("😁").subarray(0, 3), Buffer.from(" igen\n")]);
    expect(await read(cut)).toEqual({ encoding: "utf-8", damaged: true, text: "1,hej \uFFFD igen\n" });
  });

  test("a character that lies across two pieces is read whole", async () => {
    const text = `${"a".repeat(131_071)}😁${"ø".repeat(700_001)}`;
    expect(await read(Buffer.from(text))).toEqual({ encoding: "utf-8", damaged: false, text });
  });

  test("one Windows-1252 letter far into a large file is found", async () => {
    const bytes = Buffer.alloc(3_000_000, "a");
    bytes[2_500_000] = 0xf8;
    expect(await read(bytes)).toMatchObject({ encoding: "windows-1252", damaged: false });
  });

  test.each([
    ["a workbook", Buffer.from("PK\u0003\u0004 sheet1.xml")],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])],
    ["bytes at random", Buffer.from([1, 2, 3, 4, 5, 6, 7, 200, 0, 0, 0, 1])],
  ])("%s is refused as no text", async (_, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ name: "IntakeError", code: "file.not.text" });
  });

  test("an empty file, one that is not there and a folder are told apart", async () => {
    await expect(read(new Uint8Array())).rejects.toMatchObject({ code: "file.empty" });
    await expect(detectEncoding("/nowhere/at/all.csv")).rejects.toMatchObject({ code: "file.not.found" });
    await expect(detectEncoding("/")).rejects.toThrow("is a folder");
  });
});
