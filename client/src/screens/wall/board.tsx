import type { Wall } from "@flowdesk/shared/protocol/wall.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useNow } from "../../components/clock.tsx";
import { formatsFor } from "../../text/formats.ts";
import { Channels } from "./channels.tsx";
import { Numbers } from "./numbers.tsx";
import { People } from "./people.tsx";
import { RunSheet } from "./run-sheet.tsx";
import { typeSize } from "./type-size.ts";

/** Everything on the wall, in fixed places. On a screen that stands upright the parts stand one below the other. */
export function Board({
  wall,
  at,
  freshFor,
}: {
  readonly wall: Wall;
  /** When it came, in ms by the desk's clock, and for how long it is called live. */
  readonly at: number;
  readonly freshFor: number;
}) {
  const { t } = useTranslation("wall");
  return (
    <main
      // biome-ignore lint/a11y/noNoninteractiveTabindex: upright it scrolls, and what scrolls can be scrolled by key.
      tabIndex={0}
      className="flex h-dvh flex-col gap-[calc(var(--u)*1.6)] overflow-hidden bg-ground p-[calc(var(--u)*2)] [--u:1vmin] portrait:overflow-y-auto portrait:[--u:1.7vmin]"
    >
      <Head wall={wall} at={at} freshFor={freshFor} />
      <Numbers wall={wall} />
      <div className="grid min-h-0 flex-1 grid-cols-[1.3fr_1fr_0.9fr] gap-[calc(var(--u)*1.6)] portrait:flex-none portrait:grid-cols-1">
        <Part title={t("sheet.title")}>
          <RunSheet wall={wall} />
        </Part>
        <Part title={t("channels.title")}>
          <Channels channels={wall.channels} />
        </Part>
        <Part title={t("people.title")}>
          <People people={wall.people} />
        </Part>
      </div>
      <Question question={wall.question} />
    </main>
  );
}

function Head({ wall, at, freshFor }: { readonly wall: Wall; readonly at: number; readonly freshFor: number }) {
  const { t, i18n } = useTranslation("wall");
  const now = useNow();
  const formats = formatsFor(i18n.language, wall.desk.zone);
  const isLive = now - at <= freshFor;
  return (
    <header className="flex items-center gap-[calc(var(--u)*2)] portrait:flex-wrap">
      <h1 className={`min-w-0 truncate font-semibold ${typeSize.large}`}>{wall.desk.name}</h1>
      {wall.desk.demonstration ? (
        <span
          className={`rounded-[calc(var(--u)*0.6)] border border-line-strong px-[calc(var(--u)*1)] text-ink-soft ${typeSize.small}`}
        >
          {t("simulation")}
        </span>
      ) : null}
      <span className="flex-1" />
      <p className={`flex items-center gap-[calc(var(--u)*1)] font-semibold ${typeSize.small}`}>
        {isLive ? (
          <>
            <span aria-hidden className="size-[calc(var(--u)*1.8)] rounded-full bg-ink" />
            {t("connection.live")}
          </>
        ) : (
          <span className="flex items-center gap-[calc(var(--u)*1)] rounded-[calc(var(--u)*0.6)] bg-over-ground px-[calc(var(--u)*1.4)] py-[calc(var(--u)*0.6)] text-on-over">
            <span aria-hidden className="size-[calc(var(--u)*1.8)] border-[calc(var(--u)*0.4)] border-current" />
            {t("connection.stale", { time: formats.time(at) })}
          </span>
        )}
      </p>
      <time className={`nums font-semibold ${typeSize.clock}`}>{formats.time(now)}</time>
    </header>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section
      aria-label={title}
      className="flex min-h-0 min-w-0 flex-col gap-[calc(var(--u)*1.2)] overflow-hidden rounded-[calc(var(--u)*1)] border border-line bg-surface p-[calc(var(--u)*1.8)]"
    >
      <h2 className={`shrink-0 font-semibold text-ink-soft ${typeSize.small}`}>{title}</h2>
      {children}
    </section>
  );
}

function Question({ question }: { readonly question: Wall["question"] }) {
  const { t } = useTranslation("wall");
  return (
    <section
      aria-label={t("question.title")}
      className="flex shrink-0 items-center gap-[calc(var(--u)*2.4)] rounded-[calc(var(--u)*1)] border border-line bg-surface px-[calc(var(--u)*1.8)] py-[calc(var(--u)*1.6)] portrait:flex-wrap"
    >
      <h2 className={`shrink-0 font-semibold text-ink-soft ${typeSize.small}`}>{t("question.title")}</h2>
      {question === null ? (
        <p className={`text-ink-soft ${typeSize.body}`}>{t("question.none")}</p>
      ) : (
        <>
          <p className={`line-clamp-2 min-w-0 flex-1 font-semibold ${typeSize.large}`}>
            <bdi>{question.text}</bdi>
          </p>
          <p className={`nums shrink-0 text-ink-soft ${typeSize.body}`}>
            {t("question.by", { count: question.people })}
          </p>
        </>
      )}
    </section>
  );
}
