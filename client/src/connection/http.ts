import { Refusal, refusalOf } from "./refusal.ts";

/**
 * Asks the server and gives the JSON of its answer; null for an empty one.
 * @param body sent as JSON
 * @throws Refusal with the server's code; `offline` if no answer came
 */
export async function request<T>(
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<T> {
  const response = await send(method, path, body, signal);
  const text = await response.text();
  return (text === "" ? null : JSON.parse(text)) as T;
}

/**
 * Asks the server and gives the answer as it comes, for what is read in pieces.
 * @throws Refusal as `request` does
 */
export async function send(
  method: string,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<globalThis.Response> {
  let response: globalThis.Response;
  try {
    response = await fetch(path, {
      method,
      credentials: "same-origin",
      ...(body === undefined
        ? {}
        : body instanceof Blob || typeof body === "string"
          ? { body }
          : { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Refusal("offline", "The server does not answer.", 0);
  }
  if (!response.ok) throw await refusalOf(response);
  return response;
}
