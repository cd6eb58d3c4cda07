import type { OpeningHours } from "@flowdesk/shared/clock/opening-hours.ts";
import { Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { act } from "../../actions/act.ts";
import { Button, IconButton } from "../../components/button.tsx";
import { useDesk, usePermits } from "../../store/use-desk.ts";
import { useView } from "../../store/use-view.ts";
import { CalendarDialog } from "./calendar-dialog.tsx";
import { useOpeningText } from "./calendar-preview.tsx";
import { RowMenu } from "./row-menu.tsx";
import { Nothing, Row, Rows, Section } from "./section.tsx";
import { specialDaysOf } from "./special-days.ts";
import { weekdaysText } from "./weekday.ts";

/** The opening hours that targets can count in. */
export function CalendarSettings() {
  const { t } = useTranslation(["calendar", "settings", "common"]);
  const policy = useDesk()?.policy;
  const may = usePermits("policy.targets");
  const [edited, setEdited] = useState<{ readonly name: string | null } | null>(null);
  if (policy === undefined) return null;
  const { calendars, targets } = policy;
  const usesOf = (name: string) => targets.filter(({ hours }) => hours === name).length;
  const remove = (name: string) => {
    const { [name]: _gone, ...rest } = calendars;
    void act("policy.targets", { targets: [...targets], calendars: rest });
  };
  return (
    <Section
      title={t("settings:calendars")}
      hint={t("hint")}
      isReadOnly={!may}
      tools={
        may ? (
          <Button look="primary" icon={Plus} onPress={() => setEdited({ name: null })}>
            {t("add")}
          </Button>
        ) : undefined
      }
    >
      {Object.keys(calendars).length === 0 ? (
        <Nothing>{t("none")}</Nothing>
      ) : (
        <Rows label={t("settings:calendars")}>
          {Object.entries(calendars).map(([name, hours]) => (
            <Row
              key={name}
              tools={
                may ? (
                  <>
                    <IconButton
                      icon={Pencil}
                      label={`${t("common:edit")}: ${name}`}
                      onPress={() => setEdited({ name })}
                    />
                    <RowMenu
                      name={name}
                      actions={[
                        {
                          id: "remove",
                          label: usesOf(name) === 0 ? t("common:remove") : t("removeInUse", { count: usesOf(name) }),
                          icon: Trash2,
                          isDisabled: usesOf(name) > 0,
                          onAction: () => remove(name),
                        },
                      ]}
                    />
                  </>
                ) : undefined
              }
            >
              <CalendarLine name={name} hours={hours} uses={usesOf(name)} />
            </Row>
          ))}
        </Rows>
      )}
      {edited === null ? null : <CalendarDialog policy={policy} name={edited.name} onClose={() => setEdited(null)} />}
    </Section>
  );
}

function CalendarLine({
  name,
  hours,
  uses,
}: {
  readonly name: string;
  readonly hours: OpeningHours;
  readonly uses: number;
}) {
  const { t } = useTranslation("calendar");
  const language = useView((view) => view.language);
  const opening = useOpeningText(hours);
  const days = specialDaysOf(hours).length;
  return (
    <>
      <span className="min-w-0 flex-1 basis-48">
        <bdi className="font-medium">{name}</bdi>
        <span className="block text-xs text-ink-soft">{opening}</span>
      </span>
      <span className="nums flex-1 basis-48 text-xs text-ink-soft">
        {hours.weekly.map(({ days: on, from, to }) => `${weekdaysText(on, language)} ${from}–${to}`).join("; ")}
        <span className="block text-ink-faint">
          {hours.zone} · {days === 0 ? t("noDaysShort") : t("dayCount", { count: days })} ·{" "}
          {uses === 0 ? t("unused") : t("uses", { count: uses })}
        </span>
      </span>
    </>
  );
}
