import { accept, type Decision } from '../engine/decision.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, may } from '../engine/permissions.ts';
import { refuse } from '../engine/refusal.ts';
import type { DebateState } from '../engine/state.ts';
import { questionNow } from '../visibility/shown-question.ts';
import { canBeLit, pictureNamed } from './spotlight.ts';

/** Puts a claim in the spotlight, on the stage and for followers, or brings everyone there; or a picture or a question, on the stage. */
export function decideSpotlight(
  state: DebateState,
  { on, call, from }: OperationOf<'spotlight.set'>,
  actor: Actor,
): Decision {
  if (!may(state, actor, 'spotlight.set')) return refuse('not_allowed');
  if (on === null) {
    // The subject that they wanted to clear has gone already: another one, put there since, stays.
    const isGone = state.spotlight === null || (from !== undefined && state.spotlight.on !== from);
    return isGone ? refuse('nothing_changed') : accept({ type: 'spotlight.set', on, call: false });
  }
  if (pictureNamed(on)) {
    if (state.spotlight?.on === on) return refuse('nothing_changed');
    // A picture has no place on the board to bring people to.
    return accept({ type: 'spotlight.set', on, call: false });
  }
  const question = state.questions.get(on);
  if (question) return decideQuestion(state, question);
  const claim = state.claims.get(on);
  if (!claim) return refuse('unknown_claim');
  if (claim.retracted) return refuse('claim_retracted');
  if (!canBeLit(state, on)) return refuse('content_hidden');
  if (state.spotlight?.on === on && !call) return refuse('nothing_changed');
  return accept({ type: 'spotlight.set', on, call });
}

/** A question is shown on the stage alone: it has no place on the board. */
function decideQuestion(state: DebateState, { id: on, withdrawn }: Question): Decision {
  if (withdrawn) return refuse('question_withdrawn');
  if (questionNow(state, on) !== on) return refuse('question_merged');
  if (!canBeLit(state, on)) return refuse('content_hidden');
  if (state.spotlight?.on === on) return refuse('nothing_changed');
  return accept({ type: 'spotlight.set', on, call: false });
}

type Question = NonNullable<ReturnType<DebateState['questions']['get']>>;
