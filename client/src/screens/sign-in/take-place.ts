import { pathOf } from "../../app/route.ts";
import { enter } from "../../connection/session.ts";

/**
 * Signs in as a person of the demonstration, on a fresh page: nothing of whoever sat here before stays in memory.
 * @throws Refusal if the link does not work here
 */
export async function takePlace(token: string): Promise<void> {
  const { desk } = await enter(token);
  location.assign(pathOf(desk));
}
