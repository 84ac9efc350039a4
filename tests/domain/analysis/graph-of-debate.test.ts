import { describe, expect, test } from 'vitest';
import { graphOfDebate } from '#domain/analysis/graph/graph-of-debate.ts';
import { debateStrengths } from '#domain/analysis/strength/debate-strengths.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { aDebate, crossLink, merge, newClaim } from '../../support/debate-builder.ts';
import { aFullDebate } from '../../support/full-debate.ts';
import { weigh } from '../../support/pairs/made-operations.ts';

describe('[AN10] the graph of a debate', () => {
  const lines = (state: DebateState) => {
    const { arguments: all, links } = graphOfDebate(state);
    return [
      all.map(({ id, base }) => `${id} ${Math.round(base * 1_000) / 1_000}`).sort(),
      links
        .map(
          ({ id, from, relation, target, weight }) =>
            `${id}: ${from} ${relation} ${target.kind} ${target.id} ${weight}`,
        )
        .sort(),
    ];
  };

  test('has what counts for everyone, with its weights', () => {
    const { state } = aFullDebate().does('dana', weigh('l-b', 3), weigh('x-c', 0));
    // The base of a claim is agree / (agree + disagree + 2), of a position 0.5: two agree with c-a, one disagrees.
    expect(lines(state)).toEqual([
      [
        'c-a 0.4',
        'c-b 0',
        'c-d 0',
        'c-e 0',
        'c-f 0',
        'c-h 0',
        'c-l 0',
        'c-sm 0',
        'c-u 0',
        'c-v 0',
        'east 0.5',
        'north 0.5',
        'west 0.5',
      ],
      [
        'l-a: c-a support argument east 1',
        'l-b: c-b support argument c-a 0.75',
        'l-d: c-d support argument west 1',
        'l-e: c-e attack argument c-b 1',
        'l-f: c-f support argument c-e 1',
        'l-g: c-g attack argument east 1',
        'l-h: c-h support argument c-g 1',
        'l-l: c-l support argument c-d 1',
        'l-sm: c-sm support argument east 1',
        'l-u: c-u attack link l-b 1',
        'l-v: c-v attack link x-a 1',
        'x-a: c-d attack argument c-b 1',
        'x-b: c-d attack argument east 1',
        'x-c: c-f support argument c-a 0',
        'x-d: c-f attack link l-b 1',
      ],
    ]);
  });

  test.each([
    ['the older of two links that say the same counts', 'x-k', 1_000, 'x-a'],
    ['whatever it is called', 'x-0', 1_000, 'x-a'],
    ['of two at one moment the first by name', 'x-0', 0, 'x-0'],
    ['and not the second', 'x-k', 0, 'x-a'],
  ])('%s', (_, id, later, counts) => {
    const debate = aDebate().does('emil', newClaim('k', 'west'));
    debate.now += later;
    debate.does('emil', crossLink(id, 'c-k', 'c-b')).does('mona', merge('c-k', 'c-d'));
    const { compiled } = debateStrengths(debate.state);
    expect(['x-a', id].filter((one) => compiled.linkPlaceOf.has(one))).toEqual([counts]);
  });

  test('a link between two claims that are one does not count, nor the step of a merged one', () => {
    const moved = lines(aDebate().does('mona', merge('c-a', 'c-d')).state)[1] ?? [];
    expect(moved.map((line) => line.split(' ', 4).join(' '))).toEqual([
      'l-b: c-b support argument',
      'l-d: c-d support argument',
      'l-u: c-u attack link',
      'x-a: c-d attack argument',
    ]);
    const over = aDebate()
      .does('emil', crossLink('x-o', 'c-d', 'l-b'))
      .does('mona', merge('c-d', 'c-b'));
    expect(lines(over.state)[1]?.filter((line) => line.startsWith('x-o'))).toEqual([]);
    const debate = aDebate().does('mona', merge('c-d', 'c-b'));
    expect(lines(debate.state)[1]?.filter((line) => line.startsWith('x-a'))).toEqual([]);
  });
});
