import type { DebateState } from '../debate/engine/state.ts';
import type { Visibility } from '../debate/head/head.ts';
import type { BallotTable } from '../debate/votes/ballot-rows.ts';
import type { TablePreview } from './csv/claim-table.ts';
import type { Template } from './template/template-schema.ts';

/** A debate to be written to a file, or read from one. */
export interface ExchangedDebate {
  /** The exporter's projection. */
  readonly state: DebateState;
  /** Participants' names, as far as shown: names, pseudonyms, or nothing. */
  readonly names: ReadonlyMap<string, string>;
  /** The votes of a ballot for research, for everyone's votes are in no projection; absent: another ballot, or a past moment. */
  readonly ballots?: BallotTable | null;
  /** The branch of a debate that this is; absent or `null`: it is a whole debate. */
  readonly branch?: Branch | null;
  /** Content of a file of another format that a debate can't hold: it is exported again in that format. */
  readonly kept: readonly Preserved[];
}

/** A branch of a debate. */
export interface Branch {
  /** A claim or a position. */
  readonly id: string;
  /** The exporter's projection of the whole debate: claims keep their numbers and strengths there. */
  readonly whole: DebateState;
}

/** Records of a file, unchanged. */
export interface Preserved {
  readonly format: string;
  readonly records: readonly unknown[];
}

/** Content of a file that the debate doesn't have, or not unchanged. */
export interface SetAside {
  readonly why: SetAsideReason;
  /** A description, as far as possible: a text, an id, a word of the format. */
  readonly what: string;
  /** From 1; `null` if a file has no lines, or it is unknown. */
  readonly line: number | null;
}

/** Why content was skipped: each reason has a sentence in `sentences.ts`. */
export const SET_ASIDE_REASONS = [
  'no_claim', // text that takes no part in the argument
  'not_public', // content that not everyone saw in its debate
  'no_place', // a kind of record an argument map does not show; kept for an export in that format
  'merged', // a claim that another one stands for
  'earlier_wording', // a vote on words that the file doesn't have
  'links_nothing', // a relation of which an end is missing
  'ambiguous_reply', // its text is that of more than one claim; it replies to the first of them
  'self_link', // a claim does not argue about itself
  'duplicate_link',
  'too_long', // a claim, cut; its whole text stands as a source
  'shortened', // cut; the rest is lost
  'long_passage', // left out
  'too_many_cited', // a source that its claim does not cite any longer, or a passage that is left out
  'empty',
  'repeated', // the same record twice; the last one counts
  'unknown_value',
  'formatting', // bold, tags, data of the format
  'other_discussion', // a reference to what is not in the file
  'undercut_of_nothing', // its target has no step: it attacks the claim
  'unknown_field',
  'no_votes',
  'long_motion', // left out
  'about_people', // a statement of Polis that is no opinion
  'bad_address',
  'not_kept', // more than a debate keeps of its file
  'bundled', // more theses than a debate has positions
] as const;
export type SetAsideReason = (typeof SET_ASIDE_REASONS)[number];

/** The content found in a file. */
export interface Imported extends ExchangedDebate {
  readonly setAside: readonly SetAside[];
  /** For one table of claims: the detected fields of its columns. */
  readonly table?: TablePreview;
  /** For a template: what a debate is started from. */
  readonly template?: Template;
}

/** The owner of an imported debate, and the time. */
export interface NewOwner {
  readonly ownerId: string;
  readonly visibility: Visibility;
  /** Server time; nothing in the file is later than it. */
  readonly now: number;
}
