import { type HandshakeRefusal, handshakeSchema } from "@flowdesk/shared/protocol/handshake.ts";
import { protocolVersion } from "@flowdesk/shared/protocol/version.ts";
import { readBy } from "@flowdesk/shared/text/read-by.ts";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Socket } from "socket.io";
import type { Identities, Identity } from "../../account/identity.ts";
import { tokenExpired } from "../../account/refusal.ts";
import { foreign } from "../own-origin.ts";
import type { SocketDeps } from "./socket-deps.ts";

/** So many connections without a valid token or session an address may try in so many seconds. */
const attempts = { points: 30, duration: 60 };

/** Who connects, and how to look again who that is. */
export interface Introduction {
  readonly identity: Identity;
  readonly identify: () => Promise<Identity | null>;
}

/** Lets in who speaks this protocol and is somebody. Whoever has a valid token or session is not limited by address. */
export class Handshake {
  readonly #deps: Pick<SocketDeps, "identities" | "trustedOrigins">;
  readonly #limiter = new RateLimiterMemory(attempts);
  readonly #introduced = new WeakMap<Socket, Introduction>();
  /** Those who have said who they are and have not been answered. */
  readonly #introducing = new WeakSet<Socket["conn"]>();

  constructor(deps: Pick<SocketDeps, "identities" | "trustedOrigins">) {
    this.#deps = deps;
  }

  /** Who a connection that was let in is. */
  introduction(socket: Socket): Introduction {
    const introduction = this.#introduced.get(socket);
    if (introduction === undefined) throw new Error("A connection was let in without a handshake");
    return introduction;
  }

  /** Null if the connection is let in. */
  async check(socket: Socket): Promise<HandshakeRefusal | null> {
    const { conn } = socket;
    // Each would be looked up, and each let in.
    if (this.#introducing.has(conn)) {
      return { code: "too.many", message: "You have said who you are; wait for the answer before you say it again." };
    }
    this.#introducing.add(conn);
    try {
      return await this.#check(socket);
    } finally {
      this.#introducing.delete(conn);
    }
  }

  async #check(socket: Socket): Promise<HandshakeRefusal | null> {
    const { auth, headers, address } = socket.handshake;
    const read = readBy(handshakeSchema, auth);
    const wrong = wrongProtocol((auth as { protocol?: unknown }).protocol);
    if (wrong !== null) return wrong;
    if (!read.success) return this.#refuseUnknown(address);
    const { token } = read.data;
    const identify = identification(this.#deps.identities, token, headers);
    const identity = await identify();
    if (identity === null) return this.#refuseUnknown(address, token);
    const why = identity.kind === "user" ? foreign(headers.origin, this.#deps.trustedOrigins) : null;
    if (why !== null) return { code: "origin.refused", message: why };
    this.#introduced.set(socket, { identity, identify });
    return null;
  }

  async #refuseUnknown(address: string, token?: string): Promise<HandshakeRefusal> {
    try {
      await this.#limiter.consume(address);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const seconds = Math.ceil(error.msBeforeNext / 1_000);
      return { code: "too.many", message: `Too many connections without a sign-in; try again in ${seconds} seconds.` };
    }
    if (token !== undefined && (await this.#deps.identities.isExpired(token))) {
      const { message } = tokenExpired();
      return { code: "token.expired", message };
    }
    return { code: "unauthenticated", message: "Sign in first, or give a valid access token." };
  }
}

function identification(
  identities: Identities,
  token: string | undefined,
  headers: Socket["handshake"]["headers"],
): () => Promise<Identity | null> {
  return token === undefined ? () => identities.ofRequest(headers) : () => identities.ofToken(token);
}

function wrongProtocol(yours: unknown): HandshakeRefusal | null {
  if (yours === protocolVersion) return null;
  const ours = protocolVersion;
  if (typeof yours !== "number" || !Number.isSafeInteger(yours)) {
    const message = `You speak no protocol number, and the server speaks protocol ${ours}; give it in auth.protocol.`;
    return { code: "protocol.mismatch", message, ours };
  }
  const message = `You speak protocol ${yours}, and the server speaks protocol ${ours}; reload, or update your program.`;
  return { code: "protocol.mismatch", message, yours, ours };
}
