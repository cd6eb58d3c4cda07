import { basename, extname } from "node:path";
import { sentenceOf } from "@flowdesk/shared/desk/decide.ts";
import { permits } from "@flowdesk/shared/desk/permission.ts";
import {
  type ImportBegun,
  type ImportState,
  type ImportsAnswer,
  importQuerySchema,
  largestImport,
  mapHeader,
} from "@flowdesk/shared/protocol/import.ts";
import { type Request, type RequestHandler, type Response, Router } from "express";
import { type Import, ImportRunning, type Imports, ImportUnknown } from "../../intake/imports.ts";
import { UploadTooLarge } from "../../intake/uploads.ts";
import { identityOf, memberIn } from "./access.ts";
import { onlyMethods } from "./answer-error.ts";
import type { HttpDeps } from "./http-deps.ts";
import { HttpRefusal, stopping } from "./http-refusal.ts";

export type ImportRoutesDeps = Pick<HttpDeps, "identities" | "trustedOrigins" | "feeds" | "elsewhere"> & {
  readonly imports: Imports;
};

type Kind = ImportState["kind"];

/** What one has to be allowed to do to bring files of a kind in. */
const needed = {
  messages: { action: "message.receive", what: "bringing messages in" },
  posts: { action: "post.plan", what: "planning posts" },
} as const;

/** Files of messages and calendars of posts, sent by the console; to be put up under `/api/desks`. */
export function importRoutes(deps: ImportRoutesDeps): Router {
  const router = Router();
  router.route("/:desk/imports").post(begin(deps)).get(list(deps)).all(onlyMethods("GET", "POST"));
  router.route("/:desk/imports/:import").get(look(deps)).delete(stop(deps)).all(onlyMethods("GET", "DELETE"));
  router.route("/:desk/imports/:import/refused").get(refusedRows(deps)).all(onlyMethods("GET"));
  return router;
}

function memberFor(request: Request, deps: ImportRoutesDeps, kind: Kind) {
  const { action, what } = needed[kind];
  return memberIn(request, deps, action, what);
}

function kindIn(request: Request): Kind {
  return request.query.kind === "posts" ? "posts" : "messages";
}

/** `POST …/imports`: takes the file in the body and begins; 202 with the import's id. */
function begin(deps: ImportRoutesDeps): RequestHandler {
  return async (request, response) => {
    const kind = kindIn(request);
    const { feed, member } = await memberFor(request, deps, kind);
    const query = importQuerySchema.safeParse(request.query);
    if (!query.success) throw new HttpRefusal(400, "request.invalid", sentenceOf(query.error));
    if (Number(request.headers["content-length"] ?? 0) > largestImport) throw tooLarge(response);
    if (deps.elsewhere?.isImporting(feed.desk) === true) {
      response.set("Connection", "close");
      throw running();
    }
    const map = mapIn(request);
    const order = {
      ...query.data,
      desk: feed.desk,
      zone: query.data.zone ?? feed.roster.desk.zone,
      by: member.id,
      member: () => {
        const now = feed.roster.member(member.id);
        return now === undefined || now.removedAt !== null || !permits(now, needed[kind].action) ? null : now;
      },
      ...(map === undefined ? {} : { map }),
    };
    const answer: ImportBegun = { id: await begun(deps.imports.begin(order, request), response) };
    response.status(202).json(answer);
  };
}

async function begun(beginning: Promise<string>, response: Response): Promise<string> {
  try {
    return await beginning;
  } catch (error) {
    // The rest of the file is not waited for.
    response.set("Connection", "close");
    if (error instanceof ImportRunning) {
      throw running();
    }
    if (error instanceof ImportUnknown) throw unknown();
    if (error instanceof UploadTooLarge) throw tooLarge(response);
    if (error instanceof Error && "code" in error && error.code === "ERR_STREAM_PREMATURE_CLOSE") {
      throw new HttpRefusal(400, "body.invalid", "The file broke off; send it again.");
    }
    if (error instanceof Error && error.name === "AbortError") throw stopping();
    throw error;
  }
}

/** `GET …/imports`: those of the last hour, the newest first. */
function list(deps: ImportRoutesDeps): RequestHandler {
  return async (request, response) => {
    const kind = kindIn(request);
    const { feed, member } = await memberFor(request, deps, kind);
    const ofKind = deps.imports.of(feed.desk).filter(({ state }) => state.kind === kind);
    const answer: ImportsAnswer = { imports: ofKind.map((one) => stateFor(one, member.id)) };
    response.json(answer);
  };
}

/** `GET …/imports/:import`: how it stands. */
function look(deps: ImportRoutesDeps): RequestHandler {
  return async (request, response) => {
    const { found, member } = await importIn(request, deps);
    response.json(stateFor(found, member));
  };
}

/** `DELETE …/imports/:import`: stops it, and answers how it stands then. */
function stop(deps: ImportRoutesDeps): RequestHandler {
  return async (request, response) => {
    const { found, member } = await importIn(request, deps);
    await deps.imports.stop(found.desk, found.state.id);
    response.json(stateFor(found, member));
  };
}

/** `GET …/imports/:import/refused`: the file of refused rows, for who brought it in. */
function refusedRows(deps: ImportRoutesDeps): RequestHandler {
  return async (request, response) => {
    const { found, member } = await importIn(request, deps);
    const { refusedFile, by, state } = found;
    if (refusedFile === null || by !== member) throw unknown();
    const ending = extname(refusedFile);
    response.attachment(`${basename(state.name, extname(state.name))}.refused${ending}`);
    response.type(ending === ".csv" ? "text/csv; charset=utf-8" : "application/octet-stream");
    response.sendFile(refusedFile, { cacheControl: false, dotfiles: "allow" });
  };
}

async function importIn(request: Request, deps: ImportRoutesDeps): Promise<{ found: Import; member: string }> {
  const found = deps.imports.get(String(request.params.desk), String(request.params.import));
  if (found === null) {
    await identityOf(request, deps);
    if (deps.elsewhere?.hasImport(String(request.params.desk), String(request.params.import)) === true)
      throw new HttpRefusal(503, "import.elsewhere", "Another server has taken this file; ask again in a moment.", 1);
    throw unknown();
  }
  const { member } = await memberFor(request, deps, found.state.kind);
  return { found, member: member.id };
}

/** The first messages may be direct ones: only who brought the file sees what is in it. */
function stateFor({ state, by }: Import, member: string): ImportState {
  return by === member ? state : { ...state, first: [], posts: [], refusals: [], repairs: [], refusedFile: false };
}

function mapIn(request: Request): string | undefined {
  const raw = request.get(mapHeader);
  if (raw === undefined || raw === "") return undefined;
  try {
    return decodeURIComponent(raw);
  } catch {
    throw new HttpRefusal(400, "request.invalid", `The header ${mapHeader} has to be percent-encoded.`);
  }
}

function tooLarge(response: Response): HttpRefusal {
  response.set("Connection", "close");
  return new HttpRefusal(413, "body.too.large", "The file is larger than 1 GB; split it.");
}

function running(): HttpRefusal {
  return new HttpRefusal(409, "import.running", "A file is being brought into this desk already; wait, or stop it.");
}

function unknown(): HttpRefusal {
  return new HttpRefusal(
    404,
    "import.unknown",
    "There is no such import, or it was too long ago; send the file again.",
  );
}
