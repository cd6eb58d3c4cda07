import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { deal, dealItems } from "../actions/deal.ts";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Field } from "../components/field.tsx";
import { useCounters, useLoads } from "../store/use-lists.ts";
import { clearSelected } from "../store/view-store.ts";
import { useAssignable } from "./use-assignable.ts";

/** Most items that one command may name. */
const mostAtOnce = 500;

/** How many are to be dealt? Enter deals as many as there is room for, or what was selected. */
export function AskDeal({ items, onDone }: { readonly items: readonly string[]; readonly onDone: () => void }) {
  const { t } = useTranslation(["app", "components"]);
  const { notTaken } = useCounters();
  const loads = useLoads();
  const free = useAssignable().filter(({ shift }) => shift === "on");
  const room = free.reduce((sum, { id, capacity }) => sum + Math.max(0, capacity - (loads.get(id)?.waiting ?? 0)), 0);
  const most = Math.min(notTaken, mostAtOnce);
  const [text, setText] = useState(String(Math.max(1, Math.min(most, room))));
  const count = /^\d{1,3}$/u.test(text.trim()) ? Math.min(Number(text), mostAtOnce) : 0;
  const hand = (number: number) => {
    if (number < 1) return;
    onDone();
    void deal(number);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (items.length === 0) hand(count);
    else {
      onDone();
      void dealItems(items.slice(0, mostAtOnce));
      clearSelected();
    }
  };
  const isSelection = items.length > 0;
  return (
    <Dialog
      isOpen
      onClose={onDone}
      title={isSelection ? t("ask.dealSelected", { count: items.length }) : t("ask.deal")}
      closeLabel={t("components:dialog.close")}
    >
      <form onSubmit={onSubmit} className="flex flex-col gap-4">
        <p className="text-sm text-ink-soft">
          {free.length === 0
            ? t("ask.nobodyOnShiftHint")
            : t("ask.dealRoom", { waiting: notTaken, room, count: free.length })}
        </p>
        {isSelection ? null : (
          <div className="flex flex-wrap items-end gap-2">
            <Field
              label={t("ask.dealCount")}
              value={text}
              onChange={setText}
              inputMode="numeric"
              autoFocus
              className="w-24"
            />
            {[5, 10, 25, 50]
              .filter((number) => number < most)
              .map((number) => (
                <Button key={number} onPress={() => hand(number)}>
                  {String(number)}
                </Button>
              ))}
          </div>
        )}
        <div className="flex justify-end">
          <Button
            type="submit"
            look="primary"
            shortcut="Enter"
            autoFocus={isSelection}
            isDisabled={free.length === 0 || (!isSelection && (count < 1 || most === 0))}
          >
            {t("ask.dealDo", { count: isSelection ? items.length : count })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
