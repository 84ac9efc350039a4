import type { Operation } from '#domain/debate/engine/operations.ts';
import { PAIRS, type PairRow } from '#domain/spec/pairs.ts';
import { DebateBuilder } from '../debate-builder.ts';
import { aBusyDebate } from './busy-debate.ts';
import { ALL_CASES, asker } from './pair-cases.ts';
import { MEETINGS } from './pair-meetings.ts';
import type { Asked } from './pair-outcome.ts';

/** The outcome of two operations that no row mentions. */
export const OTHERWISE = 'both apply';

/** The row of the table that applies to two operations: the first that fits; undefined if none does. */
export function rowFor({ state }: DebateBuilder, first: Asked, later: Asked): PairRow | undefined {
  return PAIRS.find(
    (row) =>
      row.first.includes(first.operation.type) &&
      row.later.includes(later.operation.type) &&
      MEETINGS[row.where]?.(first, later, state),
  );
}

const NONE = new DebateBuilder();
const BUSY = aBusyDebate();

/** One of these and then any other, on the debate they are made for: by two people, and by one in two tabs. */
export function* pairsOf(
  operations: readonly Operation[],
): Generator<readonly [debate: DebateBuilder, first: Asked, later: Asked]> {
  const [none, busy] = [NONE, BUSY];
  for (const one of operations) {
    const debate = one.type === 'debate.create' ? none : busy;
    const first = askedIn(debate, one, 'first');
    const others = ALL_CASES.filter(({ type }) => (type === 'debate.create') === (debate === none));
    for (const other of others) {
      yield [debate, first, askedIn(debate, other, 'later')];
      yield [debate, first, askedIn(debate, other, 'first')];
    }
  }
}

type Turn = 'first' | 'later';

const known = new Map<Turn, WeakMap<Operation, Asked>>([
  ['first', new WeakMap()],
  ['later', new WeakMap()],
]);

/** The same for the same operation and turn, so that what becomes of it alone is found out once. */
function askedIn(debate: DebateBuilder, operation: Operation, turn: Turn): Asked {
  const asked = known.get(turn)?.get(operation) ?? {
    operation,
    actor: debate.actor(asker(operation.type, turn)),
  };
  known.get(turn)?.set(operation, asked);
  return asked;
}
