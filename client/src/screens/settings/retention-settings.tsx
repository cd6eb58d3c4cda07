import type { Policy } from "@flowdesk/shared/desk/policy/policy.ts";
import { firstRetention } from "@flowdesk/shared/desk/policy/retention.ts";
import { day } from "@flowdesk/shared/time/instant.ts";
import { useTranslation } from "react-i18next";
import { usePermits } from "../../store/use-desk.ts";
import { Group } from "./section.tsx";
import { SettingLine } from "./setting-line.tsx";
import { readWhole } from "./whole-number.ts";

const shown = ["archiveAfterMs", "logLastsMs"] as const;
/** The least and the most days of each. */
const bounds = { archiveAfterMs: [1, 3650], logLastsMs: [7, 3650] } as const;

/** How long things lie where they are. */
export function RetentionSettings({ policy }: { readonly policy: Policy }) {
  const { t } = useTranslation("settings");
  const may = usePermits("policy.retention");
  const retention = policy.retention ?? firstRetention;
  return (
    <Group title={t("deskPart.keeping")} hint={t("deskPart.keepingHint")}>
      <div className="grid max-w-2xl items-start gap-4 mid:grid-cols-2">
        {shown.map((what) => {
          const [least, most] = bounds[what];
          return (
            <SettingLine
              key={what}
              label={t(`deskPart.${what}`)}
              hint={t("deskPart.days", { least, most })}
              wrong={t("deskPart.daysWrong", { least, most })}
              value={String(Math.round((retention[what] / day) * 100) / 100)}
              maxLength={4}
              inputMode="numeric"
              isDisabled={!may}
              read={(text) => {
                const days = readWhole(text, least, most);
                return days === null ? null : { retention: { ...retention, [what]: days * day } };
              }}
              type="policy.retention"
            />
          );
        })}
      </div>
    </Group>
  );
}
