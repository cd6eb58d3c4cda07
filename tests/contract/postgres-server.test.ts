import { spawnSync } from "node:child_process";
import { createConnection } from "node:net";
import { expect, test } from "vitest";

const server = new URL("../fixtures/postgres-server.ts", import.meta.url).href;
const run = (script: string) =>
  spawnSync(
    process.execPath,
    ["--input-type=module", "--eval", `import { startPostgres } from "${server}"; ${script}`],
    {
      encoding: "utf8",
    },
  );

test("a process that has started PostgreSQL ends with the status that it has given itself", () => {
  const { status, stderr } = run("await (await startPostgres()).remove(); process.exitCode = 3;");
  expect([status, stderr]).toEqual([3, ""]);
});

test("PostgreSQL ends with the process that has started it", async () => {
  const { status, stdout } = run(
    "const { url } = await startPostgres(); console.log(new URL(url('postgres')).port); process.exit(4);",
  );
  expect(status).toBe(4);
  const port = Number(stdout);
  expect(port).toBeGreaterThan(0);
  await expect.poll(() => isListening(port), { timeout: 30_000 }).toBe(false);
});

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, "127.0.0.1");
    const tell = (is: boolean) => {
      socket.destroy();
      resolve(is);
    };
    socket.once("connect", () => tell(true)).once("error", () => tell(false));
  });
}
