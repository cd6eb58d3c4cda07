import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { CopyButton } from "../components/copy-button.tsx";
import { Dialog } from "../components/dialog.tsx";

/** The commands as the README has them. */
const commands = {
  make: 'npm run -s flowdesk -- desk create care --name "Customer care" --zone Europe/Copenhagen',
  invite: "npm run -s flowdesk -- user invite --desk care --role administrator",
  without: "npm start -- --no-demo --data ./own",
} as const;

/** How to begin with a desk of one's own: the commands, and what to do in the console then. */
export function OwnDeskDialog({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation(["demonstration", "common", "settings", "app"]);
  const inSettings = (...parts: string[]) => `${t("app:screen.settings")} › ${parts.join(", ")}`;
  return (
    <Dialog isOpen onClose={onDone} title={t("ownDeskTitle")} closeLabel={t("common:close")} wide>
      <div className="flex flex-col gap-4 text-sm">
        <p className="text-ink-soft">{t("ownDeskLead")}</p>
        <ol className="flex flex-col gap-4">
          <Step number={1} text={t("make")}>
            <Command text={commands.make} />
          </Step>
          <Step number={2} text={t("invite")}>
            <Command text={commands.invite} />
          </Step>
          <Step number={3} text={t("inside")}>
            <dl className="flex flex-col gap-2">
              <Place name={inSettings(t("settings:people"))} text={t("people")} />
              <Place name={inSettings(t("settings:channels"))} text={t("channels")} />
              <Place
                name={inSettings(t("settings:targets"), t("settings:needs"), t("settings:hashtags"))}
                text={t("rules")}
              />
              <Place name={inSettings(t("settings:bringIn"))} text={t("bringIn")} />
            </dl>
          </Step>
        </ol>
        <div className="flex flex-col gap-2 border-t border-line pt-4">
          <p className="text-ink-soft">{t("without")}</p>
          <Command text={commands.without} />
        </div>
      </div>
    </Dialog>
  );
}

function Step({
  number,
  text,
  children,
}: {
  readonly number: number;
  readonly text: string;
  readonly children: ReactNode;
}) {
  return (
    <li className="flex gap-3">
      <span aria-hidden className="nums w-4 shrink-0 text-right font-semibold text-ink-faint">
        {number}
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <p>{text}</p>
        {children}
      </div>
    </li>
  );
}

function Command({ text }: { readonly text: string }) {
  const { t } = useTranslation("demonstration");
  return (
    <div className="flex items-start gap-2 rounded-md border border-line bg-sunken py-1.5 pr-1.5 pl-3">
      <code className="min-w-0 flex-1 py-1 font-mono text-xs wrap-anywhere">{text}</code>
      <CopyButton small look="quiet" text={text} label={t("copy")} doneLabel={t("copied")} />
    </div>
  );
}

function Place({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <div className="flex flex-col gap-x-2 mid:flex-row">
      <dt className="shrink-0 font-medium">{name}</dt>
      <dd className="text-ink-soft">{text}</dd>
    </div>
  );
}
