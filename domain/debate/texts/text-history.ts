import type { TextChange } from '../../ot/text-change.ts';

/** A change of a text as it took effect, kept so that later ones made on an older revision can be merged. */
export interface RememberedChange {
  readonly revision: number;
  /** Number of the entry that made it, or of the last public one before it. */
  readonly seq: number;
  readonly change: TextChange;
}

/** What is remembered of how a text came about. A text that was never changed has none. */
export interface TextHistory {
  /** Counts changes, from 1. */
  readonly revision: number;
  /** Those since it was sealed, as many as are remembered. */
  readonly changes: readonly RememberedChange[];
  /** The text as it was last sealed, while it has been changed since; null: it stands sealed. */
  readonly sealed: string | null;
}
