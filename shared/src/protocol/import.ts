import { z } from "zod";
import { instantSchema } from "../time/instant.ts";
import { incomingMessageSchema } from "./incoming-message.ts";

/** How files of messages are written, and whose calendars of posts can be read. */
export const messageFileFormats = ["csv", "twcs", "jsonl"] as const;
export const calendarFormats = ["sprout", "buffer"] as const;

/** Largest file that is taken by HTTP, in bytes. */
export const largestImport = 1024 * 1024 * 1024;

/** The header that carries a map of templates: its JSON, percent-encoded as UTF-8. */
export const mapHeader = "Flowdesk-Map";

const flag = z.enum(["0", "1"]).transform((value) => value === "1");

/**
 * The query of `POST /api/desks/:desk/imports`. The body is the file; with `from`, an earlier import of the last hour, it
 * is that one's file, and the body is empty.
 */
export const importQuerySchema = z
  .object({
    /** The file's name, for its form and for that of the refused rows. */
    name: z.string().trim().min(1).max(200).default("file.csv"),
    kind: z.enum(["messages", "posts"]).default("messages"),
    /** Of messages; guessed if absent. */
    format: z.enum([...messageFileFormats, ...calendarFormats]).optional(),
    /** IANA zone of times without an offset; the desk's if absent. */
    zone: z.string().max(64).optional(),
    /** The order of day and month in a calendar. */
    dates: z.enum(["dd/mm", "mm/dd"]).optional(),
    /** The channels that each post goes to, with commas between; all of the desk's if absent. */
    channels: z.string().max(20_000).optional(),
    /** Replays messages at so many times their speed. */
    speed: z.coerce.number().gt(0).max(100_000).optional(),
    dryRun: flag.default(false),
    from: z.string().max(64).optional(),
  })
  .refine(({ kind, format }) => kind !== "posts" || format === "sprout" || format === "buffer", {
    error: "For posts say whose calendar it is: format=sprout or format=buffer.",
  })
  .refine(({ kind, format }) => kind !== "messages" || (format !== "sprout" && format !== "buffer"), {
    error: "A calendar of Sprout or Buffer holds posts: kind=posts.",
  });
export type ImportQuery = z.input<typeof importQuerySchema>;

/** The answer to `POST /api/desks/:desk/imports`, status 202. */
export const importBegunSchema = z.object({ id: z.string() });
export type ImportBegun = z.infer<typeof importBegunSchema>;

const rowProblem = z.object({
  /** As a spreadsheet numbers it: the header is row 1. In JSON Lines the line. */
  row: z.int(),
  code: z.string(),
  reason: z.string(),
});

/** A post as it would be planned. */
export const plannedPostSchema = z.object({
  row: z.int(),
  /** Wall-clock time, `YYYY-MM-DDTHH:mm:00`, in `zone`. */
  local: z.string(),
  zone: z.string(),
  /** What the clock change does to it: it does not exist and moves forward, or comes twice and is the first. */
  shifted: z.enum(["skipped", "repeated"]).nullable(),
  text: z.string(),
  imageUrls: z.array(z.string()),
});
export type PlannedPost = z.infer<typeof plannedPostSchema>;

/** What a run has come to. */
export const importCountsSchema = z.object({
  read: z.int(),
  accepted: z.int(),
  duplicates: z.int(),
  rejected: z.int(),
  /** Of messages: items that began, and waits that ended with a reply which the run brought in. */
  items: z.int(),
  responses: z.int(),
  overdueResponses: z.int(),
});
export type ImportCounts = z.infer<typeof importCountsSchema>;

/** How an import stands: the answer to `GET /api/desks/:desk/imports/:id`. */
export const importStateSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(["messages", "posts"]),
  dryRun: z.boolean(),
  speed: z.number().nullable(),
  /** `bringing in` is planning, of posts. */
  phase: z.enum(["reading", "sorting", "bringing in", "done", "stopped", "failed"]),
  /** Bytes while the file is read, then messages or posts. */
  done: z.int(),
  total: z.int(),
  counts: importCountsSchema,
  /** The first messages, or posts, as they come in. */
  first: z.array(incomingMessageSchema),
  posts: z.array(plannedPostSchema),
  /** The first hundred rows that were refused. */
  refusals: z.array(rowProblem),
  /** How many rows had to be mended, by the code of the repair, and the first hundred. */
  repaired: z.record(z.string(), z.int()),
  repairs: z.array(rowProblem),
  /** What to know besides. */
  warnings: z.array(z.object({ code: z.string(), sentence: z.string() })),
  /** Whether there is a file of refused rows to be had at `…/imports/:id/refused`. */
  refusedFile: z.boolean(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  begun: instantSchema,
  ended: instantSchema.nullable(),
});
export type ImportState = z.infer<typeof importStateSchema>;

/** The answer to `GET /api/desks/:desk/imports`: those of the last hour, the newest first. */
export const importsAnswerSchema = z.object({ imports: z.array(importStateSchema) });
export type ImportsAnswer = z.infer<typeof importsAnswerSchema>;
