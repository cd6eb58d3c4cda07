/**
 * The accounts. The first four tables are the sign-in library's, as its own migrations make them (a test holds them to
 * that): it looks first and creates afterwards, where two processes that start at once would get in each other's way.
 * They are not keyed by the desk, as people belong to many; what touches a desk is in that desk's log too. Times in
 * `tokens`, `invitations` and `sign_in_links` are ms UTC, their hashes SHA-256 in hex, their roles JSON.
 */
export const accounts = `
create table "user" (
  "id" text not null primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" integer not null,
  "image" text,
  "createdAt" date not null,
  "updatedAt" date not null
);

create table "session" (
  "id" text not null primary key,
  "expiresAt" date not null,
  "token" text not null unique,
  "createdAt" date not null,
  "updatedAt" date not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references "user" ("id") on delete cascade
);
create index "session_userId_idx" on "session" ("userId");

create table "account" (
  "id" text not null primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references "user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" date,
  "refreshTokenExpiresAt" date,
  "scope" text,
  "password" text,
  "createdAt" date not null,
  "updatedAt" date not null
);
create index "account_userId_idx" on "account" ("userId");
-- The library looks before it adds a password: the index keeps an account from getting two at once.
create unique index "account_provider_idx" on "account" ("providerId", "accountId");

create table "verification" (
  "id" text not null primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" date not null,
  "createdAt" date not null,
  "updatedAt" date not null
);
create index "verification_identifier_idx" on "verification" ("identifier");

create table tokens (
  desk text not null,
  id text not null,
  hash text not null,
  name text not null,
  roles text not null,
  created_at integer not null,
  created_by text,
  last_used_at integer,
  revoked_at integer,
  primary key (desk, id)
) strict;

create table invitations (
  desk text not null,
  id text not null,
  hash text not null,
  roles text not null,
  name text,
  created_by text,
  expires_at integer not null,
  used_at integer,
  used_by text,
  primary key (desk, id)
) strict;

create table sign_in_links (
  desk text not null,
  id text not null,
  hash text not null,
  name text not null,
  created_at integer not null,
  expires_at integer not null,
  used_at integer,
  user_id text,
  primary key (desk, id)
) strict;
`;
