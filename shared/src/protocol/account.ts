import { z } from "zod";
import { coverSchema } from "../desk/cover/cover.ts";
import { memberChannelsSchema } from "../desk/member/member.ts";
import { roleSchema } from "../desk/role.ts";
import { wellFormed } from "../text/well-formed.ts";
import { day, instantSchema } from "../time/instant.ts";

/** The shortest and longest password that an account takes, in characters. */
export const passwordLength = { min: 10, max: 128 } as const;

export const personNameSchema = z
  .string()
  .max(400)
  .transform((text) => wellFormed(text).text.trim())
  .pipe(z.string().min(1, "A name is needed.").max(120, "A name has at most 120 characters."));

/** Lower case, as accounts are compared by it. */
export const emailSchema = z
  .string()
  .max(254)
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.email("This is no e-mail address."));

export const newPasswordSchema = z
  .string()
  .min(passwordLength.min, `A password has at least ${passwordLength.min} characters.`)
  .max(passwordLength.max, `A password has at most ${passwordLength.max} characters.`);

/** What stands after the `#` of an invitation or a sign-in link. */
export const linkTokenSchema = z.string().min(1).max(300);

/** `POST /api/auth/sign-in/email`. Without `rememberMe`, or with true, the session outlives the browser. */
export const signInSchema = z.object({
  email: emailSchema,
  password: z.string().min(1).max(passwordLength.max),
  rememberMe: z.boolean().optional(),
});

/** `POST /api/auth/change-password`. */
export const changePasswordSchema = z.object({
  currentPassword: z.string().min(1).max(passwordLength.max),
  newPassword: newPasswordSchema,
  /** Whether all other sessions of the account end. */
  revokeOtherSessions: z.boolean().optional(),
});

/** `POST /api/invitations/look` and `POST /api/enter`. */
export const linkSchema = z.object({ token: linkTokenSchema });

/** The answer to `POST /api/invitations/look`. `expiresAt` is an instant; `name` is whom the invitation was meant for. */
export const invitationLookSchema = z.object({
  desk: z.string(),
  deskName: z.string(),
  roles: z.array(roleSchema),
  name: z.string().nullable(),
  expiresAt: z.string(),
  /** When the access that it gives ends, an instant; absent: it does not, and an account needs e-mail and password. */
  until: z.string().optional(),
});
export type InvitationLook = z.infer<typeof invitationLookSchema>;

/**
 * `POST /api/invitations/accept`: with a new account, or by whoever is signed in. For an access that ends by itself a name
 * will do: the account has no other way in than the session that it begins with.
 */
export const acceptInvitationSchema = z.union([
  z.strictObject({
    token: linkTokenSchema,
    name: personNameSchema,
    email: emailSchema,
    password: newPasswordSchema,
  }),
  z.strictObject({ token: linkTokenSchema, name: personNameSchema }),
  z.strictObject({ token: linkTokenSchema }),
]);

/** The answer to an accepted invitation and to `POST /api/enter`: where the person may work now. */
export const enteredSchema = z.object({ desk: z.string(), member: z.string() });
export type Entered = z.infer<typeof enteredSchema>;

/**
 * The answer to `POST /api/enter/roles`: the people of a demonstration as whom a role can be tried, each with the token
 * for `POST /api/enter`; none where that is refused, with the reason.
 */
export const rolesOfferedSchema = z.object({
  people: z.array(z.object({ role: roleSchema, name: z.string(), token: linkTokenSchema })),
  refused: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type RolesOffered = z.infer<typeof rolesOfferedSchema>;

/** `POST /api/account/credentials`: an e-mail and a password for an account that has none. */
export const credentialsSchema = z.object({ email: emailSchema, password: newPasswordSchema });

/** The answer to `GET /api/me`. */
export const meSchema = z.object({
  user: z.object({
    id: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    hasPassword: z.boolean(),
    /** One of a demonstration's own people, whom anybody at the server's machine may be. */
    demonstration: z.boolean().optional(),
  }),
  /** The desks in which they have a part, by name. */
  desks: z.array(z.object({ id: z.string(), name: z.string(), member: z.string(), roles: z.array(roleSchema) })),
});
export type Me = z.infer<typeof meSchema>;

/** The roles of an invitation: any but `source`, which is for programs. */
export const personRolesSchema = z
  .array(roleSchema.exclude(["source"]))
  .min(1)
  .max(6);

/** `POST /api/desks/:desk/invitations`. */
export const newInvitationSchema = z.object({
  roles: personRolesSchema,
  name: personNameSchema.optional(),
  /** When the access ends by itself; the invitation ends with it at the latest. */
  until: instantSchema.optional(),
  /** What the new member works on, and answers in; absent: all channels, any language. */
  channels: memberChannelsSchema.optional(),
  languages: z.array(z.string().trim().min(2).max(35)).max(20).optional(),
  /** What comes to the new member by standing order; absent: nothing. */
  cover: z.array(coverSchema).min(1).max(50).optional(),
});
export type NewInvitation = z.infer<typeof newInvitationSchema>;

/** Longest access that whoever may only add volunteers can give, in ms. */
export const longestVolunteering = 31 * day;

/** An invitation that has not been used. Times are instants; `createdBy` is a member, or null for the command line. */
export const invitationSchema = z.object({
  id: z.string(),
  name: z.string().nullable(),
  roles: z.array(roleSchema),
  createdBy: z.string().nullable(),
  expiresAt: z.string(),
  /** When the access that it gives ends; absent: it does not. */
  until: z.string().optional(),
});
export type InvitationEntry = z.infer<typeof invitationSchema>;

/** `POST /api/desks/:desk/tokens`. */
export const newTokenSchema = z.object({
  name: personNameSchema,
  roles: z.array(roleSchema).min(1).max(7),
  /** From when on it is refused; absent: it does not end by itself. */
  until: instantSchema.optional(),
});

/** `PATCH /api/desks/:desk/tokens/:id`: what stands there is altered. `until` null: it does not end by itself. */
export const tokenChangeSchema = z.object({
  name: personNameSchema.optional(),
  until: instantSchema.nullable().optional(),
});

/** An access token without its secret. `member` is the program that it signs in. Times are instants. */
export const tokenSchema = z.object({
  id: z.string(),
  member: z.string(),
  name: z.string(),
  roles: z.array(roleSchema),
  createdAt: z.string(),
  createdBy: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
  /** From when on it is refused; absent: it does not end by itself. */
  until: z.string().optional(),
});
export type TokenEntry = z.infer<typeof tokenSchema>;
