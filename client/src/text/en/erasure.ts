/** Erasing what somebody outside wrote. */
export const erasure = {
  hint: "When somebody asks to be forgotten: what they wrote, their name, pictures and links are taken out of everything that this desk keeps. Times and figures stay.",
  handle: "Handle, as on the channel",
  channel: "Channel",
  allChannels: "All channels",
  look: "Look",
  found: {
    items_one: "{{count}} item that they wrote in",
    items_other: "{{count}} items that they wrote in",
    messages_one: "{{count}} message of theirs",
    messages_other: "{{count}} messages of theirs",
    mentions_one: "{{count}} text of others that names them",
    mentions_other: "{{count}} texts of others that name them",
    responses_one: "{{count}} response signed with their name",
    responses_other: "{{count}} responses signed with their name",
    changes_one: "{{count}} line of the log",
    changes_other: "{{count}} lines of the log",
  },
  nothing: "Nothing of this author is kept here.",
  warning: "This cannot be undone. Every console loads the desk anew. Backups keep it until they are deleted.",
  erase: "Erase {{author}}",
  done: "Erased.",
};
