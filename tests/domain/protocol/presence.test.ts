import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { projectPresence } from '#domain/debate/engine/project.ts';
import { placeInBox, pointOf } from '#domain/layout/place-in-box.ts';
import { pointerSchema } from '#domain/protocol/pointer-messages.ts';
import { projectPointer } from '#domain/protocol/project-pointer.ts';
import { isQuietRoom } from '#domain/protocol/quiet-room.ts';
import { aDebate, hide } from '../../support/debate-builder.ts';

const box = { x: 100, y: 40, width: 280, height: 120 };

describe('places relative to a box', () => {
  test('[PE1] a point in a box is at the same part of it where the box stands elsewhere and has another height', () => {
    const place = placeInBox({ x: 170, y: 70 }, box);
    expect(place).toEqual({ across: 0.25, down: 0.25, dx: 0, dy: 0 });
    expect(pointOf(place, { x: -900, y: 2_000, width: 280, height: 400 })).toEqual({ x: -830, y: 2_100 });
  });

  test('[PE1] a point beside a box is as far from its edge there', () => {
    const place = placeInBox({ x: 400, y: 20 }, box);
    expect(place).toEqual({ across: 1, down: 0, dx: 20, dy: -20 });
    expect(pointOf(place, { x: 0, y: 0, width: 280, height: 400 })).toEqual({ x: 300, y: -20 });
  });

  test('[PE1] any point of a map comes back within a pixel, and the server takes it', () => {
    const coordinate = fc.integer({ min: -200_000, max: 200_000 });
    const size = fc.integer({ min: 1, max: 900 });
    fc.assert(
      fc.property(
        coordinate,
        coordinate,
        coordinate,
        coordinate,
        size,
        size,
        (x, y, left, top, width, height) => {
          const rect = { x: left, y: top, width, height };
          const place = placeInBox({ x, y }, rect);
          const back = pointOf(place, rect);
          expect(Math.hypot(back.x - x, back.y - y)).toBeLessThan(1.5);
          const over = { box: 'c_some', ...place };
          expect(pointerSchema.safeParse({ over, look: { at: over, zoom: 0.5 } }).success).toBe(true);
        },
      ),
    );
  });
});

test('[PE3] a room is quiet over thirty, and again loud only at twenty-five', () => {
  expect([30, 31].map((count) => isQuietRoom(count, false))).toEqual([false, true]);
  expect([31, 26, 25, 0].map((count) => isQuietRoom(count, true))).toEqual([true, true, false, false]);
});

test('[PE6] nobody is shown at missing content, or writing without the right', () => {
  const one = { connection: 'a', participantId: 'dana', at: 'c_nowhere', writing: true };
  const reader = { ...one, participantId: null, at: null };
  const { state } = aDebate();
  expect(projectPresence([one, reader], state, 'debaters')).toEqual([
    { ...one, at: null, writing: false },
    { ...reader, writing: false },
  ]);
  for (const at of [...state.claims.keys(), ...state.positions.keys(), ...state.links.keys()])
    expect(projectPresence([{ ...one, at }], state, 'readers')).toEqual([{ ...one, at }]);
});

test('[PE6] presence leaves the server as an audience may see it: everyone, and where, unless that is hidden', () => {
  const here = [{ connection: 'a', participantId: 'dana', at: null, writing: false }];
  for (const audience of ['debaters', 'readers', 'moderators', 'stage'] as const)
    expect(projectPresence(here, aDebate().state, audience)).toEqual(here);
  const { state } = aDebate().does('olga', hide('c-a'));
  const there = [{ connection: 'a', participantId: 'dana', at: 'c-b', writing: true }];
  expect(projectPresence(there, state, 'moderators')).toEqual(there);
  for (const audience of ['debaters', 'readers', 'stage'] as const)
    expect(projectPresence(there, state, audience)).toEqual([{ ...there[0], at: null, writing: false }]);
  const place = { box: 'c-b', across: 0, down: 0, dx: 0, dy: 0 };
  const pointer = { over: place, look: { at: { ...place, box: 'c-d' }, zoom: 1 } };
  expect(projectPointer(pointer, state)).toEqual({ ...pointer, over: null });
});
