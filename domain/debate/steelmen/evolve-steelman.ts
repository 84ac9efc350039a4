import type { EffectOn, EntryFrame } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import { isSteelman, type SteelmanAnswer } from '../map/steelman.ts';

/** Folds answers to a steelman. Whether it is recognized was decided with them: later teams and settings don't change it. */
export function evolveSteelman(
  state: DebateState,
  effect: EffectOn<'steelman'>,
  entry: EntryFrame,
): DebateState {
  const claim = state.claims.get(effect.claimId);
  if (!claim || !isSteelman(claim)) return state;
  const removed = effect.type === 'steelman.answered' ? effect.instead : effect.answerId;
  const before = claim.steelman.answers;
  const others = removed === undefined ? before : before.filter(({ id }) => id !== removed);
  const answers = effect.type === 'steelman.answered' ? [...others, answerIn(effect, entry)] : others;
  const steelman = { ...claim.steelman, recognized: effect.recognized, answers };
  return { ...state, claims: state.claims.set(claim.id, { ...claim, steelman }) };
}

function answerIn(
  { answerId: id, wording, agrees, recorded }: Extract<EffectOn<'steelman'>, { agrees: boolean }>,
  { author, at }: EntryFrame,
): SteelmanAnswer {
  return {
    id,
    author,
    at,
    wording,
    agrees,
    ...(recorded && { recorded }),
  };
}
