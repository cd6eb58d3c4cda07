import { UnderWay } from "@flowdesk/server/storage/follow.ts";
import { method } from "./method.ts";
import type { Sabotage } from "./sabotage.ts";

const where = { within: "sqlite", floods: true } as const;

/** A batch that follows is told where the one before it leaves the desk, and not what that brings. */
export const onWhatStoodBefore = (): Sabotage => ({
  ...where,
  patch: () =>
    method(
      UnderWay.prototype,
      "loaded",
      () =>
        function (this: UnderWay, read) {
          return { ...read, head: this.after };
        },
    ),
});

/** A batch that follows goes by the number at which the desk stands alone, whoever has brought it there. */
export const behindWhatWasNotWritten = (): Sabotage => ({
  ...where,
  breaks: "L2",
  patch: () => method(UnderWay.prototype, "isWritten", () => async () => true),
});
