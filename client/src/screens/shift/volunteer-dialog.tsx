import type { Cover } from "@flowdesk/shared/desk/cover/cover.ts";
import { hasCover } from "@flowdesk/shared/desk/cover/cover-of.ts";
import type { Instant } from "@flowdesk/shared/time/instant.ts";
import { QrCode, UserRoundPlus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAttempt } from "../../actions/use-attempt.ts";
import { Button } from "../../components/button.tsx";
import { Choice } from "../../components/choice.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field } from "../../components/field.tsx";
import { Problem } from "../../components/problem.tsx";
import { inviteVolunteer } from "../../connection/invitations.ts";
import { serverNow } from "../../store/server-clock.ts";
import { useDesk, useMembers, useReplica } from "../../store/use-desk.ts";
import { publicKinds } from "../cover/cover-row.tsx";
import { readTime } from "../run-sheet/when.ts";
import { ChannelTicks } from "../settings/channel-ticks.tsx";
import { notTags, readTags } from "../settings/language-tags.ts";
import { readEnd, usualEnd } from "./access-end.ts";
import { VolunteerCode } from "./volunteer-code.tsx";

type Place = "none" | "first" | "stand-in";
type Only = "any" | "public" | "dm";

/** The standing order of somebody who is not here yet: of the channels and the languages that they have. */
function coverOf(of: {
  readonly place: Place;
  readonly only: Only;
  readonly channels: Cover["channels"];
  readonly languages: string[];
}): Cover {
  return {
    channels: of.channels,
    ...(of.only === "any" ? {} : { kinds: of.only === "dm" ? ["dm" as const] : publicKinds }),
    ...(of.languages.length === 0 ? {} : { languages: of.languages }),
    ...(of.place === "stand-in" ? { standIn: true } : {}),
  };
}

/** Lets somebody in for an evening: a code for one use, and an end to their access. */
export function VolunteerDialog({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation(["volunteer", "components", "cover"]);
  const zone = useDesk()?.zone ?? "UTC";
  const desk = useReplica((view) => view.state?.desk.id ?? "");
  const [name, setName] = useState("");
  const [reach, setReach] = useState<"all" | "some">("all");
  const [channels, setChannels] = useState<readonly string[]>([]);
  const [languages, setLanguages] = useState("");
  const members = useMembers();
  const [place, setPlace] = useState<Place>(() => (hasCover(members) ? "first" : "none"));
  const [only, setOnly] = useState<Only>("any");
  const [end, setEnd] = useState(() => usualEnd(serverNow(), zone));
  const [wrong, setWrong] = useState<"no-time" | "past" | "far" | null>(null);
  const [made, setMade] = useState<{ readonly link: string; readonly until: Instant } | null>(null);
  const { isBusy, problem, ask } = useAttempt();
  const strange = notTags(languages);
  const isReady = !isBusy && strange.length === 0 && (reach === "all" || channels.length > 0);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const read = readEnd(end, serverNow());
    setWrong("wrong" in read ? read.wrong : null);
    if ("wrong" in read || !isReady) return;
    const spoken = readTags(languages);
    const wanted = {
      until: read.at,
      ...(name.trim() === "" ? {} : { name: name.trim() }),
      ...(reach === "all" ? {} : { channels: [...channels] }),
      ...(spoken.length === 0 ? {} : { languages: spoken }),
      ...(place === "none"
        ? {}
        : { cover: [coverOf({ place, only, channels: reach === "all" ? "all" : [...channels], languages: spoken })] }),
    };
    void ask(() => inviteVolunteer(desk, wanted)).then((answer) => {
      if (answer !== null) setMade({ link: answer.answer.link, until: read.at });
    });
  };
  if (made !== null) {
    return (
      <VolunteerCode
        name={name.trim()}
        link={made.link}
        until={made.until}
        onClose={onDone}
        onAnother={() => {
          setMade(null);
          setName("");
        }}
      />
    );
  }
  return (
    <Dialog isOpen onClose={onDone} title={t("add")} closeLabel={t("components:dialog.close")}>
      <form onSubmit={onSubmit} className="flex flex-col gap-4">
        <p className="flex items-start gap-2 text-sm text-ink-soft">
          <UserRoundPlus aria-hidden size={16} className="mt-px shrink-0 text-ink-faint" />
          {t("hint")}
        </p>
        <Field label={t("name")} hint={t("nameHint")} value={name} onChange={setName} maxLength={120} autoFocus />
        <div className="flex flex-col gap-2">
          <Choice
            label={t("channels")}
            options={[
              { id: "all", label: t("allChannels") },
              { id: "some", label: t("someChannels") },
            ]}
            value={reach}
            onChange={setReach}
          />
          {reach === "all" ? null : <ChannelTicks label={t("channels")} chosen={channels} onChange={setChannels} />}
        </div>
        <Field
          label={t("languages")}
          hint={t("languagesHint")}
          error={strange.length === 0 ? null : t("notLanguages", { words: strange.join(", ") })}
          value={languages}
          onChange={setLanguages}
          maxLength={200}
        />
        <div className="flex flex-col gap-2">
          <Choice
            label={t("cover")}
            options={[
              { id: "none", label: t("coverNone") },
              { id: "first", label: t("cover:first") },
              { id: "stand-in", label: t("cover:standIns") },
            ]}
            value={place}
            onChange={setPlace}
          />
          {place === "none" ? null : (
            <Choice
              label={t("cover:kinds")}
              options={[
                { id: "any", label: t("cover:anyKind") },
                { id: "public", label: t("cover:onlyPublic") },
                { id: "dm", label: t("cover:onlyDm") },
              ]}
              value={only}
              onChange={setOnly}
            />
          )}
        </div>
        <fieldset className="flex flex-col gap-1">
          <legend className="mb-1 text-xs font-medium text-ink-soft">{t("until")}</legend>
          <div className="grid grid-cols-[1fr_7rem] gap-3">
            <Field
              bare
              label={t("untilDate")}
              type="date"
              value={end.date}
              onChange={(date) => setEnd({ ...end, date })}
            />
            <Field
              bare
              label={t("untilTime")}
              inputMode="numeric"
              maxLength={8}
              value={end.time}
              onChange={(time) => setEnd({ ...end, time })}
              onBlur={() => setEnd({ ...end, time: readTime(end.time) ?? end.time })}
            />
          </div>
        </fieldset>
        <Problem>
          {wrong === null ? problem : t(wrong === "past" ? "untilPast" : wrong === "far" ? "untilFar" : "untilWrong")}
        </Problem>
        <div className="flex justify-end">
          <Button type="submit" look="primary" icon={QrCode} isDisabled={!isReady}>
            {t("make")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
