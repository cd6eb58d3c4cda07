import { type Member, memberSchema } from "@flowdesk/shared/desk/member/member.ts";
import type { Kysely } from "kysely";
import type { Tables } from "../storage/tables.ts";
import type { Memberships } from "./account-deps.ts";

/** Memberships as the desks' own tables have them. */
export function databaseMemberships(database: Kysely<unknown>): Memberships {
  const db = database as unknown as Kysely<Pick<Tables, "desks" | "members">>;
  return {
    async deskName(desk) {
      const row = await db.selectFrom("desks").select("name").where("desk", "=", desk).executeTakeFirst();
      return row?.name ?? null;
    },

    async isDemonstration(desk) {
      const row = await db.selectFrom("desks").select("demonstration").where("desk", "=", desk).executeTakeFirst();
      return row?.demonstration === 1;
    },

    // The one question that goes across desks: where a person may work.
    async ofUser(user) {
      const rows = await db
        .selectFrom("members")
        .innerJoin("desks", "desks.desk", "members.desk")
        .select(["members.desk", "desks.name", "members.body"])
        .where("members.user", "=", user)
        .orderBy("desks.name")
        .orderBy("members.desk")
        .execute();
      return rows
        .map(({ desk, name, body }) => ({ desk, name, member: memberOf(body) }))
        .filter(({ member }) => member.removedAt === null);
    },

    async member(desk, id) {
      const row = await db
        .selectFrom("members")
        .select("body")
        .where("desk", "=", desk)
        .where("id", "=", id)
        .executeTakeFirst();
      const member = row === undefined ? null : memberOf(row.body);
      return member?.removedAt === null ? member : null;
    },

    async known(desk, ids) {
      if (ids.length === 0) return new Map();
      const rows = await db
        .selectFrom("members")
        .select("body")
        .where("desk", "=", desk)
        .where("id", "in", [...ids])
        .execute();
      return new Map(rows.map(({ body }) => memberOf(body)).map((member) => [member.id, member]));
    },
  };
}

function memberOf(body: string): Member {
  return memberSchema.parse(JSON.parse(body));
}
