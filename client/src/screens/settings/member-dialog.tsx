import { overlapIn } from "@flowdesk/shared/clock/calendar-flaw.ts";
import { kinds } from "@flowdesk/shared/desk/item/need.ts";
import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import { isLastAdministrator } from "@flowdesk/shared/desk/member/set.ts";
import { viewOf } from "@flowdesk/shared/desk/view.ts";
import { wallClockOf } from "@flowdesk/shared/time/wall-clock.ts";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Attempt, useAttempt } from "../../actions/use-attempt.ts";
import { Button } from "../../components/button.tsx";
import { Choice } from "../../components/choice.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field } from "../../components/field.tsx";
import { Problem } from "../../components/problem.tsx";
import { useChannels, usePermits, useReplica } from "../../store/use-desk.ts";
import { ChannelTicks } from "./channel-ticks.tsx";
import { notTags, readTags, writtenTags } from "./language-tags.ts";
import { readLocal } from "./local-time.ts";
import { RoleTicks } from "./role-ticks.tsx";
import { WeekHours } from "./week-hours.tsx";

/** One member: what the one who looks may alter of them, and the way out. */
export function MemberDialog({ member, onClose }: { readonly member: Member; readonly onClose: () => void }) {
  const { t } = useTranslation(["settings", "common", "components"]);
  const subject = { owner: member.id };
  const may = {
    name: usePermits("member.rename", subject),
    roles: usePermits("member.roles", subject),
    channels: usePermits("member.channels", subject),
    languages: usePermits("member.languages", subject),
    capacity: usePermits("member.capacity", subject),
    hours: usePermits("member.hours", subject),
    until: usePermits("member.until", subject) && !member.program,
    remove: usePermits("member.remove", subject),
  };
  const all = useChannels();
  // What the desk has, without what a screen says beside it.
  const known = useReplica((view) => view.state?.members.get(member.id)?.name) ?? member.name;
  const [name, setName] = useState(known);
  const [roles, setRoles] = useState(member.roles);
  const [channels, setChannels] = useState(member.channels);
  const [languages, setLanguages] = useState(writtenTags(member.languages));
  const [capacity, setCapacity] = useState(String(member.capacity));
  const zone = useReplica((view) => view.state?.desk.zone ?? "UTC");
  const expected = member.hours ?? [];
  const [hours, setHours] = useState(expected);
  const [until, setUntil] = useState(() =>
    member.accessUntil == null ? "" : wallClockOf(member.accessUntil, zone).local.slice(0, 16),
  );
  const untilAt = readLocal(until, zone);
  const flaw = overlapIn(hours);
  const attempt = useAttempt();
  const count = /^\d{1,3}$/u.test(capacity.trim()) ? Number(capacity) : null;
  const strange = notTags(languages);
  const isReady =
    name.trim() !== "" &&
    roles.length > 0 &&
    channels.length > 0 &&
    count !== null &&
    strange.length === 0 &&
    flaw === null &&
    untilAt !== null;
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isReady || attempt.isBusy) return;
    const { id } = member;
    const tags = readTags(languages);
    // One after the other, so that the first refusal stands alone and names what it is about.
    const done =
      (!may.name || name.trim() === known || (await attempt.give("member.rename", { member: id, name }))) &&
      (!may.languages ||
        writtenTags(tags) === writtenTags(member.languages) ||
        (await attempt.give("member.languages", { member: id, languages: tags }))) &&
      (!may.capacity ||
        count === member.capacity ||
        (await attempt.give("member.capacity", { member: id, capacity: count }))) &&
      (!may.hours ||
        JSON.stringify(hours) === JSON.stringify(expected) ||
        (await attempt.give("member.hours", { member: id, hours }))) &&
      (!may.until ||
        (untilAt === "" ? null : untilAt) === (member.accessUntil ?? null) ||
        (await attempt.give("member.until", { member: id, until: untilAt === "" ? null : untilAt }))) &&
      (!may.channels ||
        JSON.stringify(channels) === JSON.stringify(member.channels) ||
        (await attempt.give("member.channels", { member: id, channels }))) &&
      (!may.roles ||
        roles.join() === member.roles.join() ||
        (await attempt.give("member.roles", { member: id, roles })));
    if (done) onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={member.name}
      closeLabel={t("components:dialog.close")}
      footer={
        <>
          {may.remove ? <Remove member={member} attempt={attempt} /> : null}
          <span className="flex-1" />
          <Button type="submit" form="member" look="primary" isDisabled={!isReady || attempt.isBusy}>
            {t("common:save")}
          </Button>
        </>
      }
    >
      <form id="member" onSubmit={(event) => void onSubmit(event)} className="flex flex-col gap-4">
        <Field label={t("peoplePart.name")} value={name} onChange={setName} maxLength={120} isDisabled={!may.name} />
        {may.roles ? <RoleTicks chosen={roles} onChange={setRoles} isProgram={member.program} /> : null}
        {may.channels ? (
          <div className="flex flex-col gap-2">
            <Choice
              label={t("peoplePart.channels")}
              options={[
                { id: "all", label: t("peoplePart.allChannels") },
                { id: "some", label: t("peoplePart.someChannels") },
              ]}
              value={channels === "all" ? "all" : "some"}
              onChange={(which) =>
                setChannels(which === "all" ? "all" : all.filter(({ retired }) => !retired).map(({ id }) => id))
              }
            />
            {channels === "all" ? null : (
              <ChannelTicks label={t("peoplePart.channels")} chosen={channels} onChange={setChannels} />
            )}
          </div>
        ) : null}
        <div className="grid gap-4 mid:grid-cols-2">
          <Field
            label={t("peoplePart.capacityLabel")}
            hint={t("peoplePart.capacityHint")}
            error={count === null ? t("peoplePart.capacityWrong") : null}
            value={capacity}
            onChange={setCapacity}
            inputMode="numeric"
            maxLength={3}
            isDisabled={!may.capacity}
          />
          <Field
            label={t("peoplePart.languages")}
            hint={t("peoplePart.languagesHint")}
            error={strange.length === 0 ? null : t("peoplePart.notLanguages", { words: strange.join(", ") })}
            value={languages}
            onChange={setLanguages}
            maxLength={200}
            isDisabled={!may.languages}
          />
        </div>
        <WeekHours
          label={t("peoplePart.hours")}
          spans={hours}
          flaw={flaw}
          isDisabled={!may.hours}
          onChange={setHours}
        />
        {may.until ? (
          <Field
            label={t("peoplePart.until")}
            hint={t("peoplePart.untilHint", { zone })}
            type="datetime-local"
            value={until}
            onChange={setUntil}
            className="max-w-60"
          />
        ) : null}
        <Problem>{attempt.problem}</Problem>
      </form>
    </Dialog>
  );
}

/** Taking somebody out of the desk, asked twice. The dialog goes with them. */
function Remove({ member, attempt }: { readonly member: Member; readonly attempt: Attempt }) {
  const { t } = useTranslation(["settings", "common"]);
  const [isAsked, setAsked] = useState(false);
  const isLast = useReplica(({ state }) => state !== null && isLastAdministrator(state, member));
  // Whoever does not see every item cannot count them.
  const seesAll = useReplica(({ state, me }) => {
    const view = state?.members.get(me);
    return view !== undefined && viewOf(view).kinds.length === kinds.length && view.channels === "all";
  });
  const held = useReplica(({ state }) => {
    let count = 0;
    for (const item of state?.items.values() ?? []) if (item.assignee === member.id) count++;
    return count;
  });
  if (isLast) return <p className="flex-1 basis-48 text-xs text-ink-soft">{t("peoplePart.lastAdministrator")}</p>;
  if (!isAsked) {
    return (
      <Button look="quiet" onPress={() => setAsked(true)}>
        {t("peoplePart.remove")}
      </Button>
    );
  }
  return (
    <div className="flex w-full flex-wrap items-center gap-2">
      <p className="flex-1 basis-48 text-sm">
        {t("peoplePart.removeAsk", { name: member.name })}{" "}
        {!seesAll
          ? t("peoplePart.removeSome")
          : held === 0
            ? t("peoplePart.removeNothing")
            : t("peoplePart.removeHeld", { count: held })}
      </p>
      <Button
        look="primary"
        isDisabled={attempt.isBusy}
        onPress={() => void attempt.give("member.remove", { member: member.id })}
      >
        {t("peoplePart.removeDo")}
      </Button>
      <Button onPress={() => setAsked(false)}>{t("common:no")}</Button>
    </div>
  );
}
