import { newTokenSchema, tokenChangeSchema } from "@flowdesk/shared/protocol/account.ts";
import { type Request, Router } from "express";
import type { Accounts } from "./accounts.ts";
import { changeToken } from "./change-token.ts";
import { answering, bodyOf, permittedMember, smallBody } from "./request.ts";
import { issueToken, listTokens, revokeToken } from "./token.ts";

type OfDesk = Request<{ desk: string }>;
type OfToken = Request<{ desk: string; id: string }>;

/** A desk's access tokens. */
export function tokenRoutes(accounts: Accounts): Router {
  const router = Router();

  router
    .route("/api/desks/:desk/tokens")
    .get(
      answering(async (request) => {
        const { desk } = (request as OfDesk).params;
        await permittedMember(accounts, request, desk, "account.token");
        return { tokens: await listTokens(accounts, desk) };
      }),
    )
    .post(
      smallBody,
      answering(async (request) => {
        const { desk } = (request as OfDesk).params;
        const member = await permittedMember(accounts, request, desk, "account.token");
        const { name, roles, until } = bodyOf(newTokenSchema, request);
        return issueToken(accounts, { desk, name, roles: [...new Set(roles)], until, by: { kind: "member", member } });
      }),
    );

  router.patch(
    "/api/desks/:desk/tokens/:id",
    smallBody,
    answering(async (request) => {
      const { desk, id } = (request as OfToken).params;
      const member = await permittedMember(accounts, request, desk, "account.token");
      const { name, until } = bodyOf(tokenChangeSchema, request);
      await changeToken(accounts, { desk, id, name, until, by: { kind: "member", member } });
      accounts.identities.forgetToken(desk, id);
      return { ok: true };
    }),
  );

  router.delete(
    "/api/desks/:desk/tokens/:id",
    answering(async (request) => {
      const { desk, id } = (request as OfToken).params;
      const member = await permittedMember(accounts, request, desk, "account.token");
      try {
        await revokeToken(accounts, { desk, id, by: { kind: "member", member } });
      } finally {
        accounts.identities.forgetToken(desk, id);
      }
      return { ok: true };
    }),
  );

  return router;
}
