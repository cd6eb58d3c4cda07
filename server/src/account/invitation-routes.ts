import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import { permits } from "@flowdesk/shared/desk/permission.ts";
import {
  acceptInvitationSchema,
  type Entered,
  type InvitationLook,
  linkSchema,
  longestVolunteering,
  type NewInvitation,
  newInvitationSchema,
} from "@flowdesk/shared/protocol/account.ts";
import { millis } from "@flowdesk/shared/time/instant.ts";
import { type Request, Router } from "express";
import { acceptAsNew, acceptAsUser } from "./accept-invitation.ts";
import type { Accounts } from "./accounts.ts";
import { invite, listInvitations, lookAtInvitation, withdrawInvitation } from "./invitation.ts";
import { Refusal } from "./refusal.ts";
import {
  answering,
  atMost,
  bodyOf,
  libraryHeaders,
  permittedMember,
  sessionOf,
  setCookies,
  smallBody,
} from "./request.ts";

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
      return lookAtInvitation(accounts, bodyOf(linkSchema, request).token);
    }),
  );

  router.post(
    "/api/invitations/accept",
    atMost(accounts, "accept", 20),
    smallBody,
    answering(async (request, response): Promise<Entered> => {
      const { token, ...newcomer } = bodyOf(acceptInvitationSchema, request);
      if ("name" in newcomer) {
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
        const member = await permittedMember(accounts, request, desk, "account.invite.volunteer");
        return { invitations: await listInvitations(accounts, desk, onlyOwn(member)) };
      }),
    )
    .post(
      smallBody,
      answering(async (request) => {
        const { desk } = (request as OfDesk).params;
        const member = await permittedMember(accounts, request, desk, "account.invite.volunteer");
        const wanted = bodyOf(newInvitationSchema, request);
        if (!permits(member, "account.invite")) refuseAllButVolunteers(wanted, accounts.now());
        if (wanted.cover !== undefined && !permits(member, "member.cover"))
          throw new Refusal(403, "forbidden", "Your roles do not allow you to say what comes to whom.");
        return invite(accounts, { ...wanted, desk, roles: [...new Set(wanted.roles)], by: member.id });
      }),
    );

  router.delete(
    "/api/desks/:desk/invitations/:id",
    answering(async (request) => {
      const { desk, id } = (request as OfInvitation).params;
      const member = await permittedMember(accounts, request, desk, "account.invite.volunteer");
      await withdrawInvitation(accounts, desk, id, onlyOwn(member));
      return { ok: true };
    }),
  );

  return router;
}

/** Whose invitations a member sees and withdraws: their own, or with null anybody's. */
function onlyOwn(member: Member): string | null {
  return permits(member, "account.invite") ? null : member.id;
}

/** Who may only add volunteers gives one role, and an end to it that is not far off (rule A1). */
function refuseAllButVolunteers({ roles, until }: NewInvitation, now: number): void {
  if (roles.some((role) => role !== "community-manager"))
    throw new Refusal(403, "forbidden", "You can add volunteers: community managers, and nothing else.");
  if (until === undefined || millis(until) > now + longestVolunteering)
    throw new Refusal(403, "forbidden", "A volunteer's access needs an end, within 31 days.");
}
