import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import { type Action, permits } from "@flowdesk/shared/desk/permission.ts";
import { readBy } from "@flowdesk/shared/text/read-by.ts";
import { fromNodeHeaders } from "better-auth/node";
import express, { type Request, type RequestHandler, type Response } from "express";
import type { z } from "zod";
import { tidy } from "../transport/tidy.ts";
import type { Accounts } from "./accounts.ts";
import { addressHeader, type Session } from "./auth.ts";
import { isAtItsEnd } from "./identity.ts";
import { Refusal, tokenExpired, unauthenticated } from "./refusal.ts";

/** Reads the small bodies that these routes take. */
export const smallBody: RequestHandler = express.json({ limit: 16_384 });

/**
 * What a body says, by its schema.
 * @throws ZodError, which is answered as `request.invalid`, for whatever else is sent
 */
export function bodyOf<Schema extends z.ZodType>(schema: Schema, request: Request): z.output<Schema> {
  const read = readBy(schema, tidy(request.body)?.value);
  if (!read.success) throw read.error;
  return read.data;
}

/** A route that answers with JSON; nothing that it says is kept by browsers or proxies, or leaks by a referrer. */
export function answering(handle: (request: Request, response: Response) => Promise<object>): RequestHandler {
  return async (request, response) => {
    response.set({ "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" });
    response.json(await handle(request, response));
  };
}

/** The request's headers as the sign-in library takes them, with the client's address as this server sees it. */
export function libraryHeaders(request: Request): Headers {
  const { cookie, origin, referer, "user-agent": agent } = request.headers;
  return fromNodeHeaders({
    cookie,
    origin,
    referer,
    "user-agent": agent?.slice(0, 300),
    [addressHeader]: addressOf(request),
  });
}

export function addressOf(request: Request): string {
  return request.ip ?? request.socket.remoteAddress ?? "0.0.0.0";
}

export function setCookies(response: Response, cookies: readonly string[]): void {
  for (const cookie of cookies) response.append("Set-Cookie", cookie);
}

/** Allows a client's address `max` requests of a sort a minute. */
export function atMost(accounts: Accounts, sort: string, max: number): RequestHandler {
  return async (request, _response, next) => {
    await accounts.rates.spend(`${sort} ${addressOf(request)}`, max, 60);
    next();
  };
}

/** The session of a request; a refusal without one. */
export async function sessionOf(accounts: Accounts, request: Request): Promise<Session> {
  const found = await accounts.auth.session(libraryHeaders(request), false);
  if (found === null) throw unauthenticated();
  return found.session;
}

/** The member who asks, if they may do this in the desk (rule A1). A desk in which one has no part is not told of. */
export async function permittedMember(
  accounts: Accounts,
  request: Request,
  desk: string,
  action: Action,
): Promise<Member> {
  const identity = await accounts.identities.ofRequest(request.headers);
  if (identity === null)
    throw (await isAtItsEnd(accounts.identities, request.headers)) ? tokenExpired() : unauthenticated();
  const member = await memberOf(accounts, identity, desk);
  if (member === null) throw new Refusal(404, "desk.unknown", "There is no such desk, or you have no part in it.");
  if (!permits(member, action)) throw new Refusal(403, "forbidden", "Your roles do not allow this.");
  return member;
}

async function memberOf(
  { memberships }: Accounts,
  identity: NonNullable<Awaited<ReturnType<Accounts["identities"]["ofRequest"]>>>,
  desk: string,
): Promise<Member | null> {
  if (identity.kind === "token") return identity.desk === desk ? memberships.member(desk, identity.member) : null;
  const all = await memberships.ofUser(identity.user);
  return all.find((membership) => membership.desk === desk)?.member ?? null;
}
