import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import { mustGoOn } from "@flowdesk/shared/desk/member/hand-on.ts";
import { DoorOpen, Moon } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAttempt } from "../../actions/use-attempt.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Empty } from "../../components/empty.tsx";
import { Field } from "../../components/field.tsx";
import { Problem } from "../../components/problem.tsx";
import { compareDeadlines } from "../../store/deadline.ts";
import { replicaStore } from "../../store/replica-store.ts";
import { useMe, useReplica } from "../../store/use-desk.ts";
import { useBriefings } from "../../store/use-told.ts";
import { useTick, useView } from "../../store/use-view.ts";
import { useWhatMoves } from "../../store/use-what-moves.ts";
import { sharesOf, whereLeft } from "../../store/what-moves.ts";
import { sharesText } from "../../text/shares-text.ts";
import { useFormats, useWords } from "../../text/use-text.ts";
import { LeavingRows } from "./leaving-rows.tsx";
import { Part, Quiet } from "./part.tsx";
import { ShiftFigures } from "./shift-figures.tsx";

/** The end of a shift, on a page that is written already: a sentence of one's own, and one press. */
export function EndShiftDialog({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation(["leaving", "components"]);
  const words = useWords();
  const language = useView((view) => view.language);
  const { timeNear } = useFormats();
  const now = useTick(60);
  const me = useMe();
  const { shares, portions } = useWhatMoves();
  const held = useHeld();
  const [sentence, setSentence] = useState("");
  const [isEnded, setEnded] = useState(false);
  const { isBusy, problem, give } = useAttempt();
  if (me === undefined) return null;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const said = sentence.trim();
    void give("shift.end", said === "" ? {} : { sentence: said }).then((done) => {
      if (done) setEnded(true);
    });
  };
  if (isEnded) return <Ended onDone={onDone} />;
  const began = me.shiftBegan ?? me.shiftSince;
  const moving = new Map(portions.flatMap(({ to, items }) => items.map((id) => [id, to] as const)));
  const stays = held.filter(({ id }) => !moving.has(id)).length;
  const promises = held.filter(({ promise }) => promise !== null);
  const others = held.filter(({ promise, status }) => promise === null && status === "on-others");
  const open = held.filter(({ promise, status }) => promise === null && status !== "on-others");
  return (
    <Dialog isOpen wide onClose={onDone} title={t("title")} closeLabel={t("components:dialog.close")}>
      <form onSubmit={onSubmit} className="flex flex-col gap-5">
        {began === null ? null : (
          <Part title={`${t("summary")} · ${t("since", { time: timeNear(began, now) })}`}>
            <ShiftFigures member={me.id} from={began} />
          </Part>
        )}
        <Part title={t("leaves")}>
          {held.length === 0 ? (
            <Quiet>{t("leavesNothing")}</Quiet>
          ) : (
            <>
              <p className="nums text-sm font-medium">{t("goesTo", { to: sharesText(words, shares, language) })}</p>
              {stays === 0 ? null : <p className="text-sm text-ink-soft">{t("stays", { count: stays })}</p>}
              <LeavingRows title={t("open")} items={open} moving={moving} />
              <LeavingRows title={t("promises")} items={promises} moving={moving} />
              <LeavingRows title={t("others")} items={others} moving={moving} />
            </>
          )}
        </Part>
        <Field
          label={t("sentence")}
          hint={t("sentenceHint")}
          value={sentence}
          onChange={setSentence}
          maxLength={1000}
          lines={2}
          spelling
        />
        <Problem>{problem}</Problem>
        <div className="flex justify-end">
          <Button type="submit" look="primary" icon={DoorOpen} isDisabled={isBusy}>
            {t("end")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The shift is over: what became of what was open, as the hand-over has it. */
function Ended({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation(["leaving", "components"]);
  const words = useWords();
  const language = useView((view) => view.language);
  const me = useReplica((view) => view.me);
  const members = useReplica((view) => view.state?.members);
  const handOver = useBriefings().find((briefing) => briefing.handOver?.member === me)?.handOver;
  const shares = handOver === undefined || members === undefined ? [] : sharesOf({ members }, whereLeft(handOver));
  return (
    <Dialog isOpen onClose={onDone} title={t("ended")} closeLabel={t("components:dialog.close")}>
      <div role="status">
        <Empty
          icon={Moon}
          title={shares.length === 0 ? t("endedNothing") : t("endedMoved", { to: sharesText(words, shares, language) })}
          action={
            <Button look="primary" autoFocus onPress={onDone}>
              {t("done")}
            </Button>
          }
        >
          {t("thanks")}
        </Empty>
      </div>
    </Dialog>
  );
}

/** What somebody else must see to when the person here goes, by deadline. */
function useHeld(): readonly Item[] {
  useReplica((view) => view.loads);
  const { state, me } = replicaStore.getState();
  if (state === null) return [];
  const held: Item[] = [];
  for (const item of state.items.values()) if (item.assignee === me && mustGoOn(item)) held.push(item);
  return held.sort(compareDeadlines);
}
