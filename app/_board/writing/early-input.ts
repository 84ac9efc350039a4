import type { RefObject } from 'react';

/** What somebody typed, and where they put the caret, before the editor was there. */
export interface EarlyInput {
  /** The text as it stood when they began. */
  readonly was: string;
  readonly now: string;
  /** Where the caret is in it. */
  readonly caret: number;
  /** Whether they were done with it already. */
  readonly done: boolean;
}

const kept = new Map<string, RefObject<EarlyInput | null>>();

/**
 * Where the words typed on a text are kept until its editor takes them, by the name of the text: also where their field goes
 * before the editor comes, as when a window is made narrow.
 */
export function earlyInputOn(text: string): RefObject<EarlyInput | null> {
  const words = kept.get(text) ?? { current: null };
  kept.set(text, words);
  return words;
}
