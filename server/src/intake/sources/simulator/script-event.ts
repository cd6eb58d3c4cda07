import type { Author, Media } from "@flowdesk/shared/desk/item/message.ts";
import type { Kind } from "@flowdesk/shared/desk/item/need.ts";
import type { Intent, ScenarioChannel, Voice } from "./scenario.ts";

/** A message of the script. */
export interface ScriptArrival {
  /** Its number in the script; the run makes the platform's id of it. */
  readonly ref: number;
  /** Ms after the script's beginning. */
  readonly at: number;
  readonly channel: ScenarioChannel;
  readonly kind: Kind;
  readonly author: Author;
  readonly text: string;
  /** What it is written in; `lang` is what the platform says of it, which is not always anything. */
  readonly voice: Voice;
  readonly lang: Voice | null;
  readonly intent: Intent;
  /** The theme or incident that it belongs to. */
  readonly theme: string;
  readonly media: readonly Media[];
  /** The post of ours that a comment stands under. */
  readonly post: { readonly id: string; readonly text: string } | null;
  /** The message of the script that it goes on from. */
  readonly follows: number | null;
  /** How a colleague of the desk answers it; null where it needs no answer. */
  readonly answer: string | null;
}

/** What happens on an evening: a message arrives, or its author changes or deletes it later. */
export type ScriptEvent =
  | { readonly what: "arrives"; readonly at: number; readonly ref: number; readonly arrival: ScriptArrival }
  | { readonly what: "edited"; readonly at: number; readonly ref: number; readonly text: string }
  | { readonly what: "deleted"; readonly at: number; readonly ref: number };
