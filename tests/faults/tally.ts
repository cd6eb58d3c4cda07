import type { Round } from "./load/load.ts";

/** What the rounds of one fault on one engine came to. Times in ms. */
export interface Tallied {
  readonly engine: string;
  readonly fault: string;
  rounds: number;
  acknowledged: number;
  lost: number;
  doubled: number;
  outOfOrder: number;
  /** The longest time in which nothing was acknowledged to anyone. */
  longestGap: number;
  /** The longest time that a console was without its desk. */
  longestAway: number;
  /** Answers that ask to send again, by their code. */
  readonly again: Record<string, number>;
}

/** Adds rounds up by fault. The counts of a round are of its desk so far: the last round's are taken off. */
export class Tally {
  readonly rows: Tallied[] = [];
  readonly problems: string[] = [];
  #before: Pick<Tallied, "acknowledged" | "lost" | "doubled" | "outOfOrder"> = none();
  #told = 0;

  /** A desk of its own begins. */
  begin(): void {
    this.#before = none();
    this.#told = 0;
  }

  add(engine: string, fault: string, { acknowledgedCommands, acknowledgedMessages, found, served }: Round): void {
    let row = this.rows.find((one) => one.engine === engine && one.fault === fault);
    if (row === undefined) {
      row = { engine, fault, rounds: 0, ...none(), longestGap: 0, longestAway: 0, again: {} };
      this.rows.push(row);
    }
    const now = { ...found, acknowledged: acknowledgedCommands + acknowledgedMessages };
    row.rounds++;
    for (const count of ["acknowledged", "lost", "doubled", "outOfOrder"] as const)
      row[count] += now[count] - this.#before[count];
    this.#before = now;
    for (const problem of found.problems.slice(this.#told)) this.problems.push(`${engine}, ${fault}: ${problem}`);
    this.#told = found.problems.length;
    row.longestGap = Math.max(row.longestGap, Math.round(served.longestGap));
    row.longestAway = Math.max(row.longestAway, Math.round(served.longestAway));
    for (const [code, times] of Object.entries(served.again)) row.again[code] = (row.again[code] ?? 0) + times;
  }

  /** Of the rounds of all faults; the times are the longest of all. */
  get total(): Omit<Tallied, "engine" | "fault" | "again"> {
    const sum = (count: "rounds" | "acknowledged" | "lost" | "doubled" | "outOfOrder") =>
      this.rows.reduce((all, row) => all + row[count], 0);
    const longest = (time: "longestGap" | "longestAway") => Math.max(0, ...this.rows.map((row) => row[time]));
    return {
      rounds: sum("rounds"),
      acknowledged: sum("acknowledged"),
      lost: sum("lost"),
      doubled: sum("doubled"),
      outOfOrder: sum("outOfOrder"),
      longestGap: longest("longestGap"),
      longestAway: longest("longestAway"),
    };
  }

  /** Whether everything acknowledged was there, once and in order, and nothing else went wrong. */
  get holds(): boolean {
    const { lost, doubled, outOfOrder } = this.total;
    return lost + doubled + outOfOrder + this.problems.length === 0;
  }

  /** As a table in Markdown. */
  get table(): string {
    const named = this.rows.map((row) => ({ ...row, name: `${row.engine} | ${row.fault}` }));
    return [
      "| engine | fault | rounds | acknowledged | lost | doubled | out of order | longest gap, ms | longest away, ms |",
      "|---|---|--:|--:|--:|--:|--:|--:|--:|",
      ...[...named, { ...this.total, name: "all |" }].map(
        ({ name, rounds, acknowledged, lost, doubled, outOfOrder, longestGap, longestAway }) =>
          `| ${name} | ${rounds} | ${acknowledged} | ${lost} | ${doubled} | ${outOfOrder} | ${longestGap} | ${longestAway} |`,
      ),
    ].join("\n");
  }
}

function none() {
  return { acknowledged: 0, lost: 0, doubled: 0, outOfOrder: 0 };
}
