import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { newHolder } from '#domain/debate/map/holders.ts';
import { remainingPositions, shownPositions } from '#domain/debate/map/positions-in-order.ts';
import { inReadingOrder } from '#domain/debate/map/reading-order.ts';
import { targetText } from '#domain/debate/map/target-text.ts';
import {
  ancestorsOf,
  childrenOf,
  heightOf,
  isShown,
  laneOf,
  lanesIn,
  parentOf,
  shownPlaceOf,
} from '#domain/debate/map/tree.ts';
import {
  aDebate,
  type DebateBuilder,
  everythingOf,
  merge,
  move,
  newClaim,
  reread,
  retract,
  targetOf,
} from '#tests/support/debate-builder.ts';

/** A chain of claims under c-a: c-1 under it, c-2 under that, … */
function withChain(debate: DebateBuilder, length: number): DebateBuilder {
  for (let depth = 1; depth <= length; depth += 1) {
    debate.does('dana', newClaim(`${depth}`, depth === 1 ? 'c-a' : `c-${depth - 1}`));
  }
  return debate;
}

/** Siblings c-1 … c-n under west, behind c-d. */
function withSiblings(debate: DebateBuilder, count: number): DebateBuilder {
  for (let key = 1; key <= count; key += 1) debate.does('dana', newClaim(`${key}`, 'west'));
  return debate;
}

test('[PL1] a moved claim keeps its parent link, and the undercuts of it', () => {
  const debate = aDebate().does('dana', move('c-b', 'west'));
  expect(debate.state.claims.get('c-b')?.parentLink).toBe('l-b');
  expect(debate.state.links.get('l-b')).toMatchObject({
    target: targetOf('west'),
    author: 'emil',
    parent: true,
  });
  expect(debate.at('l-b')).toEqual(['c-u']);
  expect(debate.at('c-a')).toEqual([]);
  expect(debate.at('west')).toEqual(['c-d', 'c-b']);
});

describe('[PL2] no circles', () => {
  test.each([
    ['under itself', 'c-a', 'c-a'],
    ['under its argument', 'c-a', 'c-b'],
    ['under an undercut of its argument’s link', 'c-a', 'c-u'],
    ['against its argument’s link', 'c-a', 'l-b'],
    ['against its own link', 'c-a', 'l-a'],
  ])('%s', (_, claimId, target) => {
    const relation = target.startsWith('l-') ? 'attack' : 'support';
    expect(aDebate().refusal('dana', { ...move(claimId, target), relation })).toBe('cycle');
  });

  test('no move makes a claim its own descendant', () => {
    const ids = ['c-a', 'c-b', 'c-u', 'c-d', 'c-1', 'c-2', 'c-3'];
    const targets = [...ids, 'east', 'west', 'l-a', 'l-b', 'l-u', 'l-d', 'x-a', 'l-1', 'l-2'];
    const moves = fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...targets)), { maxLength: 12 });
    fc.assert(
      fc.property(moves, (asked) => {
        // The builder checks the invariants after every entry.
        const debate = withChain(aDebate(), 3);
        for (const [claimId, target] of asked)
          debate.ask('olga', { ...move(claimId, target), relation: 'attack' });
        expect(everythingOf(reread(debate.state))).toEqual(everythingOf(debate.state));
      }),
      { numRuns: 60 },
    );
  });
});

describe('[PL3] move against move', () => {
  test('the later place stands', () => {
    const debate = aDebate().does('dana', move('c-b', 'west')).does('emil', move('c-b', 'east'));
    expect(parentOf(debate.state, 'c-b')).toEqual(targetOf('east'));
    expect(debate.at('west')).toEqual(['c-d']);
  });

  test('two that would close a circle: the later is refused', () => {
    const debate = aDebate().does('dana', move('c-a', 'c-d'));
    expect(debate.refusal('emil', move('c-d', 'c-a'))).toBe('cycle');
  });
});

describe('[PL4] the place among siblings', () => {
  test('first, behind one, last', () => {
    const debate = withSiblings(aDebate(), 3).does('dana', newClaim('first', 'west', { after: null }));
    debate.does('dana', newClaim('second', 'west', { after: 'l-first' }), newClaim('last', 'west'));
    expect(debate.at('west')).toEqual(['c-first', 'c-second', 'c-d', 'c-1', 'c-2', 'c-3', 'c-last']);
    debate.does('dana', move('c-first', 'west'), move('c-1', 'west', null), move('c-2', 'west', 'l-last'));
    expect(debate.at('west')).toEqual(['c-1', 'c-second', 'c-d', 'c-3', 'c-last', 'c-2', 'c-first']);
  });

  test('behind one that has gone: last', () => {
    const debate = withSiblings(aDebate(), 2).does('emil', move('c-d', 'east'));
    debate.does('dana', newClaim('n', 'west', { after: 'l-d' }));
    expect(debate.at('west')).toEqual(['c-1', 'c-2', 'c-n']);
  });

  test('where it stands already, nothing changes', () => {
    const debate = withSiblings(aDebate(), 2);
    for (const [claimId, after] of [
      ['c-d', null],
      ['c-1', 'l-d'],
      ['c-1', 'l-1'],
      ['c-2', undefined],
    ] as const) {
      expect(debate.refusal('dana', move(claimId, 'west', after))).toBe('nothing_changed');
    }
    expect(debate.refusal('dana', { ...move('c-1', 'west', 'l-d'), relation: 'attack' })).toBeNull();
  });
});

describe('[PL5] reorder against reorder', () => {
  test('of two siblings behind the same one: both stand, the later nearer', () => {
    const debate = withSiblings(aDebate(), 3);
    debate.does('dana', move('c-3', 'west', 'l-d')).does('emil', move('c-2', 'west', 'l-d'));
    expect(debate.at('west')).toEqual(['c-d', 'c-2', 'c-3', 'c-1']);
  });

  test('of one and the same: the later stands', () => {
    const debate = withSiblings(aDebate(), 3);
    debate.does('dana', move('c-1', 'west', null)).does('emil', move('c-1', 'west', 'l-3'));
    expect(debate.at('west')).toEqual(['c-d', 'c-2', 'c-3', 'c-1']);
  });

  test('no two siblings ever share a place, however often they swap', () => {
    const debate = withSiblings(aDebate(), 4);
    for (let turn = 0; turn < 200; turn += 1) {
      const [claimId, after] = [`c-${1 + (turn % 4)}`, `l-${1 + ((turn * 7 + 1) % 4)}`];
      debate.ask('dana', move(claimId, 'west', after));
    }
    const orders = (debate.state.childLinks.get('west') ?? []).map((id) => debate.state.links.get(id)?.order);
    expect(orders).toEqual([...new Set(orders)].sort());
    expect(everythingOf(reread(debate.state))).toEqual(everythingOf(debate.state));
  });
});

describe('[PL6] an undercut stands with the claim whose link it attacks', () => {
  test('of a parent link, and of a cross-link', () => {
    const debate = aDebate().does('dana', newClaim('x', 'x-a', { relation: 'attack' }));
    expect(ancestorsOf(debate.state, 'c-u')).toEqual(['c-b', 'c-a']);
    expect(parentOf(debate.state, 'c-x')).toEqual(targetOf('c-d'));
    expect(childrenOf(debate.state, targetOf('c-b')).map(({ id }) => id)).toEqual(['c-u']);
    expect(childrenOf(debate.state, targetOf('c-d')).map(({ id }) => id)).toEqual(['c-x']);
    debate.does('dana', move('c-b', 'west'));
    expect(laneOf(debate.state, 'c-u')).toBe('west');
  });

  test('asked for many claims, lanes are the same, whatever was asked before', () => {
    const debate = withChain(aDebate(), 20).does('dana', move('c-b', 'west'));
    const ids = [...debate.state.claims.keys(), 'c-unknown'];
    for (const asked of [ids, [...ids].reverse()]) {
      const laneFor = lanesIn(debate.state);
      expect(asked.map(laneFor)).toEqual(asked.map((id) => laneOf(debate.state, id)));
    }
  });

  test('a retracted claim is shown as long as something under it stands', () => {
    const debate = aDebate().does('olga', { type: 'claim.retract', claimId: 'c-b', reason: 'off_topic' });
    const shown = (id: string) => isShown(debate.state, debate.state.claims.get(id) as never);
    expect(shown('c-b')).toBe(true);
    debate.does('olga', { type: 'claim.retract', claimId: 'c-u', reason: 'off_topic' });
    expect([shown('c-b'), shown('c-u'), shown('c-a')]).toEqual([false, false, true]);
  });
});

describe('[PL7] depth', () => {
  test('additions and moves, with everything below them', () => {
    const debate = withChain(aDebate(), LIMITS.depth - 2);
    expect(heightOf(debate.state, 'c-a')).toBe(LIMITS.depth - 2);
    const deepest = `c-${LIMITS.depth - 2}`;
    debate.does('dana', newClaim('last', deepest));
    expect(debate.ask('dana', newClaim('n', 'c-last'))).toEqual({
      ok: false,
      rejection: { code: 'too_deep', limit: LIMITS.depth },
    });
    // c-a with 58 claims and one more below it: as deep as may be under a position, too deep under another claim.
    expect(debate.refusal('dana', move('c-a', 'c-d'))).toBe('too_deep');
    expect(debate.refusal('dana', move('c-a', 'west'))).toBeNull();
  });
});

test('[PL8] an argument added under a claim that is moved goes with it', () => {
  const debate = aDebate().does('dana', move('c-a', 'west')).does('emil', newClaim('n', 'c-a'));
  expect(laneOf(debate.state, 'c-n')).toBe('west');
  debate.does('dana', move('c-a', 'east'));
  expect(laneOf(debate.state, 'c-n')).toBe('east');
});

describe('a claim’s place', () => {
  const merged = () =>
    aDebate()
      .does('dana', newClaim('e', 'c-d', { positionId: 'east' }), newClaim('f', 'c-e'), newClaim('g', 'c-u'))
      .does('olga', merge('c-b', 'c-e'));
  const ids = ['c-a', 'c-b', 'c-u', 'c-d', 'c-e', 'c-f', 'c-g'];

  test('has the claims above it, nearest first, and its position', () => {
    const { state } = merged();
    expect(ids.map((id) => ancestorsOf(state, id))).toEqual([
      [],
      ['c-a'],
      ['c-e', 'c-d'],
      [],
      ['c-d'],
      ['c-e', 'c-d'],
      ['c-u', 'c-e', 'c-d'],
    ]);
    const lanes = ['east', 'east', 'west', 'west', 'west', 'west', 'west'];
    expect(ids.map((id) => laneOf(state, id))).toEqual(lanes);
    expect(ids.map(lanesIn(state))).toEqual(lanes);
    expect(ids.toReversed().map(lanesIn(state))).toEqual(lanes.toReversed());
    expect(laneOf(state, 'c-gone')).toBeNull();
  });

  test('has so many levels below it', () => {
    const { state } = merged();
    expect(ids.map((id) => heightOf(state, id))).toEqual([0, 2, 1, 3, 2, 0, 0]);
  });

  test('is in reading order', () => {
    const { state } = merged();
    expect(inReadingOrder(state, ids.toReversed())).toEqual([
      'c-a',
      'c-b',
      'c-d',
      'c-e',
      'c-f',
      'c-u',
      'c-g',
    ]);
    expect(inReadingOrder(state, ['c-gone', 'c-g', 'c-a'])).toEqual(['c-a', 'c-g', 'c-gone']);
  });

  test('names the position that holds the claim where another one holds what is above', () => {
    const { state } = merged();
    const holderOf = (id: string) => newHolder(state, state.claims.get(id) ?? expect.fail(id))?.id;
    expect(ids.filter(holderOf)).toEqual(['c-e']);
    expect(holderOf('c-e')).toBe('east');
    const held = merged().does(
      'dana',
      newClaim('h', 'east', { positionId: 'west' }),
      newClaim('i', 'c-h', { positionId: 'west' }),
    );
    const holder = (id: string) => newHolder(held.state, held.state.claims.get(id) ?? expect.fail(id))?.id;
    expect([holder('c-h'), holder('c-i')]).toEqual(['west', undefined]);
  });

  test('is the nearest one above that is shown, once it is not', () => {
    const gone = merged().does('dana', retract('c-g'), retract('c-u'), retract('c-f'));
    const placeOf = (kind: 'claim' | 'link' | 'position', id: string) =>
      shownPlaceOf(gone.state, { kind, id })?.id;
    expect(placeOf('claim', 'c-g')).toBe('c-e');
    expect(placeOf('link', 'l-g')).toBe('c-e');
    expect(placeOf('claim', 'c-b')).toBe('c-e');
    expect(placeOf('claim', 'c-a')).toBe('c-a');
    expect(placeOf('position', 'west')).toBe('west');
    expect(placeOf('claim', 'c-gone')).toBeUndefined();
  });

  test('is named by the text of what it replies to', () => {
    const { state } = merged();
    expect(targetText(state, { kind: 'position', id: 'west' })).toBe('West');
    expect(targetText(state, { kind: 'claim', id: 'c-a' })).toBe('one two three');
    expect(targetText(state, { kind: 'link', id: 'l-b' })).toBe('four five six');
    for (const kind of ['position', 'claim', 'link'] as const)
      expect(targetText(state, { kind, id: 'x' })).toBe('');
  });
});

test('a removed position is shown while claims belong to it', () => {
  const { state } = aDebate();
  const removed = (id: string) => {
    const position = state.positions.get(id) ?? expect.fail(id);
    return { ...state, positions: state.positions.set(id, { ...position, removed: true }) };
  };
  const idsOf = (positions: readonly { readonly id: string }[]) => positions.map(({ id }) => id);
  expect(idsOf(shownPositions(removed('west')))).toEqual(['east', 'west']);
  expect(idsOf(remainingPositions(removed('west')))).toEqual(['east']);
  const left = { ...removed('west'), childLinks: state.childLinks.set('west', []) };
  expect(idsOf(shownPositions(left))).toEqual(['east']);
});
