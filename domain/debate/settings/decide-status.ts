import { accept, type Decision } from '../engine/decision.ts';
import { LIMITS } from '../engine/limits.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, may } from '../engine/permissions.ts';
import { refuse } from '../engine/refusal.ts';
import type { DebateState } from '../engine/state.ts';
import { textProblem } from '../texts/wording.ts';
import { endDebate } from './end-debate.ts';
import { isClear } from './is-clear.ts';

type LifeOperation = OperationOf<
  'debate.setVisibility' | 'debate.setStatus' | 'debate.delete' | 'debate.clear' | 'debate.restrict'
>;

/** Changes who can find the debate, its status, and its end. */
export function decideStatus(state: DebateState, operation: LifeOperation, actor: Actor): Decision {
  if (!may(state, actor, operation.type)) return refuse('not_allowed');
  switch (operation.type) {
    case 'debate.setVisibility': {
      const { visibility } = operation;
      return state.head?.visibility === visibility
        ? refuse('nothing_changed')
        : accept({ type: 'debate.visibilityChanged', visibility });
    }
    case 'debate.setStatus': {
      const { status } = operation;
      if (status === 'open' && state.head?.restrictions?.closed) return refuse('closed_by_administrator');
      if (state.head?.status === status) return refuse('nothing_changed');
      const ended = status === 'open' ? [] : endDebate(state);
      return accept({ type: 'debate.statusChanged', status }, ...ended);
    }
    case 'debate.delete': {
      const { deleted } = operation;
      if (!deleted && state.head?.restrictions?.deleted) return refuse('deleted_by_administrator');
      return state.head?.deleted === deleted
        ? refuse('nothing_changed')
        : accept({ type: 'debate.deleted', deleted });
    }
    case 'debate.restrict': {
      const { restriction, reason } = operation;
      const known = state.head?.restrictions?.[restriction]?.reason ?? null;
      if (known === reason) return refuse('nothing_changed');
      const problem = reason === null ? null : textProblem(reason, LIMITS.restrictionCharacters);
      if (problem) return refuse(problem);
      const closes = restriction === 'closed' && reason !== null && state.head?.status === 'open';
      const ended = closes ? endDebate(state) : [];
      return accept({ type: 'debate.restricted', restriction, reason }, ...ended);
    }
    case 'debate.clear':
      return isClear(state) ? refuse('nothing_changed') : accept({ type: 'debate.cleared' });
  }
}
