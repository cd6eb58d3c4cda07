import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { deskWithTokens, temporaryFolder } from "../../fixtures/served.ts";
import { bareInserts } from "../bare-inserts.ts";
import type { Figure } from "../figure.ts";
import { Helper } from "../load/helper.ts";
import type { Imported } from "../load/importer.ts";
import { mentionsMap, writeMentions } from "../load/mentions-file.ts";

/** So many rows are read again from what was stored, for the bare inserts. */
const compared = 200_000;

/**
 * A file of a million rows (quick: 30,000) brought in. The file is made in a temporary folder in the form of the airline
 * collections (fifteen columns, quoted texts, some with line ends, newest first), and brought into an empty desk by a
 * map, in a process of its own that does what `flowdesk import` does. *Staging* is reading, checking and writing to the
 * stage on disk and sorting it; *bringing in* is deciding and committing in batches; the whole runs from opening the
 * data folder until it is let go of. Peak memory is the most that the process held. One run, as it is long. The peer is
 * one thread that inserts messages of the same file as plain rows of five columns into SQLite, one fsync per 500; each
 * part is set against it by itself.
 */
export const imported: Figure = {
  name: "import",
  title: "A file of a million rows imported by a map",
  async measure({ quick, profile, say }) {
    const rows = quick ? 30_000 : 1_000_000;
    const folder = temporaryFolder();
    const profiling = profile === undefined ? [] : ["--cpu-prof", "--cpu-prof-dir", profile];
    const importer = Helper.start("importer", profiling);
    try {
      const file = join(folder.path, "mentions.csv");
      await writeMentions(file, rows);
      const data = join(folder.path, "data");
      mkdirSync(data);
      await deskWithTokens(data, "bench");
      say(`${rows} rows written`);
      const { counts, whole, began, firstTenth, lastTenth, peakRss } = await importer.ask<Imported>("import", {
        data,
        desk: "bench",
        file,
        map: mentionsMap,
      });
      if (counts.accepted !== rows) throw new Error(`Not every row was accepted: ${JSON.stringify(counts)}`);
      const staged = began["bringing in"] ?? whole;
      const perSecond = (ms: number) => (rows / ms) * 1000;
      const stored = new DatabaseSync(join(data, "flowdesk.db"), { readOnly: true });
      const bare = await bareInserts(
        "sqlite",
        stored
          .prepare("select external_id, channel, at, body from messages limit ?")
          .all(Math.min(rows, compared))
          .map((row) => [String(row.external_id), String(row.channel), Number(row.at), String(row.body)] as const),
      );
      stored.close();
      const peer = { name: "bare inserts", measured: bare };
      return [
        { what: `staging, ${rows} rows`, unit: "/s", measured: perSecond(staged), peer },
        {
          what: "bringing in",
          unit: "/s",
          measured: perSecond(whole - staged),
          peer,
          note: `the first tenth ${Math.round(perSecond(firstTenth) / 10)}/s, the last ${Math.round(perSecond(lastTenth) / 10)}/s`,
        },
        { what: "the whole", unit: "/s", measured: perSecond(whole), peer },
        { what: "the whole, seconds", unit: "", measured: whole / 1000 },
        { what: "peak memory", unit: "MB", measured: peakRss },
      ];
    } finally {
      await importer.end();
      folder.remove();
    }
  },
};
