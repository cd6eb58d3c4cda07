import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pause } from "../../bench/clock.ts";
import { type Fault, type Ground, makeDesk } from "./ground.ts";
import { FaultNode } from "./node.ts";
import { areReadyAgain, staysFull } from "./readiness.ts";
import { smallDisk } from "./small-disk.ts";

/** One server on a data folder. */
export async function sqliteGround(): Promise<Ground> {
  const disk = smallDisk(400);
  let nodes: FaultNode[] = [];
  let data = "";
  let number = 0;
  const server = (): FaultNode => {
    const [node] = nodes;
    if (node === undefined) throw new Error("No server has been started");
    return node;
  };
  const faults: Fault[] = [
    {
      name: "server killed",
      strike: async (random) => {
        await server().kill();
        await pause(random.between(0, 200));
        await server().start();
      },
    },
    {
      name: "server paused",
      strike: async (random) => {
        server().pause();
        await pause(random.between(500, 2_500));
        server().goOn();
      },
    },
    {
      name: "file locked",
      strike: async (random) => {
        const other = new DatabaseSync(join(data, "flowdesk.db"));
        other.exec("pragma busy_timeout = 5000; begin immediate");
        await pause(random.between(500, 3_000));
        other.exec("rollback");
        other.close();
      },
    },
  ];
  if (disk.fill !== null) {
    const { fill } = disk;
    faults.push({
      name: "disk full",
      strike: async (_random, wrong) => {
        const makeRoom = fill();
        await staysFull(nodes, 2_000, wrong);
        makeRoom();
        await areReadyAgain(nodes, wrong);
      },
    });
  }
  return {
    faults,
    leftOut: disk.fill === null ? ["disk full: a small disk is mounted by root on Linux alone"] : [],
    get nodes() {
      return nodes;
    },
    open: async () => {
      data = join(disk.path, `data-${++number}`);
      mkdirSync(data);
      const tokens = await makeDesk({ data });
      nodes = [await FaultNode.start(data, [])];
      return tokens;
    },
    close: async (look) => {
      await Promise.all(nodes.map((node) => node.stop()));
      nodes = [];
      await look({ data });
      rmSync(data, { recursive: true, force: true });
    },
    remove: async () => {
      await Promise.all(nodes.map((node) => node.kill()));
      disk.remove();
    },
  };
}
