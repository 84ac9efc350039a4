import type { DebateState } from '../debate/engine/state.ts';
import type { TablePreview } from './csv/claim-table.ts';

/** A debate as it goes into a file, or came out of one. */
export interface ExchangedDebate {
  /** What whoever exports it may see: a projection. */
  readonly state: DebateState;
  /** What participants are called, as far as it is told: names, pseudonyms, or nothing. */
  readonly names: ReadonlyMap<string, string>;
  /** What a file of another format held that a debate cannot: it goes out again in that format. */
  readonly kept: readonly Kept[];
}

/** Records of a file as they stood there. */
export interface Kept {
  readonly format: string;
  readonly records: readonly unknown[];
}

/** Something of a file that the debate has not, or not as it stood there. */
export interface SetAside {
  readonly why: SetAsideReason;
  /** What it was, as far as it can be named: a text, an id, a word of the format. */
  readonly what: string;
  /** From 1; null where a file has no lines, or it is not known. */
  readonly line: number | null;
}

/** Why something was set aside: each has a sentence in `sentences.ts`. */
export const SET_ASIDE_REASONS = [
  'no_claim', // text that takes no part in the argument
  'no_place', // a kind of record an argument map does not show; kept for an export in that format
  'links_nothing', // a relation of which an end is missing
  'self_link', // a claim does not argue about itself
  'duplicate_link',
  'too_long', // cut; its whole text stands as a source
  'empty',
  'repeated', // the same record twice; the last one counts
  'unknown_value',
  'formatting', // bold, tags, data of the format
  'other_discussion', // a reference to what is not in the file
  'undercut_of_nothing', // what it denies has no step: it attacks the claim
  'unknown_field',
  'no_votes',
  'about_people', // a statement of Polis that is no opinion
  'bad_address',
  'not_kept', // more than a debate keeps of its file
  'bundled', // more theses than a debate has positions
] as const;
export type SetAsideReason = (typeof SET_ASIDE_REASONS)[number];

/** What a file was found to hold. */
export interface Imported extends ExchangedDebate {
  readonly setAside: readonly SetAside[];
  /** Of one table of claims: what its columns were taken for. */
  readonly table?: TablePreview;
}
