import { deskIdSchema } from "@flowdesk/shared/desk/id.ts";
import { firstPolicy } from "@flowdesk/shared/desk/policy/policy.ts";
import { instant } from "@flowdesk/shared/time/instant.ts";
import { isZone } from "@flowdesk/shared/time/wall-clock.ts";
import { openDesks, type Where } from "../compose.ts";
import { placeWords } from "./place-words.ts";
import { CommandRefused } from "./sentence.ts";

/** Makes a desk. */
export async function createDesk(options: Where & { id: string; name: string; zone: string }): Promise<void> {
  const { id, name, zone } = options;
  const read = deskIdSchema.safeParse(id);
  if (!read.success)
    throw new CommandRefused("desk.id", `"${id}" is no desk id: ${read.error.issues[0]?.message ?? ""}`);
  const title = name.trim();
  if (title === "" || title.length > 120)
    throw new CommandRefused("desk.name", "A desk's name has 1 to 120 characters.");
  if (!isZone(zone))
    throw new CommandRefused("zone.unknown", `"${zone}" is no IANA time zone, as Europe/Copenhagen is.`);
  const desks = await openDesks(options);
  try {
    const made = await desks.store.createDesk({ id, name: title, zone, policy: firstPolicy }, instant(Date.now()));
    if (!made) throw new CommandRefused("desk.exists", `There is a desk "${id}" already.`);
    process.stderr.write(
      `Made the desk "${id}". Invite its people: npm run -s flowdesk -- user invite --desk ${id} --role administrator${placeWords(options)}\n`,
    );
  } finally {
    await desks.close();
  }
}
