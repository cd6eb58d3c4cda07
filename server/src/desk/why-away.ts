/** Why the database is away, as a sentence for whoever runs it, with what the database itself said, if it did. */
export function whyAway({ message, cause }: Error): string {
  return cause instanceof Error && cause.message !== "" ? `${message} It says: ${cause.message}` : message;
}
