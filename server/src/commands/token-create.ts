import { roleSchema, roles } from "@flowdesk/shared/desk/role.ts";
import { createToken } from "../account/token.ts";
import { openDesks, type Where } from "../compose.ts";
import { requireDesk } from "./desks.ts";
import { CommandRefused } from "./sentence.ts";

/** Makes an access token for a program and prints it, alone: it is shown this once. */
export async function printToken(options: Where & { desk: string; role: string; name?: string }): Promise<void> {
  const role = roleSchema.safeParse(options.role);
  if (!role.success)
    throw new CommandRefused("role.unknown", `There is no role "${options.role}". There are: ${roles.join(", ")}.`);
  const desks = await openDesks(options);
  try {
    await requireDesk(desks.store, options.desk);
    const token = await createToken(desks.accounts, {
      desk: options.desk,
      roles: [role.data],
      name: options.name ?? role.data,
    });
    process.stdout.write(`${token}\n`);
  } finally {
    await desks.close();
  }
}
