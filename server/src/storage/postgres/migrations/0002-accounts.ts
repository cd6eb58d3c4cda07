/**
 * The accounts. The first four tables are the sign-in library's, as its own migrations make them (a test holds them to
 * that). They are not keyed by the desk, as people belong to many; what touches a desk is in that desk's log too. Times
 * in the tables that are ours are ms UTC, their hashes SHA-256 in hex, their roles JSON.
 */
export const accounts = `
create table "user" (
  "id" text collate "C" not null primary key,
  "name" text collate "C" not null,
  "email" text collate "C" not null unique,
  "emailVerified" boolean not null,
  "image" text collate "C",
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null
);

create table "session" (
  "id" text collate "C" not null primary key,
  "expiresAt" timestamptz not null,
  "token" text collate "C" not null unique,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null,
  "ipAddress" text collate "C",
  "userAgent" text collate "C",
  "userId" text collate "C" not null references "user" ("id") on delete cascade
);
create index "session_userId_idx" on "session" ("userId");

create table "account" (
  "id" text collate "C" not null primary key,
  "accountId" text collate "C" not null,
  "providerId" text collate "C" not null,
  "userId" text collate "C" not null references "user" ("id") on delete cascade,
  "accessToken" text collate "C",
  "refreshToken" text collate "C",
  "idToken" text collate "C",
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text collate "C",
  "password" text collate "C",
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null
);
create index "account_userId_idx" on "account" ("userId");
-- The library looks before it adds a password: the index keeps an account from getting two at once.
create unique index "account_provider_idx" on "account" ("providerId", "accountId");

create table "verification" (
  "id" text collate "C" not null primary key,
  "identifier" text collate "C" not null,
  "value" text collate "C" not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null
);
create index "verification_identifier_idx" on "verification" ("identifier");

create table tokens (
  desk text collate "C" not null,
  id text collate "C" not null,
  hash text collate "C" not null,
  name text collate "C" not null,
  roles text collate "C" not null,
  created_at bigint not null,
  created_by text collate "C",
  last_used_at bigint,
  revoked_at bigint,
  primary key (desk, id)
);

create table invitations (
  desk text collate "C" not null,
  id text collate "C" not null,
  hash text collate "C" not null,
  roles text collate "C" not null,
  name text collate "C",
  created_by text collate "C",
  expires_at bigint not null,
  used_at bigint,
  used_by text collate "C",
  primary key (desk, id)
);

create table sign_in_links (
  desk text collate "C" not null,
  id text collate "C" not null,
  hash text collate "C" not null,
  name text collate "C" not null,
  created_at bigint not null,
  expires_at bigint not null,
  used_at bigint,
  user_id text collate "C",
  primary key (desk, id)
);

create table walls (
  desk text collate "C" not null,
  id text collate "C" not null,
  hash text collate "C" not null,
  name text collate "C" not null,
  created_at bigint not null,
  created_by text collate "C",
  last_used_at bigint,
  primary key (desk, id)
);

-- What signs the session cookies, for every node alike.
create table account_secret (
  one bigint not null primary key check (one = 1),
  secret text collate "C" not null
);
`;
