import { accept, type Decision, refuse } from './decision.ts';
import type { OperationOf, OperationType } from './operations.ts';
import { type Actor, may } from './permissions.ts';
import type { DebateState } from './state.ts';

/** What people write and vote, and what stands around it: in a debate that is not open nothing of it is taken. */
export const STOPPED_WHEN_CLOSED: readonly OperationType[] = [
  'debate.edit',
  'debate.clear',
  'position.add',
  'position.edit',
  'summary.edit',
  'claim.add',
  'claim.edit',
  'claim.move',
  'claim.retract',
  'claim.restore',
  'claim.merge',
  'claim.unmerge',
  'claim.split',
  'claim.join',
  'claim.cite',
  'claim.uncite',
  'link.add',
  'link.retract',
  'link.restore',
  'source.add',
  'source.edit',
  'vote.cast',
  'vote.withdraw',
  'comment.add',
  'comment.edit',
  'comment.withdraw',
  'comment.restore',
  'comment.resolve',
  'team.choose',
  'content.hold',
  'mark.answer',
];

/** Is this a time at which such an operation is not taken from anybody? The server itself may still finish its work. */
export function isStopped({ head }: DebateState, type: OperationType, actor: Actor): boolean {
  if (head === null || actor.role === 'system') return false;
  if (head.deleted) return type !== 'debate.delete';
  return head.life !== 'open' && STOPPED_WHEN_CLOSED.includes(type);
}

type LifeOperation = OperationOf<'debate.show' | 'debate.turn' | 'debate.delete' | 'debate.clear'>;

/** Who may find the debate, whether it is open, and its end. */
export function decideLife(state: DebateState, operation: LifeOperation, actor: Actor): Decision {
  if (!may(state, actor, operation.type)) return refuse('not_allowed');
  switch (operation.type) {
    case 'debate.show': {
      const { visibility } = operation;
      return state.head?.visibility === visibility
        ? refuse('nothing_changed')
        : accept({ type: 'debate.shown', visibility });
    }
    case 'debate.turn': {
      const { life } = operation;
      return state.head?.life === life ? refuse('nothing_changed') : accept({ type: 'debate.turned', life });
    }
    case 'debate.delete': {
      const { deleted } = operation;
      return state.head?.deleted === deleted
        ? refuse('nothing_changed')
        : accept({ type: 'debate.deleted', deleted });
    }
    case 'debate.clear':
      return isClear(state) ? refuse('nothing_changed') : accept({ type: 'debate.cleared' });
  }
}

/** Is nothing there but the motion, its positions and people? */
function isClear({ claims, links, sources, comments }: DebateState): boolean {
  return [claims, links, sources, comments].every(({ size }) => size === 0);
}
