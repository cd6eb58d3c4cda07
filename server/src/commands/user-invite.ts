import { roleSchema, roles } from "@flowdesk/shared/desk/role.ts";
import { createInvitation } from "../account/invitation.ts";
import { openDesks, type Where } from "../compose.ts";
import { requireDesk } from "./desks.ts";
import { CommandRefused } from "./sentence.ts";

/** Makes an invitation for one person and prints its link. */
export async function printInvitation(options: Where & { desk: string; role: string; origin?: string }): Promise<void> {
  const wanted = options.role.split(",").map((role) => role.trim());
  const read = roleSchema.array().min(1).safeParse(wanted);
  if (!read.success || read.data.includes("source")) {
    throw new CommandRefused(
      "role.unknown",
      `A person's roles are: ${roles.filter((role) => role !== "source").join(", ")}.`,
    );
  }
  const desks = await openDesks(options);
  try {
    await requireDesk(desks.store, options.desk);
    process.stdout.write(`${await createInvitation(desks.accounts, { desk: options.desk, roles: read.data })}\n`);
  } finally {
    await desks.close();
  }
}
