import { Refusal } from "./refusal.ts";

/** So often it is asked again, after so many ms. */
const tries = { most: 12, pause: 150 };

/**
 * Asks again while another server than the one that answers has what is asked for: which of several a request comes to is
 * their balancer's to say.
 * @throws Refusal as `ask` does; `….elsewhere` if it came to the wrong one each time
 */
export async function ofAnyServer<T>(ask: () => Promise<T>, pause = tries.pause): Promise<T> {
  for (let asked = 1; ; asked++) {
    try {
      return await ask();
    } catch (error) {
      const isElsewhere = error instanceof Refusal && error.code.endsWith(".elsewhere");
      if (!isElsewhere || asked === tries.most) throw error;
      await new Promise((resume) => setTimeout(resume, pause));
    }
  }
}
