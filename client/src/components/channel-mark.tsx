import { platformOf } from "@flowdesk/shared/desk/channel/channel.ts";
import { platformName } from "./platform-name.ts";

const short: Readonly<Record<string, string>> = {
  x: "X",
  instagram: "IG",
  facebook: "FB",
  threads: "TH",
  tiktok: "TT",
  youtube: "YT",
  linkedin: "LI",
  snapchat: "SC",
  pinterest: "PI",
  reddit: "RE",
  whatsapp: "WA",
  mastodon: "MA",
  bluesky: "BS",
  broadcast: "TV",
  screen: "SCR",
  web: "WEB",
};

/** A platform in two or three letters, with its name for those who listen. A dm says so. */
export function ChannelMark({ channel, isDm = false }: { readonly channel: string; readonly isDm?: boolean }) {
  const platform = platformOf(channel);
  const name = platformName(platform);
  return (
    <span
      title={isDm ? `${name} · DM` : name}
      className="inline-flex h-4 min-w-7 shrink-0 items-center justify-center rounded-sm bg-sunken px-1 text-2xs font-semibold tracking-wide text-ink-soft"
    >
      <span aria-hidden>{short[platform] ?? platform.slice(0, 3).toUpperCase()}</span>
      <span className="sr-only">{name}</span>
    </span>
  );
}
