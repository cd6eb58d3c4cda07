import { createHash } from "node:crypto";
import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { commandTypes, ruleOf } from "@flowdesk/shared/desk/commands.ts";
import { rejectionCodes } from "@flowdesk/shared/desk/rejection.ts";
import { protocolVersion } from "@flowdesk/shared/protocol/version.ts";
import { expect, test } from "vitest";
import { z } from "zod";

const folder = fileURLToPath(new URL("../../../shared/src/protocol/", import.meta.url));
/** The form of a schema, without what is there for people only. */
function formOf(schema: z.ZodType): unknown {
  return z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
}

/** Every schema of the wire: what the protocol's files give, the data of every command, the codes of refusals. */
async function wire(): Promise<Record<string, unknown>> {
  const forms: Record<string, unknown> = {};
  for (const file of globSync("*.ts", { cwd: folder }).toSorted()) {
    const module = (await import(`${folder}${file}`)) as Record<string, unknown>;
    for (const name of Object.keys(module).toSorted()) {
      const schema = module[name];
      if (schema instanceof z.ZodType) forms[`${file} ${name}`] = formOf(schema);
    }
  }
  for (const type of commandTypes().toSorted()) {
    const rule = ruleOf(type);
    if (rule !== undefined) forms[`command ${type}`] = formOf(rule.data);
  }
  forms["rejection codes"] = Object.keys(rejectionCodes).toSorted();
  return forms;
}

test("the wire is the one that its version names", async () => {
  const forms = await wire();
  expect(Object.keys(forms).length).toBeGreaterThan(60);
  const fingerprints = Object.fromEntries(
    Object.entries(forms).map(([name, form]) => [
      name,
      createHash("sha256").update(JSON.stringify(form)).digest("hex").slice(0, 12),
    ]),
  );
  await expect(
    `${JSON.stringify({ protocol: protocolVersion, fingerprints }, null, 2)}\n`,
    "What consoles, programs and servers say to each other has changed, in the lines below. If a release has gone out " +
      "with this protocol version, raise it in shared/src/protocol/version.ts and say there what is new. Then pin the " +
      "new wire: npx vitest run --config tests/vitest.config.ts tests/shared/protocol -u",
  ).toMatchFileSnapshot("wire.json");
});
