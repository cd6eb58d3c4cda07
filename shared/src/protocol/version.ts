/**
 * The number of the wire. A console and a server that differ in it do not talk.
 *
 * 1: the first: desks joined by cursor, commands, changes, presence.
 */
export const protocolVersion = 1;
