import type { DebateState } from '../engine/state.ts';
import { isHiddenFromReaders } from '../visibility/hidden-content.ts';
import { questionNow } from '../visibility/shown-question.ts';

/** Subjects of the spotlight besides claims: pictures of the whole debate, and its conclusion, by names that no claim has. */
export const PICTURES = [
  '~opinions',
  '~perspectives',
  '~participation',
  '~speaking',
  '~strengths',
  '~results',
  '~conclusion',
] as const;
export type PictureName = (typeof PICTURES)[number];

/** The picture with this name; null: it is a claim's id. */
export function pictureNamed(on: string): PictureName | null {
  return PICTURES.find((name) => name === on) ?? null;
}

/** True for a picture or a question, which are shown on the stage and have no place on the board. */
export function isOnStageOnly({ questions }: Pick<DebateState, 'questions'>, on: string): boolean {
  return pictureNamed(on) !== null || questions.has(on);
}

/** True if this can be in the spotlight: a picture, or an existing, active claim or question that is hidden from nobody. */
export function canBeLit(state: DebateState, on: string): boolean {
  if (pictureNamed(on)) return true;
  const [claim, question] = [state.claims.get(on), state.questions.get(on)];
  const isActive = claim
    ? !claim.retracted
    : question && !question.withdrawn && questionNow(state, on) === on;
  return isActive === true && !isHiddenFromReaders(state, on);
}

/** A state without a spotlight on what not everyone can see any longer. `before`: the state it was made from. */
export function withoutIdleSpotlight(state: DebateState, before: DebateState): DebateState {
  if (state.spotlight === null || !mayHaveGone(state, before)) return state;
  return canBeLit(state, state.spotlight.on) ? state : { ...state, spotlight: null };
}

function mayHaveGone(state: DebateState, before: DebateState): boolean {
  return (
    state.spotlight !== before.spotlight ||
    state.claims !== before.claims ||
    state.questions !== before.questions ||
    state.hidden !== before.hidden ||
    state.embargoed !== before.embargoed ||
    state.links !== before.links ||
    state.merges !== before.merges
  );
}
