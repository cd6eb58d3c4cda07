import type { Engine } from "./place.ts";

/** What a figure is to come to: `must` is promised, `beyond` is aimed at. */
export interface Budget {
  readonly must?: number;
  readonly beyond?: number;
  /** Whether more is better, or less. */
  readonly better: "more" | "less";
}

export type Unit = "/s" | "ms" | "MB" | "KB" | "%" | "×" | "";

/** One line of the table. */
export interface Row {
  readonly what: string;
  readonly unit: Unit;
  /** The median, where there were several runs. */
  readonly measured: number;
  readonly runs?: readonly number[];
  readonly budget?: Budget;
  /** What bare machinery, or another program, came to in the same run. */
  readonly peer?: {
    readonly name: string;
    readonly measured: number;
    readonly runs?: readonly number[];
    /** How many times the peer's it is, where that is told better than by the two medians: held turn by turn. */
    readonly ratio?: number;
  };
  /** What has to be known to read it. */
  readonly note?: string;
}

export interface BenchOptions {
  /** What the server keeps its desks in. */
  readonly engine: Engine;
  /** Smaller sizes and fewer runs: the whole in under two minutes. */
  readonly quick: boolean;
  /** Where to write CPU profiles of the servers; undefined for none. */
  readonly profile: string | undefined;
  /** Told what is being done. */
  readonly say: (what: string) => void;
}

/** Something that is measured: how it comes about stands in its file. */
export interface Figure {
  /** As `--only` takes it. */
  readonly name: string;
  readonly title: string;
  /** Whether what the server keeps its desks in makes a difference to it. Absent: it is taken on SQLite. */
  readonly engines?: readonly Engine[];
  measure(options: BenchOptions): Promise<readonly Row[]>;
}
