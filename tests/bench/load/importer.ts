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
  /** How long the first and the last tenth of the messages took to bring in, in ms. */
  readonly firstTenth: number;
  readonly lastTenth: number;
  /** The most memory that the process held, in MB. */
  readonly peakRss: number;
}

answerParent({
  /** Brings a file in as `flowdesk import` does, and notes the times. */
  async import({ data, desk, file, map }: Import): Promise<Imported> {
    const start = machineClock();
    const began: Partial<Record<ImportStage, number>> = {};
    const desks = await openDesks({ data });
    let firstTenth: number | undefined;
    let lastTenthBegan: number | undefined;
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
        onProgress: (stage, done, total) => {
          const now = machineClock() - start;
          began[stage] ??= now;
          if (stage !== "bringing in") return;
          if (done >= total * 0.1) firstTenth ??= now - (began[stage] ?? now);
          if (done >= total * 0.9) lastTenthBegan ??= now;
        },
      });
      await desks.close();
      const whole = machineClock() - start;
      return {
        counts,
        whole,
        began,
        firstTenth: firstTenth ?? whole,
        lastTenth: whole - (lastTenthBegan ?? 0),
        peakRss: process.resourceUsage().maxRSS / 1024,
      };
    } catch (error) {
      await desks.close();
      throw error;
    }
  },
});
