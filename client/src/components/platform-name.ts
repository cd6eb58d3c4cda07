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
