/** How often it is looked whether the focus has gone, in ms. Two looks in a row count: a dialog that closes gives it back itself. */
const look = 150;

/** Elements that a lost focus does not go to: a list that has the keyboard stands still for it. */
const isList = (element: Element) => element.closest("[role=grid]") !== null;

/**
 * Keeps the keyboard's place when what has it leaves the page or can no longer be pressed: a row that was answered, an
 * item that was closed. The focus goes to the nearest part around it that is still there, else to the main part (WCAG
 * 2.4.3). A focus that is let go of on purpose stays let go.
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
    const next = around.find((one) => one.isConnected && !isList(one) && isPart(one)) ?? document.querySelector("main");
    around = [];
    if (!(next instanceof HTMLElement)) return;
    if (!next.hasAttribute("tabindex")) next.tabIndex = -1;
    next.focus({ preventScroll: true });
  }, look);
  document.addEventListener("focusin", onFocus);
  document.addEventListener("focusout", onBlur);
  return () => {
    clearInterval(timer);
    document.removeEventListener("focusin", onFocus);
    document.removeEventListener("focusout", onBlur);
  };
}

function ancestorsOf(element: Element): readonly Element[] {
  const all: Element[] = [];
  for (let one = element.parentElement; one !== null && one !== document.body; one = one.parentElement) all.push(one);
  return all;
}

/** A part of the page that has a name for those who hear it. */
function isPart(element: Element): boolean {
  return element.matches("main, header, nav, aside, article, section[aria-label], [role=dialog]");
}
