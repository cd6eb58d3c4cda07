import { platformOf } from "@flowdesk/shared/desk/channel/channel.ts";
import type { Post, Variant } from "@flowdesk/shared/desk/post/post.ts";
import { day, instant, millis } from "@flowdesk/shared/time/instant.ts";
import { resolveWallClock } from "@flowdesk/shared/time/wall-clock.ts";
import { Check } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAttempt } from "../../actions/use-attempt.ts";
import { Button } from "../../components/button.tsx";
import { Field } from "../../components/field.tsx";
import { platformName } from "../../components/platform-name.ts";
import { Problem } from "../../components/problem.tsx";
import { serverNow } from "../../store/server-clock.ts";
import { useReplica } from "../../store/use-desk.ts";
import { isAddress } from "./draft.ts";
import { dayOf } from "./sheet.ts";
import { readTime } from "./when.ts";

/** Says that a variant is out, with the link as its proof, and since when if it was sooner than now. */
export function GoLive({
  post,
  variant,
  isOutlet,
}: {
  readonly post: Post;
  readonly variant: Variant;
  /** An outlet such as a screen may have no link. */
  readonly isOutlet: boolean;
}) {
  const { t } = useTranslation("runSheet");
  const zone = useReplica((view) => view.state?.desk.zone ?? "UTC");
  const [link, setLink] = useState("");
  const [since, setSince] = useState("");
  const { isBusy, problem, give } = useAttempt();
  const isLinkWrong = link.trim() !== "" && !isAddress(link);
  const isSinceWrong = since.trim() !== "" && readTime(since) === null;
  const isReady = !isLinkWrong && !isSinceWrong && (isOutlet || link.trim() !== "");
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    const time = readTime(since);
    void give("post.live", {
      post: post.id,
      variant: variant.id,
      ...(link.trim() === "" ? {} : { link: link.trim() }),
      ...(time === null ? {} : { at: lastTime(time, zone, serverNow()) }),
    });
  };
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-2 border-t border-line pt-2">
      <p className="text-xs text-ink-soft">
        {t(isOutlet ? "variant.outletHint" : "variant.linkHint", {
          platform: platformName(platformOf(variant.channel)),
        })}
      </p>
      <div className="grid grid-cols-[1fr_6rem] gap-2">
        <Field
          label={t("variant.link")}
          type="url"
          value={link}
          onChange={setLink}
          placeholder="https://"
          maxLength={2000}
          error={isLinkWrong ? t("variant.linkWrong") : null}
        />
        <Field
          label={t("variant.since")}
          value={since}
          onChange={setSince}
          placeholder={t("now")}
          inputMode="numeric"
          maxLength={8}
          error={isSinceWrong ? t("variant.sinceWrong") : null}
        />
      </div>
      <Problem>{problem}</Problem>
      <div className="flex justify-end">
        <Button
          type="submit"
          look={variant.text === "" || link !== "" ? "primary" : "plain"}
          icon={Check}
          isDisabled={!isReady || isBusy}
        >
          {t("variant.isOut")}
        </Button>
      </div>
    </form>
  );
}

/** The latest instant up to now at which the clock of a zone showed a time. @param time as `21:05` */
function lastTime(time: string, zone: string, now: number): string {
  const today = resolveWallClock({ local: `${dayOf(instant(now), zone)}T${time}:00`, zone }).at;
  if (millis(today) <= now) return today;
  return resolveWallClock({ local: `${dayOf(instant(now - day), zone)}T${time}:00`, zone }).at;
}
