import type { AuthorList, NeedRule } from "@flowdesk/shared/need/rule.ts";
import { Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { act } from "../../actions/act.ts";
import { useAttempt } from "../../actions/use-attempt.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field } from "../../components/field.tsx";
import { Problem } from "../../components/problem.tsx";
import { newId } from "../../connection/new-id.ts";
import { entriesOf } from "./need-entries.ts";
import { put } from "./rule-order.ts";
import { RuleRows } from "./rule-rows.tsx";
import { Group, Nothing } from "./section.tsx";

/** Lists of authors that rules go by. One that a rule goes by stays. */
export function NeedAuthorLists({
  rules,
  lists,
  may,
}: {
  readonly rules: readonly NeedRule[];
  readonly lists: readonly AuthorList[];
  readonly may: boolean;
}) {
  const { t } = useTranslation("needs");
  const [edited, setEdited] = useState<number | "new" | null>(null);
  return (
    <Group
      title={t("authorLists")}
      hint={t("authorListsHint")}
      tools={
        may ? (
          <Button small icon={Plus} onPress={() => setEdited("new")}>
            {t("addList")}
          </Button>
        ) : undefined
      }
    >
      {lists.length === 0 ? (
        <Nothing>{t("noLists")}</Nothing>
      ) : (
        <RuleRows
          label={t("authorLists")}
          rules={lists}
          nameOf={({ name }) => name}
          isOrdered={false}
          onChange={may ? (authorLists) => void act("policy.needs", { needs: [...rules], authorLists }) : null}
          onEdit={setEdited}
        >
          {({ id, name, handles }) => (
            <>
              <bdi className="min-w-0 flex-1 basis-40">{name}</bdi>
              <span className="nums text-xs text-ink-soft">
                {t("handleCount", { count: handles.length })}
                {rules.some(({ authorLists }) => authorLists?.includes(id) === true) ? ` · ${t("inUse")}` : ""}
              </span>
            </>
          )}
        </RuleRows>
      )}
      {edited === null ? null : (
        <ListDialog rules={rules} lists={lists} at={edited === "new" ? null : edited} onClose={() => setEdited(null)} />
      )}
    </Group>
  );
}

function ListDialog({
  rules,
  lists,
  at,
  onClose,
}: {
  readonly rules: readonly NeedRule[];
  readonly lists: readonly AuthorList[];
  /** The list's place; null: a new one. */
  readonly at: number | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(["needs", "common", "components"]);
  const before = at === null ? undefined : lists[at];
  const [name, setName] = useState(before?.name ?? "");
  const [handles, setHandles] = useState(before?.handles.join("\n") ?? "");
  const { isBusy, problem, give } = useAttempt();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") return;
    const list = { id: before?.id ?? newId(), name: name.trim(), handles: entriesOf(handles) };
    void give("policy.needs", { needs: [...rules], authorLists: put(lists, at, list) }).then((isTaken) => {
      if (isTaken) onClose();
    });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(at === null ? "addList" : "editList")}
      closeLabel={t("components:dialog.close")}
    >
      <form onSubmit={onSubmit} className="flex flex-col gap-4">
        <Field label={t("listName")} value={name} onChange={setName} maxLength={120} autoFocus />
        <Field label={t("handles")} hint={t("handlesHint")} value={handles} onChange={setHandles} lines={8} />
        <Problem>{problem}</Problem>
        <div className="flex justify-end">
          <Button type="submit" look="primary" isDisabled={isBusy || name.trim() === ""}>
            {t("common:save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
