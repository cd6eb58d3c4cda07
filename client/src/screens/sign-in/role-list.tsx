import type { RolesOffered } from "@flowdesk/shared/protocol/account.ts";
import { ChevronRight } from "lucide-react";
import { Button as AriaButton } from "react-aria-components";
import { useTranslation } from "react-i18next";

type Person = RolesOffered["people"][number];

/** The people of a demonstration, each with what their role sees; one press takes their place. */
export function RoleList({
  people,
  isBusy,
  onChoose,
}: {
  readonly people: readonly Person[];
  readonly isBusy: boolean;
  readonly onChoose: (person: Person) => void;
}) {
  const { t } = useTranslation(["demonstration", "shift"]);
  return (
    <ul aria-label={t("roles")} className="grid gap-2 mid:grid-cols-2">
      {people.map((person) => {
        const { role, name, token } = person;
        return (
          <li key={token} className="flex">
            <AriaButton
              isDisabled={isBusy}
              onPress={() => onChoose(person)}
              className="flex w-full items-center gap-3 rounded-lg border border-line bg-surface px-3 py-2.5 text-left hover:bg-hover disabled:opacity-60 pressed:bg-selected"
            >
              <span className="min-w-0 flex-1">
                <span className="flex flex-wrap items-baseline gap-x-2">
                  <span className="text-base font-semibold first-letter:uppercase">{t(`shift:role.${role}`)}</span>
                  <bdi className="text-xs text-ink-faint">{name}</bdi>
                </span>
                {role === "source" ? null : (
                  <span className="mt-0.5 block text-sm text-ink-soft">{t(`see.${role}`)}</span>
                )}
              </span>
              <ChevronRight aria-hidden size={16} className="shrink-0 text-ink-faint" />
            </AriaButton>
          </li>
        );
      })}
    </ul>
  );
}
