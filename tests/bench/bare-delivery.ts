import { machineClock } from "./clock.ts";
import { Crowd, type CrowdDelivered } from "./crowd.ts";
import type { Broadcast, CatchUp } from "./load/bare-socket.ts";
import type { Gathering } from "./load/consoles.ts";
import { Helper } from "./load/helper.ts";
import type { Probed } from "./load/watched.ts";

/** For so long the desk gathers changes, in ms, and so do its peers. */
export const gather = 25;

/** As many clients as the desk has, in as many processes, and the very changes of its log to send to them. */
interface Bare {
  readonly count: number;
  readonly processes: number;
  readonly changes: readonly unknown[];
}

/**
 * The limit for whoever follows: Socket.IO and nothing else emits changes to everyone at a rate, gathered as the desk
 * gathers them. Latencies run from the emitting to every client; the server's memory and stalls are those meanwhile, and
 * `gatheringStall` is the longest while the clients came, in ms.
 */
export function bareBroadcast(
  bare: Bare,
  rate: number,
  lasts: number,
): Promise<CrowdDelivered & Probed & { readonly gatheringStall: number }> {
  return withBare(bare, async (server, crowd, origin) => {
    await server.ask("probe");
    await crowd.gather({ origin, ...everybody, count: bare.count });
    const { longestStall: gatheringStall } = await server.ask<Probed>("probe");
    const send = async (some: Omit<Broadcast, "gather">) => {
      const { sent } = await server.ask<{ sent: number }>("broadcast", { ...some, gather } satisfies Broadcast);
      return sent;
    };
    const warmedUp = await send({ rate: 200, lasts: 1_500 });
    await crowd.delivered(warmedUp, 20_000);
    await crowd.reset();
    await server.ask("probe");
    const sent = await send({ rate, lasts });
    const delivered = await crowd.delivered(warmedUp + sent, 20_000);
    if (delivered.deliveries !== sent * bare.count) throw new Error(unreached);
    return { ...delivered, ...(await server.ask<Probed>("probe")), gatheringStall };
  });
}

/**
 * The limit for whoever comes back: all connect, at once or spread, to Socket.IO and nothing else, just started, which sends
 * each what it missed when the last has come, encoded once for all. Gives how long it took until all had all, in ms, and how
 * many bytes that was.
 */
export function bareResume(
  bare: Bare,
  catchUp: CatchUp,
  spread?: Gathering["spread"],
): Promise<Probed & { readonly took: number; readonly bytes: number }> {
  return withBare(bare, async (server, crowd, origin) => {
    await server.ask("probe");
    const began = machineClock();
    await crowd.gather({ origin, ...everybody, count: bare.count, since: 0, ...(spread && { spread }) });
    await server.ask("catchUp", catchUp);
    const { slowest, bytes } = await crowd.delivered(catchUp.behind, 60_000);
    const took = machineClock() - began;
    if (slowest !== catchUp.behind) throw new Error(unreached);
    return { ...(await server.ask<Probed>("probe")), took, bytes };
  });
}

const unreached = "Bare Socket.IO did not reach everyone: the machine is too busy";
const everybody = { desk: "bench", tokens: [] };

async function withBare<T>(
  { processes, changes }: Bare,
  run: (server: Helper, crowd: Crowd, origin: string) => Promise<T>,
): Promise<T> {
  const server = Helper.start("bare-socket");
  const crowd = new Crowd(processes);
  try {
    const origin = await server.ask<string>("listen");
    await server.ask("hold", changes);
    // Answered when all are there: no time of theirs goes into that of the clients.
    await crowd.reset();
    return await run(server, crowd, origin);
  } finally {
    await Promise.all([crowd.end(), server.end()]);
  }
}
