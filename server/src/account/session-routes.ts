import {
  changePasswordSchema,
  credentialsSchema,
  type Entered,
  linkSchema,
  type Me,
  type RolesOffered,
  signInSchema,
} from "@flowdesk/shared/protocol/account.ts";
import { type Request, type Response, Router } from "express";
import type { Accounts } from "./accounts.ts";
import { isDemoPerson } from "./demo-person.ts";
import { hashOf } from "./hash.ts";
import { isFromThisMachine } from "./origin.ts";
import { tooMany } from "./rate.ts";
import { Refusal, unauthenticated } from "./refusal.ts";
import { addressOf, answering, atMost, bodyOf, libraryHeaders, sessionOf, setCookies, smallBody } from "./request.ts";
import { enterByLink } from "./sign-in-link.ts";

/** Failed sign-ins to one account from anywhere, in so many seconds: slows those who guess from many addresses. */
const guesses = { max: 30, window: 900 };

/** Signing in and out, the sign-in link, and a person's own account. */
export function sessionRoutes(accounts: Accounts): Router {
  const router = Router();

  router.post(
    "/api/auth/sign-in/email",
    smallBody,
    answering(async (request, response) => {
      const body = bodyOf(signInSchema, request);
      const account = `sign-in ${hashOf(body.email)}`;
      await accounts.rates.spend(account, guesses.max, guesses.window);
      await askLibrary(accounts, "/sign-in/email", body, request, response);
      await accounts.rates.giveBack(account, guesses.max, guesses.window);
      return { ok: true };
    }),
  );

  router.post(
    "/api/auth/sign-out",
    smallBody,
    answering(async (request, response) => {
      await askLibrary(accounts, "/sign-out", {}, request, response);
      return { ok: true };
    }),
  );

  router.post(
    "/api/auth/change-password",
    smallBody,
    answering(async (request, response) => {
      const body = bodyOf(changePasswordSchema, request);
      await askLibrary(accounts, "/change-password", body, request, response);
      return { ok: true };
    }),
  );

  // The library has more routes than this desk uses: none of them is open.
  router.all("/api/auth/{*any}", () => {
    throw new Refusal(404, "not.found", "There is nothing here.");
  });

  router.post(
    "/api/enter",
    atMost(accounts, "enter", 20),
    smallBody,
    answering(async (request, response): Promise<Entered> => {
      const { token } = bodyOf(linkSchema, request);
      if (accounts.roleLinks.has(token)) {
        const headers = libraryHeaders(request);
        const { cookies, ...entered } = await accounts.roleLinks.enter(token, request, accounts.auth, headers);
        setCookies(response, cookies);
        return entered;
      }
      if (!accounts.isBoundToLoopback || !isFromThisMachine(request)) {
        throw new Refusal(
          403,
          "enter.loopback.only",
          "Sign-in links work only in a browser on the server's own machine. Elsewhere, ask for an invitation.",
        );
      }
      const { cookies, ...entered } = await enterByLink(accounts, token, libraryHeaders(request));
      setCookies(response, cookies);
      return entered;
    }),
  );

  // A POST, though it changes nothing: browsers say with it which page asks.
  router.post(
    "/api/enter/roles",
    atMost(accounts, "roles", 120),
    smallBody,
    answering(async (request): Promise<RolesOffered> => {
      try {
        return { people: [...(await accounts.roleLinks.offered(request))], refused: null };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return { people: [], refused: { code: error.code, message: error.message } };
      }
    }),
  );

  router.get(
    "/api/me",
    answering(async (request, response): Promise<Me> => {
      const found = await accounts.auth.session(libraryHeaders(request), true);
      if (found === null) throw unauthenticated();
      setCookies(response, found.cookies);
      const { id, name, email } = found.session.user;
      const [hasPassword, memberships, isDemo] = await Promise.all([
        accounts.auth.hasPassword(id),
        accounts.memberships.ofUser(id),
        isDemoPerson(accounts, id),
      ]);
      const desks = memberships.map(({ desk, name, member }) => ({
        id: desk,
        name,
        member: member.id,
        roles: member.roles,
      }));
      return { user: { id, name, email, hasPassword, ...(isDemo ? { demonstration: true } : {}) }, desks };
    }),
  );

  router.post(
    "/api/account/credentials",
    atMost(accounts, "credentials", 10),
    smallBody,
    answering(async (request) => {
      const { user } = await sessionOf(accounts, request);
      const { email, password } = bodyOf(credentialsSchema, request);
      if (await isDemoPerson(accounts, user.id)) {
        throw new Refusal(409, "account.demonstration", "A person of the demonstration takes no password.");
      }
      if (await accounts.auth.hasPassword(user.id)) {
        throw new Refusal(409, "account.has.password", "This account has a password; change that instead.");
      }
      if (!(await accounts.auth.setCredentials(user.id, email, password))) {
        throw new Refusal(409, "account.exists", "Another account has this e-mail.");
      }
      return { ok: true };
    }),
  );

  return router;
}

/** Has the library do what its route does, and passes on the cookies that it sets; its refusals in this server's form. */
async function askLibrary(
  accounts: Accounts,
  path: string,
  body: object,
  request: Request,
  response: Response,
): Promise<void> {
  const headers = libraryHeaders(request);
  headers.set("content-type", "application/json");
  const answer = await accounts.auth.handle(
    new globalThis.Request(`${accounts.origin}/api/auth${path}`, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    }),
  );
  setCookies(response, answer.headers.getSetCookie());
  if (answer.ok) return;
  const retryAfter = answer.headers.get("x-retry-after");
  if (answer.status === 429) {
    accounts.log.warn({ path, address: addressOf(request) }, "too many attempts");
    response.set("Retry-After", retryAfter ?? "60");
    throw tooMany(Number(retryAfter ?? 60));
  }
  const said = (await answer.json().catch(() => ({}))) as { code?: unknown };
  throw refusalOfLibrary(answer.status, said.code);
}

function refusalOfLibrary(status: number, code: unknown): Refusal {
  switch (code) {
    case "INVALID_EMAIL_OR_PASSWORD":
      return new Refusal(401, "sign-in.wrong", "The e-mail or the password is wrong.");
    case "INVALID_PASSWORD":
      return new Refusal(400, "password.wrong", "The present password is wrong.");
    case "CREDENTIAL_ACCOUNT_NOT_FOUND":
      return new Refusal(409, "password.wrong", "This account has no password yet.");
    default:
      if (status === 401) return unauthenticated();
      if (status === 403) return new Refusal(403, "origin.refused", "Open the console itself and try there.");
      return status >= 500
        ? new Refusal(500, "internal", "This failed by a fault of the server's; try again.")
        : new Refusal(400, "request.invalid", "The request is not of the form that it should have.");
  }
}
