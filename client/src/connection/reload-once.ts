const key = "flowdesk.reloaded";

/**
 * Reloads the page, to get a console that knows what this one does not; once for each thing that was not known, so that
 * a server which is older than its data does not keep the page reloading.
 * @returns whether the page is being reloaded
 */
export function reloadOnce(unknown: string): boolean {
  try {
    const before = sessionStorage.getItem(key);
    if (before === unknown) return false;
    sessionStorage.setItem(key, unknown);
  } catch {
    return false;
  }
  location.reload();
  return true;
}
