import type { WallLink } from "@flowdesk/shared/protocol/wall.ts";
import { Monitor } from "lucide-react";
import { type FormEvent, useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAttempt } from "../../actions/use-attempt.ts";
import { pathOf } from "../../app/route.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field } from "../../components/field.tsx";
import { Problem } from "../../components/problem.tsx";
import { QrCode } from "../../components/qr-code.tsx";
import { makeWall, removeWall, wallsOf } from "../../connection/walls.ts";
import { useReplica } from "../../store/use-desk.ts";
import { useTick } from "../../store/use-view.ts";
import { useFormats } from "../../text/use-text.ts";
import { FetchedRows } from "./fetched-rows.tsx";
import { Row, Section } from "./section.tsx";
import { ShownOnce } from "./shown-once.tsx";
import { useFetched } from "./use-fetched.ts";

/** The links by which big screens show the desk. */
export function WallSettings() {
  const { t } = useTranslation(["wall", "settings"]);
  const desk = useReplica((view) => view.state?.desk.id ?? "");
  const { fetched, again } = useFetched(useCallback(() => wallsOf(desk), [desk]));
  const [isMaking, setMaking] = useState(false);
  return (
    <Section
      title={t("settings:wall")}
      hint={t("settings.hint")}
      tools={
        <Button look="primary" icon={Monitor} onPress={() => setMaking(true)}>
          {t("settings.make")}
        </Button>
      }
    >
      <FetchedRows label={t("settings:wall")} fetched={fetched} onAgain={again} none={t("settings.none")}>
        {(wall) => <WallRow key={wall.id} desk={desk} wall={wall} onRemoved={again} />}
      </FetchedRows>
      <p className="text-sm">
        <a href={pathOf(desk, "wall")} target="_blank" rel="noreferrer" className="underline">
          {t("settings.open")}
        </a>
      </p>
      {isMaking ? (
        <MakeDialog
          desk={desk}
          onClose={() => {
            setMaking(false);
            again();
          }}
        />
      ) : null}
    </Section>
  );
}

function WallRow({
  desk,
  wall,
  onRemoved,
}: {
  readonly desk: string;
  readonly wall: WallLink;
  readonly onRemoved: () => void;
}) {
  const { t } = useTranslation(["wall", "common"]);
  const { timeNear } = useFormats();
  const now = useTick(60);
  const [isAsked, setAsked] = useState(false);
  const { isBusy, problem, ask } = useAttempt();
  const at = (time: string) => ({ time: timeNear(time, now) });
  return (
    <Row
      tools={
        isAsked ? (
          <>
            <Button
              small
              look="primary"
              isDisabled={isBusy}
              onPress={() => {
                void ask(() => removeWall(desk, wall.id)).then((done) => {
                  if (done !== null) onRemoved();
                });
              }}
            >
              {t("settings.removeDo")}
            </Button>
            <Button small onPress={() => setAsked(false)}>
              {t("common:no")}
            </Button>
          </>
        ) : (
          <Button small onPress={() => setAsked(true)}>
            {t("settings.remove")}
          </Button>
        )
      }
    >
      <bdi className="flex-1 basis-40 font-medium">{wall.name}</bdi>
      <span className="nums text-xs text-ink-faint">
        {isAsked
          ? t("settings.removeAsk", { name: wall.name })
          : [
              t("settings.made", at(wall.createdAt)),
              wall.lastUsedAt === null ? t("settings.unused") : t("settings.used", at(wall.lastUsedAt)),
            ].join(" · ")}
      </span>
      <Problem>{problem}</Problem>
    </Row>
  );
}

function MakeDialog({ desk, onClose }: { readonly desk: string; readonly onClose: () => void }) {
  const { t } = useTranslation(["wall", "settings", "components"]);
  const [name, setName] = useState("");
  const [link, setLink] = useState<string | null>(null);
  const { isBusy, problem, ask } = useAttempt();
  const isReady = name.trim() !== "";
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    void ask(() => makeWall(desk, name)).then((made) => {
      if (made !== null) setLink(made.answer.link);
    });
  };
  return (
    <Dialog isOpen onClose={onClose} title={t("settings.make")} closeLabel={t("components:dialog.close")}>
      {link === null ? (
        <form onSubmit={onSubmit} className="flex flex-col gap-4">
          <Field label={t("settings.name")} value={name} onChange={setName} maxLength={120} autoFocus />
          <Problem>{problem}</Problem>
          <div className="flex justify-end">
            <Button type="submit" look="primary" isDisabled={!isReady || isBusy}>
              {t("settings.create")}
            </Button>
          </div>
        </form>
      ) : (
        <div className="flex flex-col gap-4">
          <ShownOnce label={t("settings.link")} hint={t("settings.once")} secret={link} />
          <QrCode text={link} label={t("settings.qr")} />
          <div className="flex justify-end">
            <Button onPress={onClose}>{t("settings:invitations.done")}</Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
