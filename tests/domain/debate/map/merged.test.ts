import { expect, test } from 'vitest';
import { PersistentMap } from '#domain/collections/persistent-map.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { EMPTY_STATE } from '#domain/debate/engine/state.ts';
import { mergedInto } from '#domain/debate/map/merged.ts';
import { A_TURN, longestTurnOf, RUNS } from '../../../support/longest-turn.ts';

/** A state in which so many claims were merged into one. */
function merged(count: number) {
  const merges = Array.from({ length: count }, (_, at) => {
    const id = `c_${at}`;
    return [id, { id, into: 'c_all', by: 'm_ann', at }] as const;
  });
  return { ...EMPTY_STATE, merges: PersistentMap(merges) };
}

/** Milliseconds that the thread is held to list the merged claims of a state that nobody has asked about, at most. */
function listing(count: number): Promise<number> {
  const states = Array.from({ length: RUNS }, () => merged(count));
  return longestTurnOf(async () => {
    expect(mergedInto(states.pop() ?? EMPTY_STATE, 'c_all')).toHaveLength(count);
  });
}

test('as many claims as a debate has, merged into one, are listed in one short turn', async () => {
  expect(await listing(LIMITS.claims)).toBeLessThan(A_TURN);
});

test('claims merged into one are listed oldest first, and by id if they were merged at once', () => {
  const state = merged(3);
  const merges = state.merges.set('c_9', { id: 'c_9', into: 'c_all', by: 'm_ann', at: 1 });
  expect(mergedInto({ ...state, merges }, 'c_all')).toEqual(['c_0', 'c_1', 'c_9', 'c_2']);
  expect(mergedInto(state, 'c_all')).toEqual(['c_0', 'c_1', 'c_2']);
  expect(mergedInto(state, 'c_0')).toEqual([]);
});
