/** Signing in, invitations and links that let someone in. */
export const account = {
  signIn: "Sign in",
  email: "Email address",
  password: "Password",
  name: "Your name",
  signedOut: "You have been signed out. Sign in again to go on; what you had written is kept on this screen.",
  chooseDesk: "Choose a desk",
  noDesk: "You have no part in a desk yet. Ask an administrator for an invitation.",
  invited: "You are invited to {{desk}}",
  accept: "Join",
  createAccount: "Make an account and join",
  enter: "Go in",
  removed: "You no longer have a part in this desk.",
  gone: "This desk is gone.",
} as const;
