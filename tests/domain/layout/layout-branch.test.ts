import { describe, expect, test } from 'vitest';
import { mapBranchOf } from '#domain/layout/branch.ts';
import { layoutMap } from '#domain/layout/map-layout.ts';
import { MOTION_ID } from '#domain/layout/map-tree.ts';
import { aDebate, newClaim } from '../../support/debate-builder.ts';

const { state } = aDebate().does('dana', newClaim('e', 'east'), newClaim('bb', 'c-b'));
const layout = layoutMap(state, { measure: () => 80 });

describe('a branch of the map', () => {
  test('[MP1] it is everything under its root, undercuts included, and the path to the motion', () => {
    const branch = mapBranchOf(layout, 'c-b');
    expect(branch?.under).toEqual(new Set(['c-b', 'c-bb', 'c-u']));
    expect(branch?.ids).toEqual(new Set(['c-b', 'c-bb', 'c-u', 'c-a', 'east', MOTION_ID]));
  });

  test('[MP1] a position’s branch is its lane; the motion’s is everything', () => {
    expect(mapBranchOf(layout, 'west')?.ids).toEqual(new Set(['west', 'c-d', MOTION_ID]));
    expect(mapBranchOf(layout, MOTION_ID)?.ids.size).toBe(layout.boxes.length);
  });

  test('[MP1] there is none of what is not on the map', () => {
    expect(mapBranchOf(layout, 'c-gone')).toBeNull();
  });
});
