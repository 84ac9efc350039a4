import { decide } from '#domain/debate/engine/decide.ts';
import { evolveAll } from '#domain/debate/engine/evolve.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { type Actor, actorOf } from '#domain/debate/engine/permissions.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { toLogEntries } from '#domain/debate/engine/to-log-entries.ts';
import { lostFacts, type Placing } from './lost-facts.ts';

/** An operation, and who asks for it. */
export interface Asked {
  readonly operation: Operation;
  readonly actor: Actor;
}

type Outcome = DebateState | string;

/** Each operation meets hundreds of others on the same state. */
const outcomes = new WeakMap<Asked, WeakMap<DebateState, Outcome>>();

/** The state an operation makes; or the code with which it is refused. */
export function outcomeAlone(state: DebateState, asked: Asked): Outcome {
  const known = outcomes.get(asked) ?? new WeakMap<DebateState, Outcome>();
  outcomes.set(asked, known);
  const outcome = known.get(state) ?? tryAlone(state, asked);
  known.set(state, outcome);
  return outcome;
}

function tryAlone(state: DebateState, { operation, actor }: Asked): Outcome {
  const decision = decide(state, operation, actor);
  if (!decision.ok) return decision.rejection.code;
  const people = { actor: actor.id, author: decision.author ?? actor.id };
  return evolveAll(state, toLogEntries(state, decision.effects, people, 5_000));
}

/** Tests whether each of two operations is allowed on a state alone: otherwise nobody could submit both. */
export function canBothBeAsked(state: DebateState, first: Asked, later: Asked): boolean {
  return [first, later].every((asked) => typeof outcomeAlone(state, asked) !== 'string');
}

/**
 * The outcome of two operations made on one state, in the words of domain/spec/pairs.ts. `null`: one of them is not allowed
 * there alone, so nobody could submit both.
 */
export function outcomeOf(state: DebateState, first: Asked, later: Asked): string | null {
  const [withFirst, withLater] = [outcomeAlone(state, first), outcomeAlone(state, later)];
  if (typeof withFirst === 'string' || typeof withLater === 'string') return null;
  // In the role they have by then: the first may have changed it.
  const actor = actorOf(withFirst, later.actor.id) ?? later.actor;
  const withBoth = outcomeAlone(withFirst, { ...later, actor });
  if (typeof withBoth === 'string') return `refused: ${withBoth}`;
  const placed = [first, later].flatMap(({ operation }) => placedBy(operation, state) ?? []);
  const named = 'after' in later.operation ? later.operation.after : null;
  const lostBy = (alone: DebateState, placing: Placing) => lostFacts(state, alone, withBoth, placing);
  const lostByLater = lostBy(withLater, { placed, named: named ?? null });
  if (lostByLater.length > 0)
    return lostByLater.every((fact) => fact === 'behind') ? 'both apply, the later last' : 'merged';
  return lostBy(withFirst, { placed, named: null }).length > 0 ? 'the later wins' : 'both apply';
}

/** The parent link whose place an operation chooses. */
function placedBy(operation: Operation, state: DebateState): string | null {
  if (operation.type === 'claim.add') return operation.linkId;
  if (operation.type !== 'claim.move') return null;
  return state.claims.get(operation.claimId)?.parentLink ?? null;
}
