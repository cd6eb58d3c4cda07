import { roleSchema, roles } from "@flowdesk/shared/desk/role.ts";
import { instantSchema } from "@flowdesk/shared/time/instant.ts";
import { createToken } from "../account/token.ts";
import { openDesks, type Where } from "../compose.ts";
import { requireDesk } from "./desks.ts";
import { CommandRefused } from "./sentence.ts";

/** Makes an access token for a program and prints it, alone: it is shown this once. */
export async function printToken(
  options: Where & { desk: string; role: string; name?: string; until?: string },
): Promise<void> {
  const role = roleSchema.safeParse(options.role);
  if (!role.success)
    throw new CommandRefused("role.unknown", `There is no role "${options.role}". There are: ${roles.join(", ")}.`);
  const until = options.until === undefined ? undefined : instantSchema.safeParse(options.until);
  if (until?.success === false)
    throw new CommandRefused(
      "time.unreadable",
      `"${options.until}" is no time with its offset or Z, such as 2027-07-04T06:00:00Z.`,
    );
  const desks = await openDesks(options);
  try {
    await requireDesk(desks.store, options.desk);
    const token = await createToken(desks.accounts, {
      desk: options.desk,
      roles: [role.data],
      name: options.name ?? role.data,
      until: until?.data,
    });
    process.stdout.write(`${token}\n`);
  } finally {
    await desks.close();
  }
}
