import type { Found } from "@flowdesk/shared/desk/author/found.ts";
import type { Sought } from "./traces.ts";

/** A store from which authors can be erased. */
export interface AuthorStore {
  /** How much of an author a desk holds. */
  findAuthor(desk: string, sought: Sought): Promise<Found>;
  /**
   * Takes an author out of state and log (rule S2), and gives the log a new id (rule L5); `seq` and times stay. Says how
   * much it was. Broken off, it can be done again for the rest.
   */
  eraseAuthor(desk: string, sought: Sought): Promise<Found>;
}
