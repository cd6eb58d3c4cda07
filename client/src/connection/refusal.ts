/** What a request over HTTP was refused with: a code, and a sentence that a person can act on. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: string;
  /** The HTTP status; 0 where no answer came. */
  readonly status: number;
  /** After how many ms to try again, where the server says so. */
  readonly retryAfterMs: number | null;

  constructor(code: string, message: string, status: number, retryAfterMs: number | null = null) {
    super(message);
    this.code = code;
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

/** The refusal that an answer carries, in the form of the desk's own errors or of the sign-in library's. */
export async function refusalOf(response: Response): Promise<Refusal> {
  const body: unknown = await response.json().catch(() => null);
  const error = (body as { error?: unknown } | null)?.error ?? body;
  const { code, message } = (typeof error === "object" && error !== null ? error : {}) as Record<string, unknown>;
  const seconds = Number(response.headers.get("Retry-After") ?? Number.NaN);
  return new Refusal(
    typeof code === "string" ? code : `http.${response.status}`,
    typeof message === "string" ? message : response.statusText,
    response.status,
    Number.isFinite(seconds) ? seconds * 1000 : null,
  );
}
