import { keyName, shortcutOf, shownKey } from "@flowdesk/client/app/keys.ts";
import { expect, test } from "vitest";

const press = (key: string, held: Partial<Record<"metaKey" | "ctrlKey" | "altKey" | "shiftKey", boolean>> = {}) =>
  keyName({ key, metaKey: false, ctrlKey: false, altKey: false, shiftKey: false, ...held });

test("A letter is named alike whatever the caps lock says, and apart with Shift", () => {
  expect(press("J")).toBe("j");
  expect(press("Z", { shiftKey: true })).toBe("shift+z");
});

test("A sign that needs Shift on some keyboards is the sign itself", () => {
  expect(press("?", { shiftKey: true })).toBe("?");
  expect(press("+")).toBe("+");
});

test("⌘ and Ctrl are one, Alt and modifiers alone are none", () => {
  expect(press("k", { metaKey: true })).toBe("mod+k");
  expect(press("k", { ctrlKey: true })).toBe("mod+k");
  expect(press("å", { altKey: true })).toBeNull();
  expect(press("Shift", { shiftKey: true })).toBeNull();
});

test("Keys are shown as they stand on the keyboard", () => {
  expect(shownKey("j")).toBe("J");
  expect(shownKey("+")).toBe("+");
  expect(shownKey("Escape")).toBe("Esc");
  expect(shownKey("mod+Enter")).toMatch(/^(Ctrl Enter|⌘Enter)$/u);
});

test("With single keys turned off only combinations are offered", () => {
  expect(shortcutOf(["g", "f"], true)).toBe("G F");
  expect(shortcutOf(["g", "f"], false)).toBeUndefined();
  expect(shortcutOf(["mod+k"], false)).toBeDefined();
  expect(shortcutOf([], true)).toBeUndefined();
});
