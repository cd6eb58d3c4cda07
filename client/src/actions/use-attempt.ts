import type { CommandData, CommandType } from "@flowdesk/shared/desk/commands.ts";
import { useCallback, useRef, useState } from "react";
import { command } from "../connection/desk-session.ts";
import { Refusal } from "../connection/refusal.ts";
import { replicaStore } from "../store/replica-store.ts";
import { serverNow } from "../store/server-clock.ts";
import { viewStore } from "../store/view-store.ts";
import { failureSentence, refusalSentence } from "../text/refusal-sentence.ts";
import { useWords } from "../text/use-text.ts";

/** Something that may be refused, with the sentence that says why, for the place where it was asked. */
export interface Attempt {
  readonly isBusy: boolean;
  /** Why the latest try was refused; null if it was not. */
  readonly problem: string | null;
  readonly forget: () => void;
  /** Gives a command. Resolves to whether the desk took it. */
  readonly give: <Type extends CommandType>(type: Type, data: CommandData[Type]) => Promise<boolean>;
  /** Asks the server. Resolves to null if it refused. */
  readonly ask: <T>(request: () => Promise<T>) => Promise<{ readonly answer: T } | null>;
}

/** Lets a dialog or form try something and say in its own place why it was refused, where a notice would lie behind it. */
export function useAttempt(): Attempt {
  const words = useWords();
  const latest = useRef(words);
  latest.current = words;
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const give = useCallback<Attempt["give"]>(async (type, data) => {
    setBusy(true);
    const outcome = await command(type, data);
    setBusy(false);
    const hearer = { me: replicaStore.getState().me, at: serverNow(), language: viewStore.getState().language };
    setProblem(outcome.ok ? null : refusalSentence(latest.current, outcome.error, hearer));
    return outcome.ok;
  }, []);
  const ask = useCallback<Attempt["ask"]>(async (request) => {
    setBusy(true);
    try {
      const answer = await request();
      setProblem(null);
      return { answer };
    } catch (error) {
      setProblem(error instanceof Refusal ? failureSentence(latest.current, error) : String(error));
      return null;
    } finally {
      setBusy(false);
    }
  }, []);
  const forget = useCallback(() => setProblem(null), []);
  return { isBusy, problem, forget, give, ask };
}
