/** Elements that a lost focus does not go to: a list that has the keyboard stands still for it. */
const isList = (element: Element) => element.closest("[role=grid]") !== null;

/** What is around an element, from the nearest, the page's body left out. */
export function ancestorsOf(element: Element): readonly Element[] {
  const all: Element[] = [];
  for (let one = element.parentElement; one !== null && one !== document.body; one = one.parentElement) all.push(one);
  return all;
}

/**
 * Puts the keyboard on the nearest part of the page that is still there, where what it was on has gone (WCAG 2.4.3): else
 * on the dialog on top, else on the main part.
 * @param around what was around it, from the nearest
 * @returns where it is now; null if there is no such part
 */
export function focusPartAround(around: readonly Element[]): Element | null {
  const part =
    around.find((one) => one.isConnected && !isList(one) && isPart(one)) ??
    [...document.querySelectorAll("[role=dialog]")].at(-1) ??
    document.querySelector("main");
  if (!(part instanceof HTMLElement)) return null;
  if (!part.hasAttribute("tabindex")) part.tabIndex = -1;
  part.focus({ preventScroll: true });
  return part;
}

/** A part of the page that has a name for those who hear it. */
function isPart(element: Element): boolean {
  return element.matches("main, header, nav, aside, article, section[aria-label], [role=dialog]");
}
