import { describe, expect, test } from 'vitest';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { Operation, OperationType } from '#domain/debate/engine/operations.ts';
import type { RejectionCode } from '#domain/debate/engine/rejections.ts';
import { PAIRS } from '#domain/spec/pairs.ts';
import {
  aDebate,
  cite,
  type DebateBuilder,
  editTo,
  move,
  newClaim,
  SOURCE,
} from '#tests/support/debate-builder.ts';
import { howMany } from '#tests/support/how-many.ts';
import { OPERATION_TYPES } from '#tests/support/operation-samples.ts';
import { PAIR_CASES } from '#tests/support/pairs/pair-cases.ts';
import { MEETINGS } from '#tests/support/pairs/pair-meetings.ts';
import { outcomeOf } from '#tests/support/pairs/pair-outcome.ts';
import { OTHERWISE, pairsOf, rowFor } from '#tests/support/pairs/pair-table.ts';

/** One in so many of the pairs that no row mentions, which are most, is tried. */
const EACH = howMany(20, 1);

/** The findings of the pairs that begin with operations of one type. */
interface Shown {
  readonly tried: number;
  /** Pairs with another outcome than the table states. */
  readonly unstated: readonly { pair: readonly string[]; outcome: string; stated: string }[];
  /** The rows that apply to a pair, each with the types it applies to. */
  readonly met: ReadonlySet<string>;
}

const known = new Map<OperationType, Shown>();

/** Tries them, once: two tests ask for it. */
function shownBy(type: OperationType): Shown {
  const shown = known.get(type) ?? tryPairs(type);
  known.set(type, shown);
  return shown;
}

function tryPairs(type: OperationType): Shown {
  let [tried, unmentioned] = [0, 0];
  const unstated: Shown['unstated'][number][] = [];
  const met = new Set<string>();
  for (const [debate, first, later] of pairsOf(PAIR_CASES[type])) {
    const row = rowFor(debate, first, later);
    if (!row) {
      unmentioned += 1;
      if (unmentioned % EACH !== 0) continue;
    }
    const outcome = outcomeOf(debate.state, first, later);
    if (outcome === null) continue;
    tried += 1;
    const stated = row?.outcome ?? OTHERWISE;
    if (row) {
      met.add(`${PAIRS.indexOf(row)} ${first.operation.type} first`);
      met.add(`${PAIRS.indexOf(row)} ${later.operation.type} later`);
    }
    if (outcome === stated) continue;
    const pair = [first, later].map(({ operation, actor }) => `${actor.id}: ${JSON.stringify(operation)}`);
    unstated.push({ pair, outcome, stated });
  }
  return { tried, unstated, met };
}

describe('[PA1] [PA2] two operations made on one state have the outcome that the table gives', () => {
  test.each(OPERATION_TYPES)('%s first', (type) => {
    const { tried, unstated } = shownBy(type);
    expect(unstated.slice(0, 5)).toEqual([]);
    expect(tried).toBeGreaterThan(0);
  });
});

describe('the table of pairs', () => {
  test.each(OPERATION_TYPES)('mentions %s', (type) => {
    expect(PAIRS.some(({ first, later }) => first.includes(type) || later.includes(type))).toBe(true);
  });

  test('names only ways to meet that exist', () => {
    expect(PAIRS.map(({ where }) => where).filter((where) => !(where in MEETINGS))).toEqual([]);
  });

  test('has no row, and no type in a row, that never applies', () => {
    const met = new Set(OPERATION_TYPES.flatMap((type) => [...shownBy(type).met]));
    const stated = PAIRS.flatMap(({ first, later }, index) => [
      ...first.map((type) => `${index} ${type} first`),
      ...later.map((type) => `${index} ${type} later`),
    ]);
    expect(stated.filter((what) => !met.has(what))).toEqual([]);
  });
});

describe('[PA3] operations that fit alone and not together', () => {
  const full = (letter: string) => letter.repeat(LIMITS.wordingCharacters * 0.6);
  const chain = (debate: DebateBuilder, top: string, length: number) => {
    for (let level = 1; level <= length; level += 1)
      debate.does('dana', newClaim(`${top}${level}`, level === 1 ? top : `c-${top}${level - 1}`));
  };
  const deep = aDebate();
  chain(deep, 'east', LIMITS.depth - 1);
  const tip = `c-east${LIMITS.depth - 1}`;
  const cited = aDebate();
  for (let made = 2; made <= LIMITS.sourcesPerClaim + 1; made += 1)
    cited.does('dana', { ...SOURCE, sourceId: `s-${made}` });
  for (let made = 2; made <= LIMITS.sourcesPerClaim; made += 1) cited.does('dana', cite('c-a', `s-${made}`));

  test.each<[string, DebateBuilder, Operation, Operation, RejectionCode]>([
    [
      'two edits of a text',
      aDebate(),
      editTo(aDebate().state, 'c-a', `${full('x')} one two three`),
      editTo(aDebate().state, 'c-a', `one two three ${full('y')}`),
      'text_too_long',
    ],
    ['an argument, and what it answers moved down', deep, newClaim('n', 'c-d'), move('c-d', tip), 'too_deep'],
    ['two claims moved under each other', deep, move('c-d', tip), move('c-a', 'c-d'), 'too_deep'],
    ['two citations', cited, cite('c-a'), cite('c-a', `s-${LIMITS.sourcesPerClaim + 1}`), 'too_many'],
  ])('%s: the later is refused, in either order', (_, debate, one, other, code) => {
    for (const [first, later] of [
      [one, other],
      [other, one],
    ] as const) {
      const [asked, next] = [
        { operation: first, actor: debate.actor('olga') },
        { operation: later, actor: debate.actor('mona') },
      ];
      expect(outcomeOf(debate.state, asked, next)).toBe(`refused: ${code}`);
    }
  });
});
