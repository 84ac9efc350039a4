import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Operation } from '../../../domain/debate/engine/operations.ts';
import { DebateBuilder } from '../debate-builder.ts';
import { ALL_CASES, aBusyDebate, asker } from './pair-cases.ts';
import { MEETINGS } from './pair-meetings.ts';
import type { Asked } from './pair-outcome.ts';

/** A row of the table of pairs in SPEC.md: what becomes of a later operation of these types where they meet so. */
export interface PairRow {
  readonly first: readonly string[];
  readonly later: readonly string[];
  readonly meeting: string;
  readonly outcome: string;
  readonly rule: string;
}

/** What becomes of two operations that no row speaks of. */
export const OTHERWISE = 'both stand';

/** The table as it stands in SPEC.md, in its order. */
export function readPairTable(): PairRow[] {
  const spec = readFileSync(join(import.meta.dirname, '../../../domain/SPEC.md'), 'utf8');
  const [, table = ''] = spec.split(/^\| first +\| later +\| where they meet +\|.*\n\|[ |-]+\n/m);
  const lines = table.split('\n').slice(
    0,
    table.split('\n').findIndex((line) => !line.startsWith('|')),
  );
  return lines.map((line) => {
    const [first = '', later = '', meeting = '', outcome = '', rule = ''] = line
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    return { first: typesIn(first), later: typesIn(later), meeting, outcome, rule };
  });
}

/** The row that speaks of two operations: the first that fits; undefined where none does. */
export function rowFor(
  table: readonly PairRow[],
  { state }: DebateBuilder,
  first: Asked,
  later: Asked,
): PairRow | undefined {
  return table.find(
    (row) =>
      row.first.includes(first.operation.type) &&
      row.later.includes(later.operation.type) &&
      MEETINGS[row.meeting]?.(first, later, state),
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

function typesIn(cell: string): string[] {
  return [...cell.matchAll(/`([a-z]+\.[a-z]+)`/g)].map(([, type = '']) => type);
}
