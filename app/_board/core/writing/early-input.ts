import type { RefObject } from 'react';

/** Text the viewer typed before the editor was loaded, and what was selected. */
export interface EarlyInput {
  /** The text when they began. */
  readonly was: string;
  readonly now: string;
  /** The selected part of it; the caret's place twice if nothing was selected. */
  readonly selected: readonly [from: number, to: number];
  /** True if they had finished already. */
  readonly done: boolean;
}

const kept = new Map<string, RefObject<EarlyInput | null>>();

/**
 * Returns where the words typed into a text are kept until its editor takes them, by the text's name: also if their field is removed
 * before the editor is loaded, as when a window is narrowed.
 */
export function earlyInputOn(text: string): RefObject<EarlyInput | null> {
  const words = kept.get(text) ?? { current: null };
  kept.set(text, words);
  return words;
}
