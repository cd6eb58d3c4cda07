import { openDesks } from "@flowdesk/server/compose.ts";
import { type ImportCounts, type ImportStage, runImport } from "@flowdesk/server/intake/import-run.ts";
import { stagingIn } from "@flowdesk/server/intake/staging.ts";
import { machineClock } from "../clock.ts";
import { answerParent } from "./answering.ts";

export interface Import {
  readonly data: string;
  readonly desk: string;
  readonly file: string;
  readonly map: string;
}

export interface Imported {
  readonly counts: ImportCounts;
  /** In ms, from opening the data folder until it was let go of. */
  readonly whole: number;
  /** When each stage began, in ms from the start. */
  readonly began: Readonly<Partial<Record<ImportStage, number>>>;
  /** The most memory that the process held, in MB. */
  readonly peakRss: number;
}

answerParent({
  /** Brings a file in as `flowdesk import` does, and notes the times. */
  async import({ data, desk, file, map }: Import): Promise<Imported> {
    const start = machineClock();
    const began: Partial<Record<ImportStage, number>> = {};
    const desks = await openDesks({ data });
    try {
      const { counts } = await runImport(desks, {
        path: file,
        desk,
        map,
        zone: "UTC",
        now: Date.now(),
        refusedPath: `${file}.refused`,
        stagingRoot: stagingIn(data),
        signal: new AbortController().signal,
        onProgress: (stage) => {
          began[stage] ??= machineClock() - start;
        },
      });
      await desks.close();
      return { counts, whole: machineClock() - start, began, peakRss: process.resourceUsage().maxRSS / 1024 };
    } catch (error) {
      await desks.close();
      throw error;
    }
  },
});
