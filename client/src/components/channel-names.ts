import { type Channel, platformOf } from "@flowdesk/shared/desk/channel/channel.ts";
import { platformName } from "./platform-name.ts";

/**
 * What channels are called where they stand side by side: by their platform where several have the same name, as the
 * accounts of one brand do, and by their id where that does not tell them apart either.
 */
export function channelNames(channels: ReadonlyArray<Pick<Channel, "id" | "name">>): ReadonlyMap<string, string> {
  const named = countBy(channels, ({ name }) => name);
  const onPlatform = countBy(channels, ({ id, name }) => `${platformOf(id)} ${name}`);
  return new Map(
    channels.map(({ id, name }) => {
      if ((named.get(name) ?? 0) < 2) return [id, name];
      const platform = platformOf(id);
      return [id, (onPlatform.get(`${platform} ${name}`) ?? 0) < 2 ? platformName(platform) : id];
    }),
  );
}

/**
 * The same for lists that name the platform of each: `Instagram · Festival`, by the handle where several on a platform
 * have the same name.
 */
export function channelLabels(channels: ReadonlyArray<Pick<Channel, "id" | "name">>): ReadonlyMap<string, string> {
  const onPlatform = countBy(channels, ({ id, name }) => `${platformOf(id)} ${name}`);
  return new Map(
    channels.map(({ id, name }) => {
      const platform = platformOf(id);
      const isOnly = (onPlatform.get(`${platform} ${name}`) ?? 0) < 2;
      return [id, `${platformName(platform)} · ${isOnly ? name : id.slice(platform.length + 1)}`];
    }),
  );
}

function countBy<T>(all: readonly T[], key: (one: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1);
  return counts;
}
