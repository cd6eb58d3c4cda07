import type { WallLink } from "@flowdesk/shared/protocol/wall.ts";
import { request } from "./http.ts";

function path(desk: string): string {
  return `/api/desks/${encodeURIComponent(desk)}/walls`;
}

/** The links of the desk's walls without their secrets, the newest first. */
export async function wallsOf(desk: string): Promise<readonly WallLink[]> {
  return (await request<{ walls: readonly WallLink[] }>("GET", path(desk))).walls;
}

/** Makes the link of a wall, which is given here and never again. */
export function makeWall(desk: string, name: string): Promise<{ readonly id: string; readonly link: string }> {
  return request("POST", path(desk), { name: name.trim() });
}

/** Takes a link away; the screen says so in a moment. */
export async function removeWall(desk: string, id: string): Promise<void> {
  await request("DELETE", `${path(desk)}/${encodeURIComponent(id)}`);
}
