import type { Phase } from '../phases/agenda.ts';
import type { PollKind } from '../polls/poll.ts';

/** The kind of the poll on the motion that a phase opens when it starts and closes when it ends; null: none. */
export function pollKindOf({ kind }: Pick<Phase, 'kind'>): PollKind | null {
  if (kind === 'opening_poll') return 'before';
  return kind === 'closing_poll' ? 'after' : null;
}
