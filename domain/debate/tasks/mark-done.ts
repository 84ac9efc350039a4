import type { ProjectedEntry } from '../engine/entries.ts';
import { LIMITS } from '../engine/limits.ts';
import type { DebateState } from '../engine/state.ts';
import { runningTasks } from './running-tasks.ts';
import type { TaskKind } from './task.ts';

/** A record with the ids of the tasks that ran when it was made. */
interface Marked {
  readonly tasks?: readonly string[];
}

/**
 * A state in which what an entry did is marked with the tasks that run at its time. A mark alone is not progress: what no longer stands
 * doesn't count.
 */
export function markDone(state: DebateState, { effect, at, author }: ProjectedEntry): DebateState {
  if (state.tasks.size === 0) return state;
  const mark = <Record extends Marked>(record: Record, ...kinds: TaskKind[]): Record => {
    const running = runningTasks(state, kinds, at).filter((id) => !record.tasks?.includes(id));
    if (running.length === 0) return record;
    const marks = [...(record.tasks ?? []), ...running];
    // Marks of removed tasks count again if that is undone, but would pile up on a vote that changes often.
    const kept = marks.length > LIMITS.tasks ? marks.filter((id) => state.tasks.has(id)) : marks;
    return { ...record, tasks: kept.sort() };
  };
  switch (effect.type) {
    case 'claim.added':
    case 'claim.cited': {
      const claim = state.claims.get(effect.claimId);
      if (!claim) return state;
      const isSourced = effect.type === 'claim.cited' || effect.sources.length > 0;
      const sourced = isSourced ? mark(claim, 'sources') : claim;
      const done = effect.type === 'claim.added' ? mark(sourced, 'claims', 'replies') : sourced;
      return done === claim ? state : { ...state, claims: state.claims.set(claim.id, done) };
    }
    case 'comment.added': {
      const comment = state.comments.get(effect.commentId);
      const done = comment && mark(comment, 'comments');
      return done && done !== comment ? { ...state, comments: state.comments.set(done.id, done) } : state;
    }
    case 'vote.cast': {
      const votes = state.votes.get(effect.claimId);
      const vote = votes?.get(author);
      const done = vote && mark(vote, 'votes');
      return votes && done && done !== vote
        ? { ...state, votes: state.votes.set(effect.claimId, votes.set(author, done)) }
        : state;
    }
    default:
      return state;
  }
}
