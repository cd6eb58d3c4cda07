import type { Need } from "@flowdesk/shared/desk/item/need.ts";
import { permits } from "@flowdesk/shared/desk/permission.ts";
import { ruleFrom } from "@flowdesk/shared/need/telling-words.ts";
import type { Outcome } from "../connection/desk-connection.ts";
import { replicaStore } from "../store/replica-store.ts";
import { countCorrection, offerRule } from "../store/rule-offer.ts";
import { act, naming } from "./act.ts";
import { all, groupBy, itemsNow, undoable } from "./undo-stack.ts";

/** Say what items ask of us. */
export function setNeed(ids: readonly string[], need: Need): Promise<Outcome> {
  const before = itemsNow(ids);
  offerAsRule(before, need);
  return undoable(act("item.need", { ...naming(ids), need }), {
    what: "item.need",
    items: ids,
    undo: (done) =>
      all(
        [...groupBy(before, (item) => item.need, done)].map(([was, items]) =>
          act("item.need", { ...naming(items), need: was }, ["nothing.to.do"]),
        ),
      ),
  });
}

/** A correction of one item may be made a rule of, by whoever may set the rules. */
function offerAsRule(before: ReturnType<typeof itemsNow>, need: Need): void {
  const [item] = before;
  const { me, state } = replicaStore.getState();
  const member = state?.members.get(me);
  if (item === undefined || before.length !== 1 || item.need === need) return;
  if (member === undefined || !permits(member, "policy.needs")) return;
  const rule = ruleFrom(item.preview, need);
  if (rule !== null && countCorrection()) offerRule({ rule, need });
}
