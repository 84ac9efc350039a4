import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../domain/debate/engine/limits.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import type { RejectionCode } from '../../domain/debate/engine/rejections.ts';
import { PAIRS } from '../../domain/spec/pairs.ts';
import {
  aDebate,
  cite,
  type DebateBuilder,
  editTo,
  move,
  newClaim,
  SOURCE,
} from '../support/debate-builder.ts';
import { OPERATION_TYPES } from '../support/operation-samples.ts';
import { ALL_CASES, PAIR_CASES } from '../support/pairs/pair-cases.ts';
import { MEETINGS } from '../support/pairs/pair-meetings.ts';
import { canBothBeAsked, outcomeOf } from '../support/pairs/pair-outcome.ts';
import { OTHERWISE, pairsOf, rowFor } from '../support/pairs/pair-table.ts';

describe('[PA1] [PA2] two operations made on one state have the outcome that the table gives', () => {
  test.each(OPERATION_TYPES)('%s first', (type) => {
    let tried = 0;
    for (const [debate, first, later] of pairsOf(PAIR_CASES[type])) {
      const outcome = outcomeOf(debate.state, first, later);
      if (outcome === null) continue;
      tried += 1;
      const stated = rowFor(debate, first, later)?.outcome ?? OTHERWISE;
      const named = [first, later].map(({ operation, actor }) => `${actor.id}: ${JSON.stringify(operation)}`);
      expect(outcome, named.join('\n')).toBe(stated);
    }
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
    const met = new Set<string>();
    for (const [debate, first, later] of pairsOf(ALL_CASES)) {
      if (!canBothBeAsked(debate.state, first, later)) continue;
      const row = rowFor(debate, first, later);
      if (!row) continue;
      met.add(`${PAIRS.indexOf(row)} ${first.operation.type} first`);
      met.add(`${PAIRS.indexOf(row)} ${later.operation.type} later`);
    }
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
