import type { Change, ItemChange } from "@flowdesk/shared/desk/change.ts";
import { idOf, isItemChange, isPolicyChange } from "@flowdesk/shared/desk/change.ts";
import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import type { Author, Message, Parent } from "@flowdesk/shared/desk/item/message.ts";
import type { Response } from "@flowdesk/shared/desk/item/response.ts";
import { erasePolicy } from "./erase-policy.ts";
import { erasedHandle, erasedText, scrub } from "./scrub.ts";
import { isSought, isTheirs, keyInJson, previewIn, quotedAs, type Traces } from "./traces.ts";

/** An item without the author. The same object if there is nothing of them in it. */
export function eraseItem(item: Item, traces: Traces): Item {
  // An item's author is that of the message it shows; a message that is changed is shown anew by its text alone.
  const theirs =
    isSought(traces.sought, item.author.handle, item.channel) || traces.revised.has(previewIn(item.id, item.preview));
  return scrub(eraseFields(item, theirs, item.channel, traces), traces, item.channel, traces.items.has(item.id));
}

/** A message without the author. The same object if there is nothing of them in it. */
export function eraseMessage(message: Message, item: string, channel: string | null, traces: Traces): Message {
  let erased = message;
  if (isSought(traces.sought, message.author.handle, channel)) {
    const { url: _url, media: _media, lang: _lang, ...rest } = message;
    erased =
      message.direction === "in"
        ? {
            ...rest,
            author: { handle: erasedHandle },
            text: erasedText,
            ...(message.edited === undefined ? {} : { edited: { ...message.edited, was: erasedText } }),
            erased: true,
          }
        : { ...message, author: { handle: erasedHandle } };
  }
  if (erased.parent !== undefined) {
    const parent = eraseParent(erased.parent, channel, traces);
    if (parent !== erased.parent) erased = { ...erased, parent };
  }
  return scrub(erased, traces, channel, traces.items.has(item));
}

/** A response without the author, who is whoever the reply was signed by. */
export function eraseResponse(response: Response, traces: Traces): Response {
  return isSought(traces.sought, response.author, response.channel) ? { ...response, author: erasedHandle } : response;
}

/** A post, a briefing, a member: whatever names the author in words. The same object if nothing does. */
export function eraseMentions<T extends object>(entity: T, traces: Traces): T {
  return scrub(entity, traces, null, false);
}

/**
 * A line of the log without the author; `seq` and times stay. The same object if there is nothing of them in it.
 * @param channel that of the item which it is about; null if it is about none
 */
export function eraseChange(change: Change, channel: string | null, traces: Traces): Change {
  if (isPolicyChange(change)) {
    const { policy } = change;
    const erased = policy === undefined ? policy : erasePolicy(policy, traces);
    return erased === policy ? change : { ...change, policy: erased };
  }
  if (!isItemChange(change)) return scrub(change, traces, null, false);
  const id = idOf(change.item);
  let erased: typeof change = change;
  if (typeof change.item !== "string") {
    const item = eraseItem(change.item, traces);
    if (item !== change.item) erased = { ...erased, item };
  }
  const { message, set, response, responses } = change;
  if (message !== undefined) {
    const without = eraseMessage(message, id, channel, traces);
    if (without !== message) erased = { ...erased, message: without };
  }
  if (set !== undefined) {
    const without = eraseFields(set, showsTheirs(change, channel, traces), channel, traces);
    if (without !== set) erased = { ...erased, set: without };
  }
  if (response !== undefined) {
    const without = eraseResponse(response, traces);
    if (without !== response) erased = { ...erased, response: without };
  }
  if (responses?.some((one) => eraseResponse(one, traces) !== one) === true)
    erased = { ...erased, responses: responses.map((one) => eraseResponse(one, traces)) };
  return scrub(erased, traces, channel, traces.items.has(id));
}

/**
 * Whether the preview that a change sets is of a message of theirs. It comes with that message's author, which need not be
 * the one whose message the change brings; without an author it is of the message that was changed.
 */
function showsTheirs({ item, set, message }: ItemChange, channel: string | null, traces: Traces): boolean {
  if (set?.author !== undefined) return isSought(traces.sought, set.author.handle, channel);
  if (message !== undefined) return isTheirs(traces, message, channel);
  // Whose it is does not stand there: what they wrote in this item counts as theirs.
  return set?.preview !== undefined && traces.previews.has(previewIn(idOf(item), set.preview));
}

/** An item's fields, all or some, without the author. `theirs`: the preview is of a message of theirs. */
function eraseFields<T extends { readonly [K in keyof Item]?: Item[K] | undefined }>(
  fields: T,
  theirs: boolean,
  channel: string | null,
  traces: Traces,
): T {
  const { author, preview, parent, url, thread } = fields;
  const set: { -readonly [K in keyof Item]?: Item[K] } = {};
  if (author !== undefined && isSought(traces.sought, author.handle, channel))
    set.author = { handle: erasedHandle } satisfies Author;
  if (preview !== undefined && preview !== erasedText && theirs) set.preview = erasedText;
  // The address is that of the item's first message, whoever wrote the one that is shown.
  if (url !== undefined && url !== null && traces.urls.has(url)) set.url = null;
  // A direct conversation goes by its author's handle where the platform gives it no id.
  if (thread?.startsWith("@") === true && isSought(traces.sought, thread, channel)) set.thread = null;
  if (parent !== undefined && parent !== null) {
    const without = eraseParent(parent, channel, traces);
    if (without !== parent) set.parent = without;
  }
  return Object.keys(set).length === 0 ? fields : { ...fields, ...set };
}

/** What a message answers, without what the author said there. Others may have said the same: its text tells only where no id does. */
function eraseParent(parent: Parent, channel: string | null, traces: Traces): Parent {
  const { externalId, text, url } = parent;
  if (text === undefined && url === undefined) return parent;
  const theirs =
    externalId === undefined
      ? (text !== undefined && traces.texts.has(text)) || (url !== undefined && traces.urls.has(url))
      : traces.messages.has(quotedAs(channel, externalId));
  return theirs ? (externalId === undefined ? {} : { externalId }) : parent;
}

/** Whether a folded text of JSON may hold anything that is theirs or names them: what does not is not read. */
export function mayHold(json: string, { sought, messages, texts }: Traces): boolean {
  return (
    json.includes(keyInJson(sought.author)) || ((messages.size > 0 || texts.size > 0) && json.includes('"parent":{'))
  );
}
