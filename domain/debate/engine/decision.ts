import type { Effect } from './entries.ts';
import type { Refusal } from './refusal.ts';

/** The answer to an operation: its effects, or the reason it is rejected. */
export type Decision =
  | {
      readonly ok: true;
      readonly effects: readonly Effect[];
      /** The author of the words, if not the caller. */
      readonly author?: string;
    }
  | Refusal;

export function accept(...effects: Effect[]): Decision {
  return { ok: true, effects };
}

/** Accepts the effects; their words are another participant's. */
export function acceptWordsOf(author: string, ...effects: Effect[]): Decision {
  return { ok: true, effects, author };
}
