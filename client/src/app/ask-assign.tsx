import type { Expected } from "@flowdesk/shared/desk/member/expected.ts";
import { Users } from "lucide-react";
import { useTranslation } from "react-i18next";
import { assign } from "../actions/assign.ts";
import { Dialog } from "../components/dialog.tsx";
import { Empty } from "../components/empty.tsx";
import { ExpectedText } from "../components/expected-text.tsx";
import { LoadBar } from "../components/person-lane.tsx";
import { useExpected } from "../store/use-expected.ts";
import { useLoads } from "../store/use-lists.ts";
import { clearSelected } from "../store/view-store.ts";
import { Choices } from "./choices.tsx";
import { lettersFor } from "./letters.ts";
import { useAssignable } from "./use-assignable.ts";
import { useDialogKeys } from "./use-dialog-keys.ts";

/** To whom? A person's letter gives the items to them. */
export function AskAssign({ items, onDone }: { readonly items: readonly string[]; readonly onDone: () => void }) {
  const { t } = useTranslation(["app", "components"]);
  const people = useAssignable();
  const loads = useLoads();
  const letters = lettersFor(people);
  const expectedOf = useExpected();
  const give = (id: string) => {
    onDone();
    void assign(items, id);
    clearSelected();
  };
  useDialogKeys((key) => {
    const person = people.find(({ id }) => letters.get(id) === key);
    if (person !== undefined) give(person.id);
    return person !== undefined;
  });
  return (
    <Dialog
      isOpen
      onClose={onDone}
      title={t("ask.assign", { count: items.length })}
      closeLabel={t("components:dialog.close")}
    >
      {people.length === 0 ? (
        <Empty icon={Users} title={t("ask.nobodyOnShift")}>
          {t("ask.nobodyOnShiftHint")}
        </Empty>
      ) : (
        <Choices
          lines={people.map(({ id, name, shift, shiftNote, capacity, hours }) => ({
            id,
            key: letters.get(id) ?? "",
            label: (
              <>
                <span className="font-medium">{name}</span>
                {shift === "on" ? null : (
                  <span className="text-ink-faint">
                    {" "}
                    {t(`components:shift.${shift}`)}
                    {shiftNote === null ? "" : ` (${shiftNote})`}
                  </span>
                )}
                <Hours expected={expectedOf({ hours })} />
              </>
            ),
            aside: <LoadBar load={loads.get(id)?.waiting ?? 0} capacity={capacity} isFree={shift === "on"} />,
            onChoose: () => give(id),
          }))}
        />
      )}
    </Dialog>
  );
}

function Hours({ expected }: { readonly expected: Expected | null }) {
  if (expected === null) return null;
  return (
    <span className="text-xs text-ink-faint">
      {" "}
      <ExpectedText expected={expected} />
    </span>
  );
}
