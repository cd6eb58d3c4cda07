import { gather } from "../bare-delivery.ts";
import { Crowd, type CrowdDelivered } from "../crowd.ts";
import { DeskUnderTest } from "../desk-under-test.ts";
import type { BenchOptions, Figure } from "../figure.ts";
import type { Broadcast } from "../load/bare-socket.ts";
import { Helper } from "../load/helper.ts";
import type { Probed } from "../load/watched.ts";
import { bothEngines } from "../place.ts";
import { stallRow } from "../stall.ts";
import { repeat } from "../statistics.ts";

/** A step counts as sustained if everything arrived, 99 of 100 deliveries within so many ms. */
const bearable = 1_000;
/** Of what the peer delivers. */
const share = { must: 0.6, beyond: 0.85 };
const peer = "bare Socket.IO";
/** A step is tried so often before it counts as too high: other work of the machine's comes in bursts. */
const tries = 3;
/** The step whose stall is held to a budget is taken so often; the middle one counts, as of every stall. */
const stallRuns = 3;

interface Step {
  readonly rate: number;
  readonly delivered: CrowdDelivered;
  /** CPU of the sending process in ms. */
  readonly cpu: number;
  /** The longest of its event loop meanwhile, in ms. */
  readonly longestStall: number;
  readonly sent: number;
  readonly took: number;
  /** Whether everything arrived in time. */
  readonly held: boolean;
}

/**
 * Deliveries per second against bare Socket.IO. The same consoles, in the same processes, follow first the desk and
 * then a server that is Socket.IO and nothing else. Both are given more to send from step to step until not everything
 * arrives with 99 of 100 deliveries within a second; the highest step that was sustained counts, in changes per second
 * times consoles. The desk takes its changes in by HTTP, decides, commits and filters them; the peer, in a process of
 * its own, emits the very changes of the desk's log (the same bytes) to a room, gathered for 25 ms as the desk does;
 * what is late goes into the next event, in the one as in the other. Beside it stands, at the highest step that both
 * sustained, the CPU that each took for a million deliveries, which depends less on what else the machine does; and the
 * longest stall of each at the lowest step that makes the share that is promised, the middle one of three. Further up it
 * is the machine that ends, for the peer too: what the desk stalled there is told in the note, with all the steps, and not
 * held to the budget.
 */
export const deliveries: Figure = {
  name: "deliveries",
  title: "Deliveries against bare Socket.IO, same bytes",
  engines: bothEngines,
  async measure(options) {
    const { engine, quick, profile } = options;
    const count = quick ? 200 : 1_000;
    const lasts = quick ? 800 : 4_000;
    const rates = quick ? [500, 1_000, 2_000] : [250, 400, 500, 640, 800, 1_000, 1_250, 1_600, 2_000, 2_500, 3_200];
    const desk = await DeskUnderTest.open(engine, profile);
    const crowd = new Crowd(2);
    const bare = Helper.start("bare-socket");
    try {
      const { origin, id, tokens } = desk;
      await crowd.gather({ origin, desk: id, tokens, count });
      await desk.stream(250, 1_000);
      const ourSend: Send = async (rate) => {
        await desk.server.probe();
        const { accepted, took } = await desk.stream(rate, lasts, Math.min(50, rate / 5));
        const { cpu, longestStall } = await desk.server.probe();
        return { sent: accepted, until: await desk.head(), cpu, longestStall, took };
      };
      const ours = await climb(rates, crowd, count, options, "desk", ourSend);
      await crowd.disperse();
      const { changes } = await desk.changes();
      const bareOrigin = await bare.ask<string>("listen");
      await bare.ask("hold", changes);
      await crowd.gather({ origin: bareOrigin, desk: id, tokens, count });
      let until = 0;
      const theirSend: Send = async (rate) => {
        const broadcast: Broadcast = { rate, gather, lasts };
        await bare.ask("probe");
        const { sent, cpu } = await bare.ask<{ sent: number; cpu: number }>("broadcast", broadcast);
        const { longestStall } = await bare.ask<Probed>("probe");
        until += sent;
        return { sent, until, cpu, longestStall, took: lasts };
      };
      const theirs = await climb(rates, crowd, count, options, "bare", theirSend);
      const perSecond = ({ delivered, took }: Step) => (delivered.deliveries / took) * 1000;
      const best = (steps: readonly Step[]) => Math.max(0, ...steps.filter(({ held }) => held).map(perSecond));
      const common = ours.findLast((step) => step.held && theirs.some(({ rate, held }) => held && rate === step.rate));
      const commonBare = theirs.find(({ rate }) => rate === common?.rate);
      const perMillion = ({ cpu, delivered }: Step) => (cpu / delivered.deliveries) * 1e6;
      const [oursBest, theirsBest] = [best(ours), best(theirs)];
      const promised = ours.find((step) => step.held && perSecond(step) >= share.must * theirsBest);
      if (theirsBest === 0) throw new Error("Bare Socket.IO held not even the lowest step: the machine is too busy");
      const again = async (send: Send) =>
        quick || promised === undefined ? [] : repeat(stallRuns - 1, () => climbTo(promised.rate, crowd, count, send));
      const theirsAgain = await again(theirSend);
      if (theirsAgain.length > 0) {
        await crowd.disperse();
        await crowd.gather({ origin, desk: id, tokens, count });
        await desk.stream(250, 1_000);
      }
      const oursAgain = await again(ourSend);
      return [
        {
          what: `deliveries per second, ${count} consoles`,
          unit: "/s",
          measured: oursBest,
          peer: { name: peer, measured: theirsBest },
          note: `steps of ${rates.join(", ")} changes a second; the highest that was sustained${theirs.every(({ held }) => held) ? "; the peer sustained all" : ""}`,
        },
        {
          what: "as a share of bare Socket.IO",
          unit: "×",
          measured: oursBest / theirsBest,
          budget: { ...share, better: "more" },
        },
        ...(common === undefined || commonBare === undefined
          ? []
          : [
              {
                what: `CPU for a million deliveries at ${common.rate} changes a second`,
                unit: "ms" as const,
                measured: perMillion(common),
                peer: { name: peer, measured: perMillion(commonBare) },
                note: "the desk's with taking in, deciding and committing, in all its threads",
              },
            ]),
        ...(promised === undefined
          ? []
          : [
              {
                ...stallRow(
                  `longest stall at ${promised.rate} changes a second`,
                  [promised, ...oursAgain].map(stallOf),
                  {
                    name: peer,
                    stalls: [...theirs.filter(({ rate }) => rate === promised.rate), ...theirsAgain].map(stallOf),
                  },
                ),
                note: `step by step ${stallsOf(ours)} ms; ${peer} ${stallsOf(theirs)} ms`,
              },
            ]),
      ];
    } finally {
      await crowd.end();
      await bare.end();
      await desk.end();
    }
  },
};

const stallOf = ({ longestStall }: Step): number => longestStall;

function stallsOf(steps: readonly Step[]): string {
  return steps.map(({ rate, longestStall }) => `${rate}/s ${longestStall.toFixed(1)}`).join(", ");
}

type Send = (rate: number) => Promise<Pick<Step, "sent" | "cpu" | "longestStall" | "took"> & { until: number }>;

async function climbTo(rate: number, crowd: Crowd, consoles: number, send: Send): Promise<Step> {
  await crowd.reset();
  const { until, ...spent } = await send(rate);
  const { sent, took } = spent;
  const delivered = await crowd.delivered(until, 3_000);
  const isWhole = delivered.deliveries >= sent * consoles && delivered.closed === 0;
  const held = isWhole && delivered.p99 <= bearable && sent >= (rate * took * 0.95) / 1_000;
  return { ...spent, rate, delivered, held };
}

/** Goes up the steps until one is not sustained; that one is the last. */
async function climb(
  rates: readonly number[],
  crowd: Crowd,
  consoles: number,
  { say }: BenchOptions,
  who: string,
  send: Send,
): Promise<Step[]> {
  const steps: Step[] = [];
  for (const rate of rates) {
    let step = await climbTo(rate, crowd, consoles, send);
    for (let again = 0; !step.held && again < tries - 1; again++) step = await climbTo(rate, crowd, consoles, send);
    const { delivered, took, held } = step;
    const perSecond = Math.round((delivered.deliveries / took) * 1000);
    say(`${who} ${rate}/s: p99 ${delivered.p99} ms, ${perSecond} deliveries/s${held ? "" : ", not held"}`);
    steps.push(step);
    if (!held) break;
  }
  return steps;
}
