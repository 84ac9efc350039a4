import { accept, type Decision, refuse } from './decision.ts';
import { LIMITS } from './limits.ts';
import type { OperationOf } from './operations.ts';
import { type Actor, may } from './permissions.ts';
import type { DebateState } from './state.ts';
import { authorOf } from './withheld.ts';
import { textProblem } from './wording.ts';

/** Do contributions of this person wait until they are accepted? */
export function isHeldFor({ head }: DebateState, { role }: Actor): boolean {
  return head?.settings.held.some((held) => held === role) ?? false;
}

/** Returning what waits to its author, with a reason; and letting it wait, again or once more. */
export function decideApproval(
  state: DebateState,
  operation: OperationOf<'content.hold' | 'content.return'>,
  actor: Actor,
): Decision {
  const named = [...new Set(operation.ids)];
  const authors = named.map((id) => authorOf(state, id));
  if (authors.some((author) => !may(state, actor, operation.type, author ?? null)))
    return refuse('not_allowed');
  if (authors.includes(undefined)) return refuse('unknown_target');
  if (operation.type === 'content.hold') {
    const steers = may(state, actor, 'content.return');
    const from = steers ? [undefined, 'returned'] : ['returned'];
    const ids = named.filter((id) => from.includes(state.withheld.get(id)?.how));
    if (ids.length === 0) return refuse('nothing_changed');
    const held = { type: 'content.held', ids } as const;
    return accept(ids.every((id) => state.withheld.has(id)) ? held : { ...held, veiled: true });
  }
  const { reason, note } = operation;
  const problem =
    textProblem(reason, LIMITS.reasonCharacters) ?? textProblem(note, LIMITS.noteCharacters, 'allowed');
  if (problem) return refuse(problem);
  const ids = named.filter((id) => state.withheld.get(id)?.how === 'held');
  return ids.length === 0
    ? refuse('nothing_changed')
    : accept({ type: 'content.returned', ids, reason, note });
}
