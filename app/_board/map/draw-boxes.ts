import type { Rect } from '../../../domain/layout/map-geometry.ts';
import { GHOST_ID } from '../../../domain/layout/map-tree.ts';
import { drawHeading } from './draw-heading.ts';
import { drawMarkSigns } from './draw-mark-signs.ts';
import { drawTitle } from './draw-title.ts';
import { joinedRects } from './joined-rects.ts';
import type { MapPicture } from './map-picture.ts';

/** Draws what is too far to be an element: cards with what fits of their text, then marks in their hue. */
export function drawBoxes(picture: MapPicture): void {
  if (picture.level === 'marks') {
    drawMarks(picture);
    if (picture.zoom > EDGED) drawMarkSigns(picture);
  }
  for (const box of picture.boxes) {
    if (picture.elements.has(box.id) || box.id === GHOST_ID) continue;
    if (box.kind !== 'claim') drawHeading(picture, box);
    else if (picture.level !== 'marks') drawTitle(picture, box);
  }
}

/** Below this zoom a mark is smaller than its own edge, and than its signs. */
const EDGED = 0.06;

/**
 * Supports are filled, attacks hollow, undercuts besides with a broken edge: the hue says whose, the form says which. All of a
 * kind in one go.
 */
function drawMarks({ context, palette, boxes, zoom, place }: MapPicture): void {
  const line = 1.5 / zoom;
  const filled = new Map<string, Rect[]>();
  const hollow = new Map<string, Rect[]>();
  const broken = new Map<string, Rect[]>();
  for (const box of boxes) {
    if (box.kind !== 'claim') continue;
    const kind = box.undercuts !== null ? broken : box.relation === 'attack' ? hollow : filled;
    const color = palette.hue(box.hue);
    const { x, y, width, height } = place(box);
    const mark = { x, y, width, height: Math.max(line, height) };
    const marks = kind.get(color);
    if (marks) marks.push(mark);
    else kind.set(color, [mark]);
  }
  const fill = (ground: readonly Rect[], color: string, opacity: number) => {
    trace(context, ground, 0);
    context.globalAlpha = opacity;
    context.fillStyle = color;
    context.fill();
  };
  const groundOf = (marks: readonly Rect[]) => (zoom > EDGED ? marks : joinedRects(marks));
  for (const [color, marks] of filled) fill(groundOf(marks), color, 0.82);
  const dash = [2.5 / zoom, 2 / zoom];
  for (const [color, marks] of [...hollow, ...broken]) {
    const ground = groundOf(marks);
    fill(ground, palette.card, 1);
    fill(ground, color, 0.28);
    if (zoom <= EDGED) continue;
    trace(context, marks, line / 2);
    context.globalAlpha = 0.9;
    context.strokeStyle = color;
    context.lineWidth = line;
    context.setLineDash(broken.get(color) === marks ? dash : []);
    context.stroke();
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
}

function trace(context: CanvasRenderingContext2D, rects: readonly Rect[], inset: number): void {
  context.beginPath();
  for (const { x, y, width, height } of rects)
    context.rect(x + inset, y + inset, width - 2 * inset, height - 2 * inset);
}
