import { expect, test } from 'vitest';
import { type Covered, roomiest, roomsFor } from '../../app/_board/map/fit-room.ts';

const ROOMS = roomsFor({ names: 16, toolbar: 48, overview: { width: 176, height: 120 } });

/** The room left around a map of this size in a view of 1000 by 600 pixels; its texts are gone below a zoom. */
function roomAround(width: number, height: number, least = 0): Covered {
  const zoomIn = ({ above, below, beside }: Covered) =>
    Math.min(1, (1_000 - beside) / width, (600 - above - below) / height);
  return roomiest(ROOMS, zoomIn, (zoom) => (zoom >= least ? 'texts' : 'marks'));
}

test('a tall map stands beside the overview, a wide one over it, and both over the toolbar', () => {
  expect(roomAround(400, 4_000)).toEqual({ above: 16, below: 48, beside: 176 });
  expect(roomAround(4_000, 400)).toEqual({ above: 16, below: 120, beside: 0 });
});

test('room for the tools never costs the texts of the map', () => {
  expect(roomAround(1_000, 584, 0.9)).toEqual({ above: 16, below: 48, beside: 0 });
  expect(roomAround(1_000, 584, 0.99)).toEqual({ above: 16, below: 0, beside: 0 });
  expect(roomAround(1_000, 584, 0.5)).toEqual({ above: 16, below: 48, beside: 176 });
});
