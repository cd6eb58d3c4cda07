import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bringIn } from "@flowdesk/client/text/en/bring-in.ts";
import { refusal } from "@flowdesk/client/text/en/refusal.ts";
import { laterWords, speak, startText, words } from "@flowdesk/client/text/i18n.ts";
import { rowSentence } from "@flowdesk/client/text/row-sentence.ts";
import { dashed } from "@flowdesk/client/text/words.ts";
import { handshakeRefusalSchema } from "@flowdesk/shared/protocol/handshake.ts";
import { describe, expect, test } from "vitest";

const server = fileURLToPath(new URL("../../../server/src/", import.meta.url));

/** What only the command line says, and texts that are no code of their own. */
const elsewhere = ["commands", "storage", "scenarios"];

/** Where a code stands in a source: in a type of codes, in a refusal that is made, as the code of a problem. */
const stands =
  /(?:\bcode: |\brefuse\(\s*|(?:Refusal|Refused|IntakeError)\((?:\d+,\s*)?\s*|\breject\(\s*|^ {2}\| )"([a-z][a-z-]*(?:\.[a-z-]+)+)"/gmu;

/** Every code that the server's sources name. */
function codesIn(folder: string): Set<string> {
  const found = new Set<string>();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (elsewhere.includes(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) for (const code of codesIn(path)) found.add(code);
    else for (const [, code = ""] of readFileSync(path, "utf8").matchAll(stands)) found.add(code);
  }
  return found;
}

describe("every code with which the server refuses", () => {
  test("has words in the catalogues, of rows of files too", () => {
    const codes = codesIn(server);
    // The search finds what it looks for: one of each sort.
    for (const known of ["token.expired", "import.running", "file.column.twice", "row.cells", "seed.invalid"])
      expect(codes).toContain(known);
    const without = [...codes, ...handshakeRefusalSchema.shape.code.options].filter(
      (code) => !Object.hasOwn(refusal, dashed(code)) && !Object.hasOwn(bringIn.problem, dashed(code)),
    );
    expect(without).toEqual([]);
  });

  test("says of a row what is wrong in the language of the screen, with what the file has there", async () => {
    startText();
    await speak("da");
    await laterWords();
    const said = (code: string, reason: string) => rowSentence(words(), { code, reason });
    expect(said("message.at.calendar", "“2026-02-30” is no date of the calendar.")).toBe(
      "Den dato findes ikke i kalenderen. “2026-02-30”",
    );
    expect(said("message.externalId.missing", "The message has no externalId.")).toMatch(/^Mangler: /u);
    expect(said("message.url", "url is “x”: Invalid URL")).toMatch(/^Kan ikke læses: .*“x”$/u);
    expect(said("channel.unknown", "There is no channel x:fest.")).toBe("Den kanal findes ikke.");
    expect(said("channel.made", "Made the channel x:fest.")).toBe("En kanal er oprettet. x:fest");
    expect(said("of.another.release", "Something new.")).toBe("Something new.");
  });
});
