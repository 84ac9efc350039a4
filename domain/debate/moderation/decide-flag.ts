import { accept, type Decision } from '../engine/decision.ts';
import { LIMITS } from '../engine/limits.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, may } from '../engine/permissions.ts';
import { refuse } from '../engine/refusal.ts';
import type { RejectionCode } from '../engine/rejections.ts';
import type { DebateState } from '../engine/state.ts';
import { textProblem } from '../texts/wording.ts';
import { authorOf } from '../visibility/hidden-content.ts';
import { flagOf } from './flags.ts';
import { COMMENT_FLAGS, POINTING_FLAGS } from './review.ts';

type FlagOperation = OperationOf<'flag.set' | 'flag.clear' | 'flag.answer'>;

/** Flags a problem of a claim or comment, removes the flag, or reports that the problem is resolved. */
export function decideFlag(state: DebateState, operation: FlagOperation, actor: Actor): Decision {
  const { on, what } = operation;
  const author = authorOf(state, on);
  if (!may(state, actor, operation.type, author ?? null)) return refuse('not_allowed');
  if (author === undefined || state.questions.has(on)) return refuse('unknown_target');
  const mark = flagOf(state, on, what);
  switch (operation.type) {
    case 'flag.set': {
      const { type, ...put } = operation;
      const problem = activityProblem(state, on) ?? putProblem(state, operation);
      if (problem) return refuse(problem);
      const isThere = mark?.other === put.other && mark.note === put.note && mark.revised === put.revised;
      return isThere ? refuse('nothing_changed') : accept({ type, ...put });
    }
    case 'flag.clear':
      return mark ? accept({ type: 'flag.cleared', on, what }) : refuse('nothing_changed');
    case 'flag.answer': {
      const { revised } = operation;
      const problem = activityProblem(state, on);
      if (problem) return refuse(problem);
      if (!mark || mark.revised === revised) return refuse('nothing_changed');
      return accept({ type: 'flag.answered', on, what, revised });
    }
  }
}

/** Retracted content is no longer reviewed, nor are merged claims. */
function activityProblem(state: DebateState, on: string): RejectionCode | null {
  if (state.claims.get(on)?.retracted) return 'claim_retracted';
  if (state.merges.has(on)) return 'claim_merged';
  return state.comments.get(on)?.withdrawn ? 'comment_withdrawn' : null;
}

function putProblem(
  state: DebateState,
  { on, what, other, note }: OperationOf<'flag.set'>,
): ReturnType<typeof textProblem> | RejectionCode {
  if (state.comments.has(on) && !COMMENT_FLAGS.includes(what)) return 'invalid';
  if (other !== null && (other === on || !POINTING_FLAGS.includes(what))) return 'invalid';
  if (other !== null && !state.claims.has(other)) return 'unknown_claim';
  return textProblem(note, LIMITS.noteCharacters, 'allowed');
}
