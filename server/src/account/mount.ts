import { type Express, Router } from "express";
import type { Accounts } from "./accounts.ts";
import { invitationRoutes } from "./invitation-routes.ts";
import { sameOriginOnly } from "./origin.ts";
import { refusing } from "./refusal.ts";
import { sessionRoutes } from "./session-routes.ts";
import { tokenRoutes } from "./token-routes.ts";
import { wallRoutes } from "./wall-routes.ts";

/** Where this part's routes lie. */
const paths = ["/api/auth", "/api/enter", "/api/me", "/api/account", "/api/invitations"];
const deskPaths = ["/api/desks/:desk/invitations", "/api/desks/:desk/tokens", "/api/desks/:desk/walls"];

/** Adds the routes of sign-in, invitations and tokens. Before any parser of bodies: these routes read small ones. */
export function mountAccounts(app: Express, accounts: Accounts): void {
  const router = Router();
  router.use([...paths, ...deskPaths], sameOriginOnly(accounts.trustedOrigins));
  router.use(sessionRoutes(accounts));
  router.use(invitationRoutes(accounts));
  router.use(tokenRoutes(accounts));
  router.use(wallRoutes(accounts));
  router.use(refusing(accounts.log));
  app.use(router);
}
