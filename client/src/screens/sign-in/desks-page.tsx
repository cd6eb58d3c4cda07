import { ChevronRight } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { navigate, pathOf } from "../../app/route.ts";
import type { DeskOfMine } from "../../connection/session.ts";
import { Card } from "./card.tsx";

/** The desks in which somebody has a part. With one there is nothing to choose. */
export function DesksPage({ desks }: { readonly desks: readonly DeskOfMine[] }) {
  const { t } = useTranslation("account");
  const only = desks.length === 1 ? desks[0] : undefined;
  useEffect(() => {
    if (only !== undefined) navigate(pathOf(only.id), "replace");
  }, [only]);
  if (only !== undefined) return null;
  return (
    <Card title={t("chooseDesk")}>
      {desks.length === 0 ? <p className="text-sm text-ink-soft">{t("noDesk")}</p> : null}
      <ul className="-mx-2 flex flex-col">
        {desks.map(({ id, name }) => (
          <li key={id}>
            <a
              href={pathOf(id)}
              onClick={(event) => {
                event.preventDefault();
                navigate(pathOf(id));
              }}
              className="flex min-h-11 items-center gap-2 rounded-md px-2 text-base hover:bg-hover"
            >
              <span className="flex-1">{name}</span>
              <ChevronRight aria-hidden size={16} className="text-ink-faint" />
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
