import type { Wall } from "@flowdesk/shared/protocol/wall.ts";
import { useTranslation } from "react-i18next";
import { typeSize } from "./type-size.ts";

/** So many people have room. */
const most = 9;
const order = ["on", "tied-up", "break", "away"] as const;

/** Who is on, with what they have in hand; who is tied up or on a break, said in a word. */
export function People({ people }: { readonly people: Wall["people"] }) {
  const { t } = useTranslation("wall");
  if (people.length === 0) return <p className={`text-ink-soft ${typeSize.body}`}>{t("people.nobody")}</p>;
  // Those who answer come before those who are here for something else.
  const rankOf = ({ shift, load, capacity }: Wall["people"][number]) =>
    2 * order.indexOf(shift) + (load > 0 || capacity > 0 ? 0 : 1);
  const shown = [...people].sort((a, b) => rankOf(a) - rankOf(b));
  return (
    <>
      <ul className="flex min-h-0 flex-col gap-[calc(var(--u)*0.7)] overflow-hidden">
        {shown.slice(0, shown.length > most ? most - 1 : most).map(({ name, shift, load, capacity }) => (
          <li key={name} className={`flex items-baseline gap-[calc(var(--u)*1)] ${typeSize.body}`}>
            <span className={`min-w-0 flex-1 truncate ${shift === "on" ? "font-semibold" : "text-ink-soft"}`}>
              {name}
            </span>
            <span className={`nums shrink-0 text-ink-soft ${typeSize.small}`}>
              {shift !== "on"
                ? t(`people.${shift}`)
                : load > 0 || capacity > 0
                  ? t("people.load", { load, capacity })
                  : t("people.on")}
            </span>
          </li>
        ))}
      </ul>
      {shown.length > most ? (
        <p className={`text-ink-soft ${typeSize.small}`}>{t("channels.more", { count: shown.length - most + 1 })}</p>
      ) : null}
    </>
  );
}
