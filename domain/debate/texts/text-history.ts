import type { TextChange } from '../../ot/text-change.ts';

/** An applied change of a text, kept so that later ones made on an older revision can be merged. */
export interface RememberedChange {
  readonly revision: number;
  /** Number of the entry that made it, or of the last public one before it. */
  readonly seq: number;
  readonly change: TextChange;
}

/** The remembered changes of a text. A text that was never changed has none. */
export interface TextHistory {
  /** Counts changes, from 1. */
  readonly revision: number;
  /** The changes since it was sealed, as many as are remembered. */
  readonly changes: readonly RememberedChange[];
  /** The text as last sealed, if it has been changed since; null: the current text is sealed. */
  readonly sealed: string | null;
}
