import { Play, Vibrate } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { play } from "../../app/ring.ts";
import { Button } from "../../components/button.tsx";
import { Choice } from "../../components/choice.tsx";
import { Toggle } from "../../components/toggle.tsx";
import { alarmKinds } from "../../store/alarm.ts";
import { useView } from "../../store/use-view.ts";
import { setSilentAlarms, setSound, setVibration, setVolume } from "../../store/view-store.ts";
import { useFormats } from "../../text/use-text.ts";
import { Group, Row, Rows, Section } from "./section.tsx";

/** How loud this screen is: `own` where single kinds have been chosen. */
type Loudness = "all" | "urgent" | "quiet" | "own";

/** What of the alarms is heard and felt at this screen. They are always seen. */
export function AlarmSettings() {
  const { t } = useTranslation(["settings", "alarm"]);
  const { percent } = useFormats();
  const slider = useId();
  const sound = useView((view) => view.sound);
  const silent = useView((view) => view.silentAlarms);
  const volume = useView((view) => view.volume);
  const vibration = useView((view) => view.vibration);
  const others = alarmKinds.filter((kind) => kind !== "urgent");
  const loudness: Loudness = !sound
    ? "quiet"
    : alarmKinds.every((kind) => !silent.includes(kind))
      ? "all"
      : !silent.includes("urgent") && others.every((kind) => silent.includes(kind))
        ? "urgent"
        : "own";
  const choose = (next: Loudness) => {
    setSound(next !== "quiet");
    if (next === "all") setSilentAlarms([]);
    if (next === "urgent") setSilentAlarms(others);
  };
  const choices: readonly Loudness[] =
    loudness === "own" ? ["all", "urgent", "quiet", "own"] : ["all", "urgent", "quiet"];
  return (
    <Section title={t("alarms")} hint={t("alarmsPart.hint")}>
      <Choice
        label={t("alarmsPart.heard")}
        options={choices.map((id) => ({ id, label: t(`alarmsPart.loudness.${id}`) }))}
        value={loudness}
        onChange={choose}
        className="max-w-sm"
      />
      <div className="flex max-w-sm flex-col gap-1">
        <label htmlFor={slider} className="text-xs font-medium text-ink-soft">
          {t("alarmsPart.volume")} <span className="nums font-normal">{percent(volume)}</span>
        </label>
        <input
          id={slider}
          type="range"
          min={0}
          max={100}
          step={5}
          value={Math.round(volume * 100)}
          disabled={!sound}
          onChange={({ target }) => setVolume(Number(target.value) / 100)}
          className="h-8 w-full accent-ink touch:h-11"
        />
      </div>
      <Group title={t("alarmsPart.kinds")}>
        <Rows label={t("alarmsPart.kinds")}>
          {alarmKinds.map((kind) => (
            <Row
              key={kind}
              tools={
                <Button
                  small
                  icon={Play}
                  aria-label={`${t("alarmsPart.tryIt")}: ${t(`alarm:kind.${kind}`)}`}
                  onPress={() => play(kind, volume)}
                >
                  {t("alarmsPart.tryIt")}
                </Button>
              }
            >
              <Toggle
                isSelected={sound && !silent.includes(kind)}
                isDisabled={!sound}
                onChange={(isHeard) =>
                  setSilentAlarms(isHeard ? silent.filter((one) => one !== kind) : [...silent, kind])
                }
              >
                {t(`alarm:kind.${kind}`)}
              </Toggle>
            </Row>
          ))}
        </Rows>
      </Group>
      <div className="flex flex-wrap items-center gap-4">
        <Toggle isSelected={vibration} onChange={setVibration}>
          {t("alarmsPart.vibration")}
        </Toggle>
        <Button small icon={Vibrate} isDisabled={!vibration} onPress={() => void navigator.vibrate?.([180, 90, 180])}>
          {t("alarmsPart.feelIt")}
        </Button>
      </div>
      <p className="-mt-2 text-xs text-ink-faint">{t("alarmsPart.vibrationHint")}</p>
    </Section>
  );
}
