import { newWallSchema } from "@flowdesk/shared/protocol/wall.ts";
import { type Request, Router } from "express";
import type { Accounts } from "./accounts.ts";
import { answering, bodyOf, permittedMember, smallBody } from "./request.ts";
import { listWalls, makeWall, removeWall } from "./wall.ts";

type OfDesk = Request<{ desk: string }>;
type OfWall = Request<{ desk: string; id: string }>;

/** The links of a desk's walls. */
export function wallRoutes(accounts: Accounts): Router {
  const router = Router();

  router
    .route("/api/desks/:desk/walls")
    .get(
      answering(async (request) => {
        const { desk } = (request as OfDesk).params;
        await permittedMember(accounts, request, desk, "account.wall");
        return { walls: await listWalls(accounts, desk) };
      }),
    )
    .post(
      smallBody,
      answering(async (request) => {
        const { desk } = (request as OfDesk).params;
        const member = await permittedMember(accounts, request, desk, "account.wall");
        const { name } = bodyOf(newWallSchema, request);
        return makeWall(accounts, { desk, name, by: member.id });
      }),
    );

  router.delete(
    "/api/desks/:desk/walls/:id",
    answering(async (request) => {
      const { desk, id } = (request as OfWall).params;
      await permittedMember(accounts, request, desk, "account.wall");
      await removeWall(accounts, desk, id);
      return { ok: true };
    }),
  );

  return router;
}
