import {
  AlarmClock,
  ArrowDownToLine,
  Ban,
  CheckCheck,
  ChevronsDown,
  ChevronsUp,
  Eye,
  Forward,
  Hand,
  HelpCircle,
  MessageSquareReply,
  ScanEye,
  Siren,
  StickyNote,
  Tag,
  Undo2,
  UserRoundPlus,
  Wrench,
  XCircle,
} from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { claim } from "../actions/claim.ts";
import { close } from "../actions/close.ts";
import { dismiss } from "../actions/dismiss.ts";
import { prioritise } from "../actions/prioritise.ts";
import { release } from "../actions/release.ts";
import { setNeed } from "../actions/set-need.ts";
import { undo } from "../actions/undo.ts";
import { unfold } from "../store/folding.ts";
import { replicaStore } from "../store/replica-store.ts";
import { usePermits } from "../store/use-desk.ts";
import { clearSelected } from "../store/view-store.ts";
import { ask } from "./ask.ts";
import type { ScreenCommand } from "./commands.ts";
import { moveOnFrom } from "./list-now.ts";
import { midWidth } from "./use-width.ts";
import { openToWrite } from "./wish.ts";

const onSome = (act: (items: readonly string[]) => void) => (items: readonly string[]) => {
  if (items.length === 0) return;
  act(items);
  clearSelected();
};

/** For what takes items off the list: what is open moves on to the next. */
const onLeaving = (act: (items: readonly string[]) => void) =>
  onSome((items) => {
    moveOnFrom(items, !matchMedia(midWidth).matches);
    act(items);
  });

/** Everything that can be done with items, as far as the member here may do it. */
export function useItemCommands(): readonly ScreenCommand[] {
  const { t } = useTranslation("app");
  const mayClaim = usePermits("item.claim");
  const mayAssign = usePermits("item.assign");
  const mayReply = usePermits("item.reply");
  const mayPrioritise = usePermits("item.prioritise");
  return useMemo(() => {
    const commands: ScreenCommand[] = [];
    if (mayClaim) {
      commands.push({
        id: "item.claim",
        label: t("do.claim"),
        group: "item",
        keys: ["c"],
        icon: Hand,
        run: onSome((items) => void claim(items)),
      });
    }
    if (mayAssign) {
      commands.push({
        id: "item.assign",
        label: t("do.assign"),
        group: "item",
        keys: ["a"],
        icon: UserRoundPlus,
        run: (items) => {
          if (items.length > 0) ask({ kind: "assign", items });
        },
      });
    }
    if (mayReply) {
      const asking = (kind: "tag" | "snooze" | "dismiss" | "pass-on") => (items: readonly string[]) => {
        if (items.length > 0) ask({ kind, items });
      };
      commands.push(
        {
          id: "item.reply",
          label: t("do.reply"),
          group: "item",
          keys: ["r"],
          icon: MessageSquareReply,
          run: ([item]) => {
            if (item !== undefined) openToWrite(item, "reply");
          },
        },
        {
          id: "item.dismiss",
          label: t("do.dismiss"),
          group: "item",
          keys: ["z"],
          icon: Ban,
          run: onLeaving((items) => void dismiss(items)),
        },
        {
          id: "item.dismiss.other",
          label: t("do.dismissOther"),
          group: "item",
          keys: ["shift+z"],
          icon: XCircle,
          run: asking("dismiss"),
        },
        {
          id: "item.close",
          label: t("do.close"),
          group: "item",
          keys: ["e"],
          icon: CheckCheck,
          run: onLeaving((items) => void close(items)),
        },
        {
          id: "item.snooze",
          label: t("do.snooze"),
          group: "item",
          keys: ["s"],
          icon: AlarmClock,
          run: asking("snooze"),
        },
        { id: "item.tag", label: t("do.tag"), group: "item", keys: ["t"], icon: Tag, run: asking("tag") },
        {
          id: "item.note",
          label: t("do.note"),
          group: "item",
          keys: ["m"],
          icon: StickyNote,
          run: ([item]) => {
            if (item !== undefined) openToWrite(item, "note");
          },
        },
        { id: "item.passOn", label: t("do.passOn"), group: "item", keys: ["o"], icon: Forward, run: asking("pass-on") },
        {
          id: "item.release",
          label: t("do.release"),
          group: "item",
          keys: ["b"],
          icon: ArrowDownToLine,
          run: onSome((items) => void release(items)),
        },
        {
          id: "item.need.urgent",
          label: t("do.urgent"),
          group: "item",
          keys: ["1"],
          icon: Siren,
          run: onSome((items) => void setNeed(items, "urgent")),
        },
        {
          id: "item.need.practical",
          label: t("do.practical"),
          group: "item",
          keys: ["2"],
          icon: Wrench,
          run: onSome((items) => void setNeed(items, "practical")),
        },
        {
          id: "item.need.answer",
          label: t("do.answer"),
          group: "item",
          keys: ["3"],
          icon: HelpCircle,
          run: onSome((items) => void setNeed(items, "answer")),
        },
        {
          id: "item.need.watch",
          label: t("do.watch"),
          group: "item",
          keys: ["4"],
          icon: Eye,
          run: onSome((items) => void setNeed(items, "watch")),
        },
      );
    }
    if (mayPrioritise) {
      commands.push(
        {
          id: "item.raise",
          label: t("do.raise"),
          group: "item",
          keys: ["+"],
          icon: ChevronsUp,
          run: onSome((items) => void prioritise(items, 1)),
        },
        {
          id: "item.lower",
          label: t("do.lower"),
          group: "item",
          keys: ["-"],
          icon: ChevronsDown,
          run: onSome((items) => void prioritise(items, 0)),
        },
      );
    }
    commands.push({
      id: "item.unfold",
      label: t("do.unfold"),
      group: "item",
      keys: ["v"],
      icon: ScanEye,
      run: (items) => {
        const { state, closed } = replicaStore.getState();
        for (const id of items) {
          const item = state?.items.get(id) ?? closed.get(id);
          if (item !== undefined) unfold(item);
        }
      },
    });
    commands.push({ id: "undo", label: t("do.undo"), group: "item", keys: ["u"], icon: Undo2, run: () => void undo() });
    return commands;
  }, [t, mayClaim, mayAssign, mayReply, mayPrioritise]);
}
