import type { ImportQuery, ImportState } from "@flowdesk/shared/protocol/import.ts";
import { useCallback, useEffect, useRef, useState } from "react";
import { beginImport, listImports, lookAtImport, stopImport } from "../../connection/imports.ts";
import { Refusal } from "../../connection/refusal.ts";
import { failureSentence } from "../../text/refusal-sentence.ts";
import { useWords } from "../../text/use-text.ts";

/** How often a running import is looked at, in ms. */
const every = 500;

/** Where the bringing in of a file stands. */
export type Run =
  | { readonly kind: "none" }
  | { readonly kind: "sending"; readonly done: number; readonly total: number }
  | { readonly kind: "known"; readonly state: ImportState };

export interface Order {
  readonly file: File;
  readonly query: ImportQuery;
  readonly map?: string;
}

export interface ImportHandle {
  readonly run: Run;
  /** Why the file was not taken; null if it was. */
  readonly problem: string | null;
  readonly isRunning: boolean;
  readonly start: (order: Order) => void;
  readonly stop: () => void;
  /** Puts what is known of an earlier file away. */
  readonly forget: () => void;
}

/** Sends files to the desk and follows what becomes of them; one that is under way already is found again. */
export function useImport(desk: string, kind: ImportState["kind"]): ImportHandle {
  const words = useWords();
  const latest = useRef(words);
  latest.current = words;
  const [run, setRun] = useState<Run>({ kind: "none" });
  const [problem, setProblem] = useState<string | null>(null);
  const sending = useRef<AbortController | null>(null);
  /** The file that the server still has, with the import that brought it. */
  const sent = useRef<{ readonly file: File; readonly id: string } | null>(null);
  const fail = useCallback((error: unknown) => {
    setProblem(error instanceof Refusal ? failureSentence(latest.current, error) : String(error));
  }, []);
  const know = useCallback((state: ImportState) => setRun({ kind: "known", state }), []);

  useEffect(() => {
    let isHere = true;
    listImports(desk, kind).then(
      (imports) => {
        const running = imports.find(({ ended }) => ended === null);
        if (isHere && running !== undefined) know(running);
      },
      () => {},
    );
    return () => {
      isHere = false;
      sending.current?.abort();
    };
  }, [desk, kind, know]);

  const running = run.kind === "known" && run.state.ended === null ? run.state.id : null;
  useEffect(() => {
    if (running === null) return;
    const look = () =>
      lookAtImport(desk, running).then(know, (error: unknown) => {
        // A connection that is gone for a while says nothing of the import.
        if (error instanceof Refusal && error.code !== "offline") {
          setRun({ kind: "none" });
          fail(error);
        }
      });
    const timer = setInterval(look, every);
    return () => clearInterval(timer);
  }, [desk, running, know, fail]);

  const start = useCallback(
    (order: Order) => {
      const stopping = new AbortController();
      sending.current = stopping;
      setProblem(null);
      setRun({ kind: "sending", done: 0, total: order.file.size });
      const onSent = (done: number, total: number) => setRun({ kind: "sending", done, total });
      const common = { onSent, signal: stopping.signal, ...(order.map === undefined ? {} : { map: order.map }) };
      const send = () => beginImport(desk, { ...common, query: order.query, file: order.file });
      const begin = async () => {
        if (sent.current?.file !== order.file) return send();
        try {
          return await beginImport(desk, { ...common, query: { ...order.query, from: sent.current.id }, file: null });
        } catch (error) {
          if (error instanceof Refusal && error.code === "import.unknown") return send();
          throw error;
        }
      };
      begin()
        .then(async (id) => {
          sent.current = { file: order.file, id };
          know(await lookAtImport(desk, id));
        })
        .catch((error: unknown) => {
          setRun({ kind: "none" });
          if (!stopping.signal.aborted) fail(error);
        });
    },
    [desk, know, fail],
  );

  const stop = useCallback(() => {
    if (running === null) sending.current?.abort();
    else stopImport(desk, running).then(know, fail);
  }, [desk, running, know, fail]);

  const forget = useCallback(() => {
    setRun({ kind: "none" });
    setProblem(null);
  }, []);

  return { run, problem, isRunning: run.kind === "sending" || running !== null, start, stop, forget };
}
