import type { Target } from '../map/link.ts';
import type { Decision } from './decision.ts';
import type { OperationOf, OperationType } from './operations.ts';
import type { Actor } from './permissions.ts';
import type { RejectionCode } from './rejections.ts';
import type { DebateState } from './state.ts';

/** The id of a contribution that an operation names, and the rejection if it doesn't exist for the actor. */
export type Reference = readonly [id: string, code: RejectionCode];

type Refers<T extends OperationType> = (
  operation: OperationOf<T>,
  state: DebateState,
) => readonly Reference[];

/** How an operation is decided. In modules of its own: pages that only show a debate don't load them. */
export interface OperationRule<T extends OperationType> {
  /** The effects on this state, or the rejection. `now`: server time; null in a prediction. */
  readonly decide: (
    state: DebateState,
    operation: OperationOf<T>,
    actor: Actor,
    now: number | null,
  ) => Decision;
  /** The contributions it names, without those it creates. */
  readonly refersTo: Refers<T>;
  /** Contributions that only moderators may name: others are not shown whether these exist. */
  readonly moderatorsReferTo?: Refers<T>;
  /** True if a lock keeps everyone but moderators from it. */
  readonly isLocked: (state: DebateState, operation: OperationOf<T>, participantId: string) => boolean;
}

/** A rule for each of these operations. */
export type OperationRules<T extends OperationType> = { readonly [Type in T]: OperationRule<Type> };

export const namesNothing = () => [];

export const neverLocked = () => false;

/** References by kind. */
export const referTo = {
  claim: (id: string): Reference => [id, 'unknown_claim'],
  link: (id: string): Reference => [id, 'unknown_link'],
  source: (id: string): Reference => [id, 'unknown_source'],
  comment: (id: string): Reference => [id, 'unknown_comment'],
  question: (id: string): Reference => [id, 'unknown_question'],
  /** A claim, a comment, or whatever else may be moderated. */
  content: (id: string): Reference => [id, 'unknown_target'],
  target: ({ kind, id }: Target): Reference => [id, kind === 'link' ? 'unknown_link' : 'unknown_target'],
  /** A suggestion is as visible as its claim. */
  suggestion: (
    { suggestionId }: { readonly suggestionId: string },
    { suggestions }: DebateState,
  ): readonly Reference[] => {
    const claimId = suggestions.get(suggestionId)?.claimId;
    return claimId === undefined ? [] : [[claimId, 'unknown_suggestion']];
  },
};
