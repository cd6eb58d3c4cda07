import {
  type ImportBegun,
  type ImportQuery,
  type ImportState,
  type ImportsAnswer,
  importBegunSchema,
  mapHeader,
} from "@flowdesk/shared/protocol/import.ts";
import { ofAnyServer } from "./any-server.ts";
import { request } from "./http.ts";
import { Refusal } from "./refusal.ts";

/** A file on its way to the desk, with what is to become of it. */
export interface Sending {
  readonly query: ImportQuery;
  /** Null where `query.from` says which earlier file it is. */
  readonly file: Blob | null;
  /** The JSON of a map. */
  readonly map?: string;
  /** Told how many bytes have been sent, and of how many. */
  readonly onSent: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

const pathOf = (desk: string) => `/api/desks/${encodeURIComponent(desk)}/imports`;

/**
 * Sends a file, and gives the id of the import that has begun with it. By XMLHttpRequest, since `fetch` does not say how
 * much has been sent.
 * @throws Refusal; the signal's reason if it is aborted
 */
export function beginImport(desk: string, { query, file, map, onSent, signal }: Sending): Promise<string> {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const sending = new XMLHttpRequest();
    sending.open("POST", `${pathOf(desk)}?${search}`);
    sending.setRequestHeader("Content-Type", "application/octet-stream");
    if (map !== undefined) sending.setRequestHeader(mapHeader, encodeURIComponent(map));
    sending.upload.addEventListener("progress", ({ loaded, total }) => onSent(loaded, total));
    sending.addEventListener("load", () => {
      if (sending.status === 202) resolve(begunIn(sending.responseText).id);
      else reject(refusalIn(sending));
    });
    sending.addEventListener("error", () => reject(new Refusal("offline", "The server does not answer.", 0)));
    sending.addEventListener("abort", () => reject(signal.reason));
    signal.addEventListener("abort", () => sending.abort(), { once: true });
    sending.send(file);
  });
}

function begunIn(text: string): ImportBegun {
  return importBegunSchema.parse(JSON.parse(text));
}

function refusalIn({ status, statusText, responseText }: XMLHttpRequest): Refusal {
  try {
    const { error } = JSON.parse(responseText) as { error: { code: string; message: string } };
    return new Refusal(error.code, error.message, status);
  } catch {
    return new Refusal(`http.${status}`, statusText, status);
  }
}

/** How an import stands. @throws Refusal `import.unknown` after an hour */
export function lookAtImport(desk: string, id: string): Promise<ImportState> {
  return ofAnyServer(() => request("GET", `${pathOf(desk)}/${encodeURIComponent(id)}`));
}

/** The imports of the last hour, the newest first. */
export async function listImports(desk: string, kind: ImportState["kind"]): Promise<readonly ImportState[]> {
  return (await request<ImportsAnswer>("GET", `${pathOf(desk)}?kind=${kind}`)).imports;
}

/** Stops an import; what was brought in stays. */
export function stopImport(desk: string, id: string): Promise<ImportState> {
  return ofAnyServer(() => request("DELETE", `${pathOf(desk)}/${encodeURIComponent(id)}`));
}

/** Where the file of an import's refused rows is. */
export function refusedRowsPath(desk: string, id: string): string {
  return `${pathOf(desk)}/${encodeURIComponent(id)}/refused`;
}
