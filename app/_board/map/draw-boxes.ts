import { GHOST_ID } from '../../../domain/layout/map-tree.ts';
import type { MapBox } from '../../../domain/layout/place-boxes.ts';
import { drawHeading } from './draw-heading.ts';
import { drawTitle } from './draw-title.ts';
import type { MapPicture } from './map-picture.ts';

/** Draws what is too far to be an element: cards with what fits of their text, then marks in their hue. */
export function drawBoxes(picture: MapPicture): void {
  if (picture.level === 'marks') drawMarks(picture);
  for (const box of picture.boxes) {
    if (picture.elements.has(box.id) || box.id === GHOST_ID) continue;
    if (box.kind !== 'claim') drawHeading(picture, box);
    else if (picture.level !== 'marks') drawTitle(picture, box);
  }
}

/** Supports are filled, attacks hollow: the hue says whose, the form says which. All of a kind in one go. */
function drawMarks({ context, palette, boxes, zoom, place }: MapPicture): void {
  const filled = new Map<string, MapBox[]>();
  const hollow = new Map<string, MapBox[]>();
  for (const box of boxes) {
    if (box.kind !== 'claim') continue;
    const kind = box.relation === 'attack' ? hollow : filled;
    const color = palette.hue(box.hue);
    const marks = kind.get(color);
    if (marks) marks.push(box);
    else kind.set(color, [box]);
  }
  const line = 1.5 / zoom;
  const trace = (marks: readonly MapBox[], inset: number) => {
    context.beginPath();
    for (const box of marks) {
      const { x, y, width, height } = place(box);
      context.rect(x + inset, y + inset, width - 2 * inset, Math.max(line, height) - 2 * inset);
    }
  };
  for (const [color, marks] of filled) {
    trace(marks, 0);
    context.globalAlpha = 0.82;
    context.fillStyle = color;
    context.fill();
  }
  for (const [color, marks] of hollow) {
    trace(marks, 0);
    context.globalAlpha = 1;
    context.fillStyle = palette.card;
    context.fill();
    context.globalAlpha = 0.28;
    context.fillStyle = color;
    context.fill();
    context.globalAlpha = 0.9;
    context.strokeStyle = color;
    context.lineWidth = line;
    // Smaller than its own edge: no edge.
    if (zoom > 0.06) {
      trace(marks, line / 2);
      context.stroke();
    }
  }
  context.globalAlpha = 1;
}
