import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { StoreUnavailable } from "@flowdesk/server/desk/store.ts";
import { told } from "@flowdesk/server/storage/postgres/failure.ts";
import type { DatabaseUnusable } from "@flowdesk/server/storage/postgres/unusable.ts";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { openPostgres, testDatabase } from "../../../fixtures/postgres.ts";
import { temporaryFolder } from "../../../fixtures/served.ts";
import { certificate, tlsServer } from "../../../fixtures/tls-server.ts";

const folder = temporaryFolder();
afterAll(() => folder.remove());

async function refused(address: string): Promise<string> {
  const error = await openPostgres(address).then(
    () => null,
    (reason: unknown) => reason as DatabaseUnusable,
  );
  expect([error?.code, error?.name]).toEqual(["database.tls", "DatabaseUnusable"]);
  expect(error?.message).not.toMatch(/s3cret|me:|node_modules|routines/u);
  // While it runs, the same is a database that is away for now.
  expect(told(error?.cause)).toBeInstanceOf(StoreUnavailable);
  return error?.message ?? "";
}

async function answering(answer: string): Promise<string> {
  const server = await tlsServer(answer);
  onTestFinished(() => server.close());
  return `postgres://me:s3cret@127.0.0.1:${server.port}/x?sslmode=`;
}

describe("The TLS of a database", () => {
  test("that has none is asked for in vain; with prefer it is done without", async () => {
    const { url, drop } = await testDatabase();
    onTestFinished(drop);
    const warnings: string[] = [];
    const warn = ({ message }: Error) => warnings.push(message);
    process.on("warning", warn);
    onTestFinished(() => void process.off("warning", warn));

    for (const mode of ["require", "verify-full", "no-verify"])
      expect(await refused(`${url}?sslmode=${mode}`)).toMatch(/has no TLS.*sslmode=disable/u);
    const store = await openPostgres(`${url}?sslmode=prefer`);
    await store.close();
    expect(new URL(store.address).search).toBe("?sslmode=disable");
    expect(warnings).toEqual([]);
  });

  test("with a certificate that is not to be trusted is refused, with what is wrong with it", async () => {
    const address = await answering("S");
    for (const mode of ["require", "verify-ca", "verify-full"])
      expect(await refused(`${address}${mode}`)).toMatch(
        /no authority that is known here \(self-signed certificate\).*sslrootcert/u,
      );
    const file = join(folder.path, "authority.pem");
    writeFileSync(file, certificate);
    expect(await refused(`${address}verify-full&sslrootcert=${encodeURIComponent(file)}`)).toMatch(
      /another host's \(DNS:db\.example\.org/u,
    );
  });

  test("is told from an answer that is none, and from files that cannot be read", async () => {
    const address = await answering("H");
    expect(await refused(`${address}verify-full`)).toMatch(/does not answer as a PostgreSQL/u);
    for (const option of ["sslrootcert", "sslcert", "sslkey"])
      expect(await refused(`${address}verify-full&${option}=/s3cret`)).toMatch(
        new RegExp(`file that ${option} names .* cannot be read \\(ENOENT\\)`, "u"),
      );
  });
});
