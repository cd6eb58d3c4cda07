import { z } from "zod";
import { foundSchema } from "../desk/author/found.ts";

/** The query of `GET /api/desks/:desk/author`: whom to look for, and on which channel; absent: on all. */
export const authorQuerySchema = z.object({
  author: z.string().trim().min(1).max(200),
  channel: z.string().max(300).optional(),
});

/** The answer: how much of them the desk keeps, files of what failed aside. */
export const authorAnswerSchema = z.object({ found: foundSchema });
export type AuthorAnswer = z.infer<typeof authorAnswerSchema>;
