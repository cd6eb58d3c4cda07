import { platformOf } from "@flowdesk/shared/desk/channel/channel.ts";
import { platformName, shortPlatform } from "./platform-name.ts";

/** A platform in two or three letters, with its name for those who listen. A dm says so. */
export function ChannelMark({ channel, isDm = false }: { readonly channel: string; readonly isDm?: boolean }) {
  const platform = platformOf(channel);
  const name = platformName(platform);
  return (
    <span
      title={isDm ? `${name} · DM` : name}
      className="inline-flex h-4 min-w-7 shrink-0 items-center justify-center rounded-sm bg-sunken px-1 text-2xs font-semibold tracking-wide text-ink-soft"
    >
      <span aria-hidden>{shortPlatform(platform)}</span>
      <span className="sr-only">{name}</span>
    </span>
  );
}
