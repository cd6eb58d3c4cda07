import type { Found } from "@flowdesk/shared/desk/author/found.ts";
import type { AuthorAnswer } from "@flowdesk/shared/protocol/author.ts";
import { request } from "./http.ts";

/** How much a desk keeps of an author, on one channel or, with null, on all. */
export async function findAuthor(desk: string, author: string, channel: string | null): Promise<Found> {
  const query = new URLSearchParams({ author, ...(channel === null ? {} : { channel }) });
  const { found } = await request<AuthorAnswer>("GET", `/api/desks/${encodeURIComponent(desk)}/author?${query}`);
  return found;
}
