import type { Briefing } from "@flowdesk/shared/desk/briefing/briefing.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Figure } from "../../components/figure.tsx";
import { useMembers } from "../../store/use-desk.ts";
import { useReach } from "../../store/use-told.ts";

/** How many of those on shift have read a text, and by a press who. */
export function Readers({ briefing }: { readonly briefing: Briefing }) {
  const { t } = useTranslation("briefing");
  const { read, missing } = useReach(briefing);
  const members = useMembers();
  const [isOpen, setOpen] = useState(false);
  const count = read.length + missing.length;
  if (count === 0) return <p className="text-xs text-ink-faint">{t("readersNobody")}</p>;
  const sentence = t("readers", { read: read.length, count });
  const names = (ids: readonly string[], none: string) =>
    ids.length === 0 ? none : ids.map((id) => members.find((member) => member.id === id)?.name ?? id).join(", ");
  return (
    <div className="text-xs text-ink-soft">
      <Figure label={`${sentence}. ${t("whoRead")}`} isOpen={isOpen} onPress={() => setOpen(!isOpen)}>
        {sentence}
      </Figure>
      {isOpen ? (
        <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5">
          <dt className="text-ink-faint">{t("hasRead")}</dt>
          <dd>
            <bdi>{names(read, t("nobodyYet"))}</bdi>
          </dd>
          {missing.length === 0 ? null : (
            <>
              <dt className="text-ink-faint">{t("hasNotRead")}</dt>
              <dd>
                <bdi>{names(missing, "")}</bdi>
              </dd>
            </>
          )}
        </dl>
      ) : null}
    </div>
  );
}
