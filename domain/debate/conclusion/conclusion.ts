import type { ConclusionSection } from '../texts/texts.ts';

/** The text that a debate writes together at its end: what people agree on, where they differ, what would change their minds. */
export interface Conclusion extends Readonly<Record<ConclusionSection, string>> {
  /** True while people write it. */
  readonly open: boolean;
  /** When it was begun, or the board was cleared of an earlier one. */
  readonly begunAt: number;
  readonly editedAt: number | null;
  /** Counts its edits, from 1, also those before the board was cleared: a signature names the one that its author read. */
  readonly revision: number;
}

/** A person signed the conclusion for a position, or a moderator recorded that the position has. */
export interface Signature {
  readonly id: string;
  readonly positionId: string;
  readonly author: string;
  readonly at: number;
  /** The revision that was signed; 0: an earlier one, from a file. */
  readonly revision: number;
  /** A moderator recorded it for the position as a whole. */
  readonly recorded?: true;
}
