import { messageFileFormats } from "@flowdesk/shared/protocol/import.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/button.tsx";
import { Choice } from "../../components/choice.tsx";
import { Field } from "../../components/field.tsx";
import { ZoneChoice } from "../../components/zone-choice.tsx";
import { FileChoice } from "./file-choice.tsx";
import { MapEditor } from "./map-editor.tsx";
import { mapJson, missingIn, suggestMap, type Templates } from "./message-map.ts";
import { RunView } from "./run-view.tsx";
import { lookAtFile, namesFields, type TableLook } from "./table-look.ts";
import { useImport } from "./use-import.ts";

/** Chosen file, and how it is to be read. */
interface Chosen {
  readonly file: File;
  readonly look: TableLook;
  readonly format: (typeof messageFileFormats)[number];
  readonly templates: Templates;
  readonly hasEntities: boolean;
}

/** Bringing a file of messages in, or replaying it. */
export function BringInMessages({ desk, zone: ofDesk }: { readonly desk: string; readonly zone: string }) {
  const { t } = useTranslation("bringIn");
  const handle = useImport(desk, "messages");
  const { isRunning } = handle;
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [unreadable, setUnreadable] = useState(false);
  const [zone, setZone] = useState(ofDesk);
  const [how, setHow] = useState<"past" | "replay">("past");
  const [speed, setSpeed] = useState("1");
  const isSpeed = Number(speed) > 0 && Number(speed) <= 100_000;
  const needsMap = chosen !== null && chosen.format === "csv" && !namesFields(chosen.look.columns);
  const isReady =
    chosen !== null &&
    !isRunning &&
    (!needsMap || missingIn(chosen.templates).length === 0) &&
    (how === "past" || isSpeed);

  const choose = (file: File) => {
    handle.forget();
    lookAtFile(file, file.name).then(
      (look) => {
        setUnreadable(false);
        const format = messageFileFormats.find((one) => one === look.format) ?? "csv";
        // The next part of the same table, or its mended rows, are read as the one before.
        const isSame = chosen !== null && chosen.look.columns.join("\n") === look.columns.join("\n");
        const templates = isSame ? chosen.templates : suggestMap(look.columns);
        setChosen({ file, look, format, templates, hasEntities: isSame && chosen.hasEntities });
      },
      () => setUnreadable(true),
    );
  };
  const start = (dryRun: boolean) => {
    if (chosen === null) return;
    const { file, format, templates, hasEntities } = chosen;
    handle.start({
      file,
      query: {
        name: file.name,
        kind: "messages",
        format,
        zone,
        dryRun: dryRun ? "1" : "0",
        ...(how === "replay" && !dryRun ? { speed: Number(speed) } : {}),
      },
      ...(needsMap ? { map: mapJson(templates, hasEntities) } : {}),
    });
  };

  return (
    <div className="flex flex-col gap-5 p-4">
      <FileChoice file={chosen?.file ?? null} hint={t("file.messagesHint")} isDisabled={isRunning} onChoose={choose} />
      {unreadable ? <p className="text-sm text-over">{t("file.unreadable")}</p> : null}
      {chosen === null ? null : (
        <>
          <div className="grid gap-3 mid:grid-cols-2">
            <Choice
              label={t("format.label")}
              options={messageFileFormats.map((id) => ({ id, label: t(`format.${id}`) }))}
              value={chosen.format}
              onChange={(format) => setChosen({ ...chosen, format })}
            />
            <ZoneChoice label={t("zone")} value={zone} onChange={setZone} />
            <Choice
              label={t("how.label")}
              options={(["past", "replay"] as const).map((id) => ({ id, label: t(`how.${id}`) }))}
              value={how}
              onChange={setHow}
            />
            {how === "past" ? null : (
              <Field
                label={t("speed")}
                value={speed}
                inputMode="decimal"
                onChange={setSpeed}
                error={isSpeed ? null : t("speedWrong")}
              />
            )}
          </div>
          {needsMap ? (
            <MapEditor
              look={chosen.look}
              templates={chosen.templates}
              onChange={(templates) => setChosen({ ...chosen, templates })}
              hasEntities={chosen.hasEntities}
              onEntities={(hasEntities) => setChosen({ ...chosen, hasEntities })}
            />
          ) : null}
          <div className="flex flex-wrap gap-2">
            <Button isDisabled={!isReady} onPress={() => start(true)}>
              {t("tryOut")}
            </Button>
            <Button look="primary" isDisabled={!isReady} onPress={() => start(false)}>
              {t(how === "past" ? "start" : "startReplay")}
            </Button>
          </div>
        </>
      )}
      <RunView desk={desk} handle={handle} />
    </div>
  );
}
