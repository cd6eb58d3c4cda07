import type { Briefing } from "@flowdesk/shared/desk/briefing/briefing.ts";
import { Pencil, Phone } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ask } from "../../app/ask.ts";
import { Button } from "../../components/button.tsx";
import { ForeignText } from "../../components/foreign-text.tsx";
import { useMember, usePermits } from "../../store/use-desk.ts";
import { useTick } from "../../store/use-view.ts";
import { useFormats } from "../../text/use-text.ts";
import { Part, Quiet } from "./part.tsx";
import { Readers } from "./readers.tsx";

/** Tonight's lines and the numbers to call, as they are in force. */
export function Tonight({ inForce }: { readonly inForce: Briefing | undefined }) {
  const { t } = useTranslation("briefing");
  const { timeNear } = useFormats();
  const now = useTick(60);
  const author = useMember(inForce?.by ?? null)?.name ?? inForce?.by ?? "";
  const mayWrite = usePermits("briefing.write");
  return (
    <>
      <Part
        title={t("lines")}
        tools={
          mayWrite ? (
            <Button small look="quiet" icon={Pencil} onPress={() => ask({ kind: "write-briefing" })}>
              {inForce === undefined ? t("write") : t("edit")}
            </Button>
          ) : undefined
        }
      >
        {inForce === undefined ? (
          <Quiet>{t("noLines")}</Quiet>
        ) : (
          <>
            <p className="text-base whitespace-pre-wrap">
              <ForeignText links>{inForce.text}</ForeignText>
            </p>
            <p className="nums text-xs text-ink-faint">
              {t("writtenBy", { name: author, time: timeNear(inForce.at, now) })}
            </p>
            {mayWrite ? <Readers briefing={inForce} /> : null}
          </>
        )}
      </Part>
      {inForce === undefined || inForce.numbers.length === 0 ? null : (
        <Part title={t("numbers")}>
          <ul className="flex flex-col divide-y divide-line rounded-lg border border-line">
            {inForce.numbers.map(({ name, number }) => (
              <li key={`${name} ${number}`}>
                <a
                  href={telOf(number)}
                  aria-label={`${t("call", { name })}: ${number}`}
                  className="flex min-h-9 items-center gap-3 px-3 py-1.5 text-sm hover:bg-hover touch:min-h-11"
                >
                  <Phone aria-hidden size={14} className="shrink-0 text-ink-faint" />
                  <bdi className="min-w-0 flex-1 truncate">{name}</bdi>
                  <bdi className="nums font-medium">{number}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}

/** An address that calls a number as people write it: what is for the eye is taken out (RFC 3966). */
export function telOf(number: string): string {
  return `tel:${number.replaceAll(/[^\d+*#]/gu, "").replaceAll("#", "%23")}`;
}
