import {
  type ChangeBody,
  idOf,
  isBriefingChange,
  isChannelChange,
  isItemChange,
  isMemberChange,
  isPolicyChange,
  isPostChange,
} from "../desk/change.ts";

/** What a step may have altered in a console's copy, so that whoever shows it looks at nothing else. */
export class Altered {
  /** Ids of items whose fields, thread or place in the open work may have altered. */
  readonly items = new Set<string>();
  readonly members = new Set<string>();
  readonly channels = new Set<string>();
  readonly posts = new Set<string>();
  readonly briefings = new Set<string>();
  /** The desk's name or policy. */
  desk = false;
  /** The whole copy was replaced. */
  all = false;

  /** Adds what a change is about. */
  note(change: ChangeBody): void {
    if (isItemChange(change)) this.items.add(idOf(change.item));
    else if (isMemberChange(change)) this.members.add(idOf(change.member));
    else if (isChannelChange(change)) this.channels.add(idOf(change.channel));
    else if (isPostChange(change)) this.posts.add(idOf(change.post));
    else if (isBriefingChange(change)) this.briefings.add(idOf(change.briefing));
    else if (isPolicyChange(change)) this.desk = true;
  }

  /** Adds what another step altered. */
  include(other: Altered): void {
    for (const id of other.items) this.items.add(id);
    for (const id of other.members) this.members.add(id);
    for (const id of other.channels) this.channels.add(id);
    for (const id of other.posts) this.posts.add(id);
    for (const id of other.briefings) this.briefings.add(id);
    this.desk ||= other.desk;
    this.all ||= other.all;
  }

  /** Whether any of what a change is about is in here. */
  meets(change: ChangeBody): boolean {
    if (this.all) return true;
    if (isItemChange(change)) return this.items.has(idOf(change.item));
    if (isMemberChange(change)) return this.members.has(idOf(change.member));
    if (isChannelChange(change)) return this.channels.has(idOf(change.channel));
    if (isPostChange(change)) return this.posts.has(idOf(change.post));
    if (isBriefingChange(change)) return this.briefings.has(idOf(change.briefing));
    return this.desk;
  }

  /** Whether something besides items altered, on which any decision may hang. */
  get surroundings(): boolean {
    return this.all || this.desk || this.members.size > 0 || this.channels.size > 0 || this.posts.size > 0;
  }

  get nothing(): boolean {
    return this.items.size === 0 && this.briefings.size === 0 && !this.surroundings;
  }
}
