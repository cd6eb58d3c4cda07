import { type Briefing, briefingsAtHand, newestFirst } from "./briefing/briefing.ts";
import {
  type BriefingChange,
  type Change,
  type ItemChange,
  idOf,
  isBriefingChange,
  isChannelChange,
  isItemChange,
  isMemberChange,
  isPolicyChange,
  isPostChange,
  type PostChange,
} from "./change.ts";
import { type Item, isOpen } from "./item/item.ts";
import type { Message } from "./item/message.ts";
import type { Post, Variant } from "./post/post.ts";
import { conversationKey, type DeskState, type LoggedMessage, messageKey, type Thread } from "./state.ts";
import type { Table } from "./table.ts";

/**
 * The state after a change (rule D1): assigns what the change carries and computes nothing. A console's copy holds open
 * items only, so what closes leaves it; the desk's own copy keeps what its batch has loaded.
 */
export function evolve(state: DeskState, change: Change): DeskState {
  if (isItemChange(change)) return evolveItem(state, change);
  if (isMemberChange(change)) return { ...state, members: assign(state.members, change.member, change.set) };
  if (isChannelChange(change)) return { ...state, channels: assign(state.channels, change.channel, change.set) };
  if (isPostChange(change)) return { ...state, posts: evolvePosts(state.posts, change) };
  if (isBriefingChange(change)) return { ...state, briefings: evolveBriefings(state.briefings, change) };
  if (isPolicyChange(change)) {
    const { policy, name } = change;
    return {
      ...state,
      desk: {
        ...state.desk,
        ...(name === undefined ? {} : { name }),
        policy:
          policy === undefined ? state.desk.policy : ({ ...state.desk.policy, ...policy } as typeof state.desk.policy),
      },
    };
  }
  return state;
}

/** The table with the whole entity in it, or with the altered fields of the one that it has. */
function assign<T extends { readonly id: string }>(
  table: Table<T>,
  entity: string | T,
  set: object | undefined,
): Table<T> {
  if (typeof entity !== "string") return table.put(entity.id, entity);
  const old = table.get(entity);
  return old === undefined || set === undefined ? table : table.put(entity, { ...old, ...set } as T);
}

/** The posts with what a change says of one of them and of the variant that it names. */
function evolvePosts(posts: Table<Post>, change: PostChange): Table<Post> {
  const { variant, variantSet } = change;
  const after = assign(posts, change.post, change.set);
  const post = after.get(idOf(change.post));
  if (post === undefined || variant === undefined) return after;
  if (typeof variant !== "string") return after.put(post.id, { ...post, variants: [...post.variants, variant] });
  if (variantSet === undefined) return after;
  const variants = post.variants.map((one) => (one.id === variant ? ({ ...one, ...variantSet } as Variant) : one));
  return after.put(post.id, { ...post, variants });
}

/** The briefings with what a change says of one; the oldest leaves where there are more than a console holds. */
function evolveBriefings(briefings: Table<Briefing>, change: BriefingChange): Table<Briefing> {
  const after = assign(briefings, change.briefing, change.set);
  if (after.size <= briefingsAtHand) return after;
  const oldest = [...after.values()].reduce((old, next) => (newestFirst(next, old) > 0 ? next : old));
  return after.remove(oldest.id);
}

function evolveItem(state: DeskState, change: Change & ItemChange): DeskState {
  const id = idOf(change.item);
  const desksOwn = state.lookups !== null;
  let items = assign(state.items, change.item, change.set);
  const item = items.get(id);
  if (!desksOwn && item !== undefined && !isOpen(item)) items = items.remove(id);
  const threads = evolveThread(state.threads, id, change, desksOwn);
  const lookups = desksOwn ? evolveLookups(state, item, change) : null;
  return { ...state, items, threads, lookups };
}

function evolveThread(
  threads: Table<Thread>,
  item: string,
  change: Change & ItemChange,
  desksOwn: boolean,
): Table<Thread> {
  let thread = threads.get(item);
  if (thread === undefined) {
    if (!desksOwn || change.type !== "item.received") return threads;
    thread = { messages: [], responses: [] };
  }
  if (change.message === undefined && change.response === undefined && change.responses === undefined) return threads;
  return threads.put(item, {
    messages: change.message === undefined ? thread.messages : withMessage(thread.messages, change.message, change.seq),
    responses:
      change.responses ?? (change.response === undefined ? thread.responses : [...thread.responses, change.response]),
  });
}

/** The messages with this one in its place if it is there, else behind them: log order. */
function withMessage(messages: readonly LoggedMessage[], message: Message, seq: number): LoggedMessage[] {
  const at = messages.findIndex((logged) => logged.message.id === message.id);
  if (at === -1) return [...messages, { message, seq }];
  return messages.map((logged, index) => (index === at ? { message, seq: logged.seq } : logged));
}

function evolveLookups(state: DeskState, item: Item | undefined, change: Change & ItemChange): DeskState["lookups"] {
  if (state.lookups === null || item === undefined) return state.lookups;
  let { known, conversations } = state.lookups;
  if (change.message !== undefined && change.message.direction !== "note") {
    known = known.put(messageKey(item.channel, change.message.externalId), { item: item.id, message: change.message });
  }
  const conversation = conversationKey(item.channel, item.kind, item.thread);
  if (change.type === "item.received" && conversation !== null)
    conversations = conversations.put(conversation, item.id);
  return { known, conversations };
}
