/** How often a command looks whether the shell that npm ran it in is still there, in ms. */
const lookEvery = 250;

const signals = ["SIGTERM", "SIGINT", "SIGHUP"] as const;

/** The shell, as it was when the command began: it may be gone by the time that anybody asks. */
const shell = process.ppid;

/**
 * Calls `stop` once with SIGTERM, SIGINT, SIGHUP (the terminal is gone) or, when npm runs the command, with `npm ended`:
 * npm passes a signal on to the shell in which it runs a script, and that shell dies of it without passing it on.
 * @returns what lets go of the signals again
 */
export function onStopSignal(stop: (signal: string) => void): () => void {
  let look: NodeJS.Timeout | undefined;
  const letGo = () => {
    clearInterval(look);
    for (const signal of signals) process.off(signal, once);
  };
  let called = false;
  const once = (signal: string) => {
    if (called) return;
    called = true;
    stop(signal);
  };
  for (const signal of signals) process.on(signal, once);
  if (process.env.npm_lifecycle_event !== undefined) {
    look = setInterval(() => {
      if (process.ppid !== shell) once("npm ended");
    }, lookEvery).unref();
  }
  return letGo;
}
