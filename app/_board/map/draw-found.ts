import type { Rect } from '../../../domain/layout/map-geometry.ts';
import type { MapBox } from '../../../domain/layout/place-boxes.ts';
import { joinedRects } from './joined-rects.ts';
import type { MapPicture } from './map-picture.ts';

/** Pixels of the screen: a mark reaches so far over what it marks, and is never smaller. */
const RIM = 5;
const LEAST = 9;

/** Marks behind what a search found, as with a text marker; what hides something found has a dashed edge. */
export function drawFound(picture: MapPicture): void {
  const { context, palette, boxes, zoom, marks } = picture;
  if (marks.found.size === 0) return;
  const small: MapBox[] = [];
  for (const box of boxes) {
    const found = marks.found.has(box.id);
    if (!found && !marks.hiding.has(box.id)) continue;
    if (found && isSmall(picture, box)) {
      small.push(box);
      continue;
    }
    trace(picture, box);
    if (found) {
      // What has no face of its own is read on the mark.
      context.fillStyle = box.kind === 'claim' ? palette.found : palette.foundWash;
      context.fill();
    }
    context.setLineDash(found ? [] : [4 / zoom, 3 / zoom]);
    context.strokeStyle = palette.ink;
    context.lineWidth = 1.25 / zoom;
    context.stroke();
  }
  context.setLineDash([]);
  fillSmall(picture, small);
}

/** Pixels of the screen below which nobody sees that corners are round. */
const SMALL = 16;

function isSmall({ zoom, place }: MapPicture, box: MapBox): boolean {
  return place(box).height * zoom < SMALL;
}

/** The same marks as plain rectangles, those that overlap as one, all in two goes: there may be thousands. */
function fillSmall({ context, palette, zoom, place }: MapPicture, boxes: readonly MapBox[]): void {
  const edge = 1.25 / zoom;
  const joined = joinedRects(boxes.map((box) => marked(zoom, place(box))));
  const fill = (color: string, reach: number) => {
    context.beginPath();
    for (const { x, y, width, height } of joined)
      context.rect(x - reach, y - reach, width + 2 * reach, height + 2 * reach);
    context.fillStyle = color;
    context.fill();
  };
  fill(palette.ink, edge / 2);
  fill(palette.found, -edge / 2);
}

/** A heavy frame around the one that was gone to, over everything else. */
export function drawFoundAt(picture: MapPicture): void {
  const { context, palette, layout, zoom, marks } = picture;
  const box = marks.at === null ? undefined : layout.byId.get(marks.at);
  if (!box) return;
  trace(picture, box);
  context.strokeStyle = palette.ink;
  context.lineWidth = 3 / zoom;
  context.stroke();
}

/** A frame around the far card that is in the panel; a near one has its own. */
export function drawSelected(picture: MapPicture): void {
  const { context, palette, layout, elements, zoom, selected, focused } = picture;
  const box = selected === null ? undefined : layout.byId.get(selected);
  if (box?.kind !== 'claim' || elements.has(box.id) || focused === box.id) return;
  trace(picture, box);
  context.strokeStyle = palette.ink;
  context.lineWidth = 2 / zoom;
  context.stroke();
}

/** A frame around the far heading that has the focus: it is drawn where its element is not. */
export function drawFocused(picture: MapPicture): void {
  const { context, palette, zoom, focused, headings } = picture;
  const rect = focused === null ? undefined : headings.get(focused);
  if (!rect) return;
  traceRect(context, zoom, rect);
  context.strokeStyle = palette.focus;
  context.lineWidth = 2 / zoom;
  context.stroke();
}

/** A frame and a tick on each of the far cards that are chosen together; near ones have theirs as elements. */
export function drawChosen(picture: MapPicture): void {
  const { context, palette, boxes, elements, zoom, marks } = picture;
  for (const box of boxes) {
    if (!marks.chosen.has(box.id) || elements.has(box.id)) continue;
    trace(picture, box);
    context.strokeStyle = palette.focus;
    context.lineWidth = 2 / zoom;
    context.stroke();
    const { x, y } = picture.place(box);
    const size = 6 / zoom;
    context.beginPath();
    context.arc(x, y, size, 0, 2 * Math.PI);
    context.fillStyle = palette.focus;
    context.fill();
    context.beginPath();
    context.moveTo(x - size / 2, y);
    context.lineTo(x - size / 8, y + size / 2.5);
    context.lineTo(x + size / 2, y - size / 2.5);
    context.strokeStyle = palette.paper;
    context.lineWidth = 1.5 / zoom;
    context.stroke();
  }
}

function trace({ context, zoom, place }: MapPicture, box: MapBox): void {
  traceRect(context, zoom, place(box));
}

function traceRect(context: CanvasRenderingContext2D, zoom: number, rect: Rect): void {
  const { x, y, width, height } = marked(zoom, rect);
  context.beginPath();
  context.roundRect(x, y, width, height, 8 / zoom);
}

/** What a mark of something covers. */
function marked(zoom: number, { x, y, width, height }: Rect): Rect {
  const wide = Math.max(width, LEAST / zoom) + (2 * RIM) / zoom;
  const high = Math.max(height, LEAST / zoom) + (2 * RIM) / zoom;
  return { x: x + (width - wide) / 2, y: y + (height - high) / 2, width: wide, height: high };
}
