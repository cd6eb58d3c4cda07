import { type Role, roles } from "@flowdesk/shared/desk/role.ts";
import { useTranslation } from "react-i18next";
import { Tick } from "../../components/toggle.tsx";

/** Roles to choose among, each with what it lets one do. `source` is for programs only. */
export function RoleTicks({
  chosen,
  onChange,
  isProgram = false,
}: {
  readonly chosen: readonly Role[];
  readonly onChange: (roles: Role[]) => void;
  readonly isProgram?: boolean;
}) {
  const { t } = useTranslation(["settings", "shift"]);
  const offered = roles.filter((role) => isProgram || role !== "source");
  return (
    <fieldset className="flex flex-col gap-0.5">
      <legend className="pb-1 text-xs font-medium text-ink-soft">{t("peoplePart.roles")}</legend>
      {offered.map((role) => (
        <Tick
          key={role}
          isSelected={chosen.includes(role)}
          onChange={(isChosen) => onChange(roles.filter((one) => (one === role ? isChosen : chosen.includes(one))))}
        >
          <span className="py-1">
            <span className="inline-block first-letter:uppercase">{t(`shift:role.${role}`)}</span>
            <span className="block text-xs text-ink-faint">{t(`peoplePart.role.${role}`)}</span>
          </span>
        </Tick>
      ))}
      {chosen.length === 0 ? <p className="text-xs font-medium text-over">{t("peoplePart.atLeastOneRole")}</p> : null}
    </fieldset>
  );
}
