import type { BehindAnswer, ReviewAnswer } from "@flowdesk/shared/protocol/review.ts";
import { useCallback, useEffect, useState } from "react";
import { request } from "../../connection/http.ts";
import { Refusal } from "../../connection/refusal.ts";

interface Failure {
  readonly code: string;
  readonly message: string;
}

export interface Fetched<T> {
  /** The last answer, also while the next is on its way. */
  readonly answer: T | null;
  readonly isLoading: boolean;
  readonly failure: Failure | null;
  readonly again: () => void;
}

/** Fetches from an address, anew when it changes. */
function useFetched<T>(path: string): Fetched<T> {
  const [state, setState] = useState<Omit<Fetched<T>, "again">>({ answer: null, isLoading: true, failure: null });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a further attempt asks anew.
  useEffect(() => {
    const abort = new AbortController();
    setState(({ answer }) => ({ answer, isLoading: true, failure: null }));
    request<T>("GET", path, undefined, abort.signal).then(
      (answer) => setState({ answer, isLoading: false, failure: null }),
      (error: unknown) => {
        if (!abort.signal.aborted) setState(({ answer }) => ({ answer, isLoading: false, failure: failureOf(error) }));
      },
    );
    return () => abort.abort();
  }, [path, attempt]);
  return { ...state, again: useCallback(() => setAttempt((before) => before + 1), []) };
}

function failureOf(error: unknown): Failure {
  return error instanceof Refusal ? error : { code: "internal", message: String(error) };
}

function pathTo(desk: string, what: string, query: ReadonlyArray<readonly [string, string]>): string {
  const params = new URLSearchParams(query.map(([name, value]) => [name, value]));
  return `/api/desks/${encodeURIComponent(desk)}/review${what}?${params}`;
}

/** The figures of a desk, narrowed down by a query. */
export function useReview(desk: string, query: ReadonlyArray<readonly [string, string]>): Fetched<ReviewAnswer> {
  return useFetched(pathTo(desk, "", query));
}

/** Where the rows come from as a file. */
export function filePath(desk: string, query: ReadonlyArray<readonly [string, string]>, separator: "," | ";"): string {
  return pathTo(desk, ".csv", [...query, ["separator", separator]]);
}

export interface Pages {
  /** Everything fetched so far; null until the first page is here. */
  readonly answer: BehindAnswer | null;
  readonly isLoading: boolean;
  readonly failure: Failure | null;
  /** Fetches the next page; null where there is none, or one is on its way. */
  readonly more: (() => void) | null;
}

interface Held {
  readonly base: string;
  readonly pages: readonly BehindAnswer[];
  readonly isLoading: boolean;
  readonly failure: Failure | null;
}

/** The items behind a figure, page after page. */
export function useBehind(desk: string, query: ReadonlyArray<readonly [string, string]>): Pages {
  const base = pathTo(desk, "/items", query);
  const [held, setHeld] = useState<Held>({ base, pages: [], isLoading: true, failure: null });
  const load = useCallback(
    (after: string | null) => {
      setHeld((before) => ({
        base,
        pages: after === null ? [] : before.pages,
        isLoading: true,
        failure: null,
      }));
      request<BehindAnswer>("GET", after === null ? base : `${base}&after=${encodeURIComponent(after)}`).then(
        (page) =>
          setHeld((now) =>
            now.base === base ? { base, pages: [...now.pages, page], isLoading: false, failure: null } : now,
          ),
        (error: unknown) =>
          setHeld((now) => (now.base === base ? { ...now, isLoading: false, failure: failureOf(error) } : now)),
      );
    },
    [base],
  );
  useEffect(() => load(null), [load]);
  const { pages, isLoading, failure } = held.base === base ? held : { pages: [], isLoading: true, failure: null };
  const next = pages.at(-1)?.next ?? null;
  return {
    answer:
      pages.length === 0
        ? null
        : { responses: pages.flatMap((page) => page.responses), items: pages.flatMap((page) => page.items), next },
    isLoading,
    failure,
    more: next === null || isLoading ? null : () => load(next),
  };
}
