import type { Effect, EntryFrame } from './entries.ts';
import type { Operation } from './operations.ts';
import type { DebateState } from './state.ts';

export type EventType = Effect['type'];

export type EffectOf<T extends EventType> = Extract<Effect, { type: T }>;

/**
 * How viewers are sent an event: as its entry, less what they may not know; as what changed because of it (the counts of votes or ratings,
 * all the viewer may know of a poll, the floor, …); as a sanction, to moderators alone; or as the content that becomes visible or hidden.
 */
export type SentAs =
  | 'entry'
  | 'tally'
  | 'rating'
  | 'poll'
  | 'floor'
  | 'spotlight'
  | 'group'
  | 'suggestion'
  | 'report'
  | 'sanction'
  | 'content';

/** The meaning of a type of effect. Every type has one, in its noun's `events.ts`. */
export interface EventDefinition<T extends EventType> {
  /** Folds it. Never refuses: entries outlive rules. */
  readonly evolve: (state: DebateState, effect: EffectOf<T>, entry: EntryFrame) => DebateState;
  /** The operation that undoes it, made from the state before it; null: nothing to undo. */
  readonly invert: (before: DebateState, effect: EffectOf<T>, actor: string) => Operation | null;
  /** The claim, link, comment, position, source or question that it, or the text in it, is about; null: none. It is as visible as that. */
  readonly subject: (effect: EffectOf<T>) => string | null;
  readonly sentAs: SentAs;
}

/** A definition for each of these types. */
export type EventDefinitions<T extends EventType> = { readonly [Type in T]: EventDefinition<Type> };

/** Undo leaves it as it is. */
export const isFinal = () => null;

/** Subjects by the field that names them. */
export const about = {
  claim: ({ claimId }: { readonly claimId: string }) => claimId,
  link: ({ linkId }: { readonly linkId: string }) => linkId,
  comment: ({ commentId }: { readonly commentId: string }) => commentId,
  question: ({ questionId }: { readonly questionId: string }) => questionId,
  source: ({ sourceId }: { readonly sourceId: string }) => sourceId,
  on: ({ on }: { readonly on: string }) => on,
  nothing: () => null,
};
