import {
  acceptInvitationSchema,
  type Entered,
  type InvitationLook,
  linkSchema,
  newInvitationSchema,
} from "@flowdesk/shared/protocol/account.ts";
import { type Request, Router } from "express";
import { acceptAsNew, acceptAsUser } from "./accept-invitation.ts";
import type { Accounts } from "./accounts.ts";
import { invite, listInvitations, lookAtInvitation, withdrawInvitation } from "./invitation.ts";
import { answering, atMost, libraryHeaders, permittedMember, sessionOf, setCookies, smallBody } from "./request.ts";

type OfDesk = Request<{ desk: string }>;
type OfInvitation = Request<{ desk: string; id: string }>;

/** Inviting people to a desk, and what the invited do with it. */
export function invitationRoutes(accounts: Accounts): Router {
  const router = Router();

  router.post(
    "/api/invitations/look",
    atMost(accounts, "look", 60),
    smallBody,
    answering(async (request): Promise<InvitationLook> => {
      return lookAtInvitation(accounts, linkSchema.parse(request.body).token);
    }),
  );

  router.post(
    "/api/invitations/accept",
    atMost(accounts, "accept", 20),
    smallBody,
    answering(async (request, response): Promise<Entered> => {
      const { token, ...newcomer } = acceptInvitationSchema.parse(request.body);
      if ("email" in newcomer) {
        return acceptAsNew(accounts, token, newcomer, libraryHeaders(request), (cookies) =>
          setCookies(response, cookies),
        );
      }
      const { user } = await sessionOf(accounts, request);
      return acceptAsUser(accounts, token, user);
    }),
  );

  router
    .route("/api/desks/:desk/invitations")
    .get(
      answering(async (request) => {
        const { desk } = (request as OfDesk).params;
        await permittedMember(accounts, request, desk, "account.invite");
        return { invitations: await listInvitations(accounts, desk) };
      }),
    )
    .post(
      smallBody,
      answering(async (request) => {
        const { desk } = (request as OfDesk).params;
        const member = await permittedMember(accounts, request, desk, "account.invite");
        const { roles, name } = newInvitationSchema.parse(request.body);
        return invite(accounts, { desk, roles: [...new Set(roles)], name, by: member.id });
      }),
    );

  router.delete(
    "/api/desks/:desk/invitations/:id",
    answering(async (request) => {
      const { desk, id } = (request as OfInvitation).params;
      await permittedMember(accounts, request, desk, "account.invite");
      await withdrawInvitation(accounts, desk, id);
      return { ok: true };
    }),
  );

  return router;
}
