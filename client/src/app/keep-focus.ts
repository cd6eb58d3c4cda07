import { ancestorsOf, focusPartAround } from "../components/focus-part.ts";

/** How often it is looked whether the focus has gone, in ms. Two looks in a row count: a dialog that closes gives it back itself. */
const look = 150;

/**
 * Keeps the keyboard's place when what has it leaves the page or can no longer be pressed: a row that was answered, an
 * item that was closed. The focus goes to the nearest part around it that is still there. A focus that is let go of on
 * purpose stays let go.
 * @returns how to stop
 */
export function keepFocus(): () => void {
  let around: readonly Element[] = [];
  let lost = 0;
  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof Element) || target === document.body) return;
    lost = 0;
    around = ancestorsOf(target);
  };
  const onBlur = ({ target }: FocusEvent) => {
    // Some browsers say it of what is being taken out too; it has gone by the time that is looked at.
    queueMicrotask(() => {
      const isLetGo = target instanceof Element && target.isConnected && !target.matches(":disabled");
      if (isLetGo && document.activeElement === document.body) around = [];
    });
  };
  const timer = setInterval(() => {
    const has = document.activeElement;
    if (around.length === 0 || !document.hasFocus() || (has !== null && has !== document.body)) {
      lost = 0;
      return;
    }
    lost++;
    if (lost < 2) return;
    const left = around;
    around = [];
    focusPartAround(left);
  }, look);
  // A key that comes before the second look is meant for where the keyboard was: Escape would else close nothing.
  const onKey = (event: KeyboardEvent) => {
    if (around.length === 0 || event.target !== document.body || document.activeElement !== document.body) return;
    const part = focusPartAround(around);
    if (event.key !== "Escape" || part === null) return;
    event.stopImmediatePropagation();
    part.dispatchEvent(new KeyboardEvent("keydown", { key: event.key, code: event.code, bubbles: true }));
  };
  document.addEventListener("keydown", onKey, { capture: true });
  document.addEventListener("focusin", onFocus);
  document.addEventListener("focusout", onBlur);
  return () => {
    clearInterval(timer);
    document.removeEventListener("keydown", onKey, { capture: true });
    document.removeEventListener("focusin", onFocus);
    document.removeEventListener("focusout", onBlur);
  };
}
