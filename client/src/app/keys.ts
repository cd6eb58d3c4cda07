import { viewStore } from "../store/view-store.ts";
import { commandsOf, commandsStore, type ScreenCommand } from "./commands.ts";
import { targetsNow } from "./targets.ts";

/** How long the second key of two may take, in ms. */
const pairWait = 1500;

/** Whether this machine says ⌘ where others say Ctrl. */
const isApple = /Mac|iPhone|iPad/u.test(globalThis.navigator?.platform ?? "");

/** A key press in the form in which commands name it; null for a modifier alone. */
export function keyName(
  event: Pick<KeyboardEvent, "key" | "metaKey" | "ctrlKey" | "altKey" | "shiftKey">,
): string | null {
  const { key } = event;
  if (key === "Shift" || key === "Control" || key === "Alt" || key === "Meta" || key === "Dead") return null;
  if (event.altKey) return null;
  const named = key.length === 1 ? key.toLowerCase() : key;
  const isLetter = key.length === 1 && key.toLowerCase() !== key.toUpperCase();
  return `${event.metaKey || event.ctrlKey ? "mod+" : ""}${event.shiftKey && isLetter ? "shift+" : ""}${named}`;
}

/** A key as it is shown: `mod+k` is ⌘K or Ctrl K. */
export function shownKey(key: string): string {
  const [, mod = "", shift = "", name = key] = /^(mod\+)?(shift\+)?(.+)$/u.exec(key) ?? [];
  const parts = [
    ...(mod === "" ? [] : [isApple ? "⌘" : "Ctrl"]),
    ...(shift === "" ? [] : ["⇧"]),
    name === "Escape" ? "Esc" : name.length === 1 ? name.toUpperCase() : name,
  ];
  return parts.join(isApple ? "" : " ");
}

/** Keys one after the other as they are shown. */
export function shownKeys(keys: readonly string[]): readonly string[] {
  return keys.map(shownKey);
}

/** The keys of a command on offer, as one line; undefined if it has none or single keys are off. */
export function shortcutOf(keys: readonly string[], singleKeys: boolean): string | undefined {
  if (keys.length === 0 || (!singleKeys && !isCombination(keys))) return undefined;
  return shownKeys(keys).join(" ");
}

function isCombination(keys: readonly string[]): boolean {
  return keys.every((key) => key.startsWith("mod+"));
}

/** Whether somebody writes, or a dialog or menu has the keys for itself. */
function hasItsOwnKeys(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest("input, textarea, select, [role='dialog'], [role='menu'], [role='listbox']") !== null
  );
}

/**
 * Listens to the keys of the whole screen. A command acts on what was chosen when its first key went down, whatever has
 * moved since. Letters alone can be turned off, and never act while somebody writes.
 * @returns how to stop
 */
export function listenToKeys(): () => void {
  let begun: { keys: readonly string[]; targets: readonly string[]; at: number } | null = null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || (event.repeat && event.key.length === 1 && !isStep(event.key)))
      return;
    const name = keyName(event);
    if (name === null) return;
    const isMod = name.startsWith("mod+");
    if (hasItsOwnKeys(event.target) && name !== "mod+k") return;
    if (!isMod && !viewStore.getState().singleKeys) return;
    const before = begun !== null && performance.now() - begun.at < pairWait ? begun : null;
    begun = null;
    const pressed = [...(before?.keys ?? []), name];
    const targets = before?.targets ?? targetsNow();
    const commands = commandsOf(commandsStore.getState());
    const command = commands.find(({ keys }) => same(keys, pressed)) ?? commands.find(({ keys }) => same(keys, [name]));
    if (command !== undefined) {
      event.preventDefault();
      command.run(same(command.keys, pressed) ? targets : targetsNow());
    } else if (commands.some((one) => isBeginning(one, pressed))) {
      event.preventDefault();
      begun = { keys: pressed, targets, at: performance.now() };
    }
  };
  document.addEventListener("keydown", onKeyDown);
  return () => document.removeEventListener("keydown", onKeyDown);
}

/** Keys that may be held down. */
function isStep(key: string): boolean {
  return key === "j" || key === "k";
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && a.length === b.length && a.every((key, index) => key === b[index]);
}

function isBeginning({ keys }: ScreenCommand, pressed: readonly string[]): boolean {
  return keys.length > pressed.length && pressed.every((key, index) => key === keys[index]);
}
