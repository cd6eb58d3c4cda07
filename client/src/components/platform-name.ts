/** Names that are not the platform's id with a capital. Names of products are the same in every language. */
const names: Readonly<Record<string, string>> = {
  x: "X",
  tiktok: "TikTok",
  youtube: "YouTube",
  linkedin: "LinkedIn",
  whatsapp: "WhatsApp",
};

/** A platform's name as people write it. Platforms are an open list: one that is not known gets a capital. */
export function platformName(platform: string): string {
  return names[platform] ?? platform.charAt(0).toUpperCase() + platform.slice(1);
}

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

/** A platform in two or three letters. */
export function shortPlatform(platform: string): string {
  return short[platform] ?? platform.slice(0, 3).toUpperCase();
}
