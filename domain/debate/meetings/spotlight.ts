import type { DebateState } from '../engine/state.ts';
import { isHiddenFromReaders } from '../visibility/hidden-content.ts';

/** What everybody may be shown beside claims: pictures of the debate as a whole, by names that no claim has. */
export const PICTURES = ['~opinions', '~participation', '~strengths', '~results'] as const;
export type PictureName = (typeof PICTURES)[number];

/** The picture of this name; null: it is a claim's. */
export function pictureNamed(on: string): PictureName | null {
  return PICTURES.find((name) => name === on) ?? null;
}

/** Can everybody be shown this: a picture, or a claim that is there, stands, and is withheld from nobody? */
export function canBeLit(state: DebateState, on: string): boolean {
  if (pictureNamed(on)) return true;
  const claim = state.claims.get(on);
  return claim !== undefined && !claim.retracted && !isHiddenFromReaders(state, on);
}

/** A state in which no light is left on what not everybody can see any more. `before`: the state it was made of. */
export function withoutIdleLight(state: DebateState, before: DebateState): DebateState {
  if (state.light === null || !mayHaveGone(state, before)) return state;
  return canBeLit(state, state.light.on) ? state : { ...state, light: null };
}

function mayHaveGone(state: DebateState, before: DebateState): boolean {
  return (
    state.light !== before.light ||
    state.claims !== before.claims ||
    state.withheld !== before.withheld ||
    state.veiled !== before.veiled ||
    state.links !== before.links ||
    state.merges !== before.merges
  );
}
