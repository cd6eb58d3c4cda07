import type { Expected } from "@flowdesk/shared/desk/member/expected.ts";
import { useTranslation } from "react-i18next";

/** When somebody is expected today: `expected 18–01`. */
export function ExpectedText({ expected }: { readonly expected: Expected }) {
  const { t } = useTranslation("components");
  return (
    <span className="nums whitespace-nowrap">
      {t("expected", { from: short(expected.from), to: short(expected.to) })}
    </span>
  );
}

/** Full hours without their minutes. */
function short(time: string): string {
  return time.endsWith(":00") ? time.slice(0, 2) : time;
}
