import type { FrontBox } from '#domain/front/front-box.ts';
import type { CanvasPicture } from './canvas-picture.ts';

/** Margin of a highlight around its box, in screen pixels. */
const RIM = 4;

/** Draws a highlight behind search results; a box that hides a result has a dashed edge. */
export function drawFound(picture: CanvasPicture): void {
  const { context, palette, boxes, zoom, marks } = picture;
  if (marks.found.size === 0) return;
  for (const box of boxes) {
    const found = marks.found.has(box.id);
    if (!found && !marks.hiding.has(box.id)) continue;
    trace(picture, box);
    if (found) {
      // A box without a surface is read on the highlight.
      context.fillStyle = box.kind === 'claim' ? palette.found : palette.foundWash;
      context.fill();
    }
    context.setLineDash(found ? [] : [4 / zoom, 3 / zoom]);
    context.strokeStyle = palette.ink;
    context.lineWidth = 1.25 / zoom;
    context.stroke();
  }
  context.setLineDash([]);
}

/** Draws a heavy outline around the current result, over everything else. */
export function drawFoundAt(picture: CanvasPicture): void {
  const { context, palette, layout, zoom, marks } = picture;
  const box = marks.at === null ? undefined : layout.byId.get(marks.at);
  if (!box) return;
  trace(picture, box);
  context.strokeStyle = palette.ink;
  context.lineWidth = 3 / zoom;
  context.stroke();
}

function trace({ context, zoom, place }: CanvasPicture, box: FrontBox): void {
  const { x, y, width, height } = place(box);
  const rim = RIM / zoom;
  context.beginPath();
  context.roundRect(x - rim, y - rim, width + 2 * rim, height + 2 * rim, 8 / zoom);
}
