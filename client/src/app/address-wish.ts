import { type Language, languages, type Theme } from "../store/view-store.ts";

/** What the address of a wall asks for: nobody sits there who could choose. Elsewhere people's own choice counts. */
export function wishOfAddress({ pathname, searchParams }: URL): {
  readonly language: Language | null;
  readonly theme: Theme | null;
} {
  if (!/^\/wall\/?$|^\/desks\/[^/]+\/wall\/?$/u.test(pathname)) return { language: null, theme: null };
  const theme = searchParams.get("theme");
  return {
    language: languages.find((one) => one === searchParams.get("lang")) ?? null,
    theme: theme === "dark" || theme === "light" ? theme : null,
  };
}
