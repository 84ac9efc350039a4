import { leftOf, MAP_GEOMETRY } from '../../../domain/layout/map-geometry.ts';
import { MOTION_ID } from '../../../domain/layout/map-tree.ts';
import type { MapBox } from '../../../domain/layout/place-boxes.ts';
import { wrapText } from '../../../domain/layout/wrap-text.ts';
import { levelOfDetail, NARROW } from './level-of-detail.ts';
import type { MapPalette } from './map-palette.ts';
import type { MapPicture } from './map-picture.ts';
import { widthIn } from './text-width.ts';

/** Pixels of the screen: headings stay readable at any zoom, to the left of what they head, where there is room. */
const MOTION = { size: 14, line: 18, width: 160, lines: 7 };
const NAME = { size: 13, line: 16, width: 112, lines: 3 };
/** The width of a name over its rule, in pixels of the screen. */
const RUNNING = 240;
/** The room that headings want left of the claims, and the width of the map's own that they stand on. */
export const HEADINGS = { room: 290, width: leftOf(2, 'wide') } as const;

/** Pixels of the screen by which headings reach further left than the map does, when they are drawn here. */
export function headingsReach(zoom: number, width: number): number {
  return levelOfDetail(zoom) === 'cards' || width < NARROW
    ? 0
    : Math.max(0, HEADINGS.room - HEADINGS.width * zoom);
}

/** Draws the motion, or a position's name over its rule, and notes where on the map that stands. */
export function drawHeading(picture: MapPicture, box: MapBox): void {
  const screen = picture.seen.width * picture.zoom;
  if (box.kind === 'motion' && screen < NARROW && picture.level !== 'cards')
    drawMotionAbove(picture, box, screen);
  else drawBeside(picture, box);
}

/** The motion over the whole map, where there is no room to its left. */
function drawMotionAbove(
  { context, palette, zoom, state, headings, place }: MapPicture,
  box: MapBox,
  screen: number,
): void {
  const font = fontOf(palette, MOTION.size);
  const lines = wrapText(state.head?.motion ?? '', screen - 48, widthIn(font), MOTION.lines);
  context.save();
  const { x, y, height } = place(box);
  const lanes = y + height + MAP_GEOMETRY.laneGap;
  context.translate(x, lanes);
  context.scale(1 / zoom, 1 / zoom);
  context.font = font;
  context.fillStyle = palette.ink;
  const last = -2.5 * NAME.line;
  lines.toReversed().forEach((words, at) => {
    context.fillText(words, 0, last - at * MOTION.line);
  });
  context.restore();
  const wide = Math.max(...lines.map(widthIn(font)));
  const high = lines.length * MOTION.line;
  headings.set(MOTION_ID, {
    x,
    y: lanes + (last - high + MOTION.line / 4) / zoom,
    width: wide / zoom,
    height: high / zoom,
  });
}

function drawBeside(picture: MapPicture, box: MapBox): void {
  const { context, palette, zoom, state } = picture;
  const { x, y, width, height } = picture.place(box);
  const motion = box.kind === 'motion';
  const { size, line, width: least, lines: most } = motion ? MOTION : NAME;
  const name = (motion ? state.head?.motion : state.positions.get(box.id)?.name) ?? '';
  const letters = picture.letters.get(box.id) ?? '';
  // More than the first of the name nobody would guess.
  const told = letters.length > 1 ? `${name} (${letters})` : name;
  const text = box.folded > 0 ? `${told} +${box.folded}` : told;
  const font = fontOf(palette, size * growth(zoom));
  const step = line * growth(zoom);
  const heads = box.rail.length > 0;
  // Over its rule and rightwards there is room for a whole name; elsewhere it stands left of what it heads.
  const lines = wrapText(
    text,
    heads ? RUNNING : Math.max(least, width * zoom),
    widthIn(font),
    heads ? 1 : most,
  );
  const start = heads ? { x, y: y + MAP_GEOMETRY.ruleWidth / 2 } : { x: x + width, y: y + height / 2 };
  context.save();
  context.translate(start.x, start.y);
  context.scale(1 / zoom, 1 / zoom);
  context.font = font;
  context.textAlign = heads ? 'left' : 'right';
  context.textBaseline = 'middle';
  const color = motion ? palette.ink : palette.hue(box.hue);
  if (!motion) {
    context.fillStyle = color;
    context.fillRect(heads ? 0 : -width * zoom, -1, width * zoom, 2);
  }
  const wide = Math.max(...lines.map(widthIn(font)));
  const over = -lines.length * step + step / 2 - 4;
  const isUnder = heads && hasRoomUnder(picture, box, wide, step);
  const first = motion ? -((lines.length - 1) * step) / 2 : isUnder ? 4 + step / 2 : over;
  const end = motion ? -10 - namesBefore(picture) : 0;
  lines.forEach((words, at) => {
    // Under its rule no rail is seen beside it either.
    if (isUnder) plate(context, palette, words, first - 3, step + 4);
    else if (heads) plate(context, palette, words, first, step);
    else halo(context, palette, words, end, first + at * step);
    context.fillStyle = color;
    context.fillText(words, end, first + at * step);
  });
  context.restore();
  const reach = motion ? wide : Math.max(wide, width * zoom);
  const top = Math.min(first - step / 2, motion ? 0 : -1);
  const bottom = Math.max(first + (lines.length - 1) * step + step / 2, motion ? 0 : 1);
  picture.headings.set(box.id, {
    x: start.x + (heads ? 0 : end - reach) / zoom,
    y: start.y + top / zoom,
    width: reach / zoom,
    height: (bottom - top) / zoom,
  });
}

/** Is there room for a name under its rule? On a phone claims begin under what heads them, and over it those of the lane above end. */
function hasRoomUnder({ seen, zoom, layout }: MapPicture, box: MapBox, wide: number, line: number): boolean {
  const second = layout.byId.get(box.rail[1] ?? '');
  const room = second ? (second.x - box.x) * zoom : Number.POSITIVE_INFINITY;
  return seen.width * zoom < NARROW && box.height * zoom >= line + 8 && wide + 8 <= room;
}

/** How far the positions' names reach over the motion's right edge, on the screen. */
function namesBefore({ state, layout, palette, zoom }: MapPicture): number {
  const widthOf = widthIn(fontOf(palette, NAME.size * growth(zoom)));
  let reach = 0;
  for (const id of layout.byId.get(MOTION_ID)?.children ?? []) {
    const box = layout.byId.get(id);
    if (!box || box.rail.length > 0) continue;
    const name = state.positions.get(id)?.name ?? '';
    const wide = Math.max(...wrapText(name, NAME.width, widthOf, NAME.lines).map(widthOf));
    reach = Math.max(reach, wide - box.width * zoom - MAP_GEOMETRY.columnGap * zoom);
  }
  return reach;
}

/** A rim of paper, so that links behind do not cross out the letters. */
function halo(
  context: CanvasRenderingContext2D,
  palette: MapPalette,
  words: string,
  x: number,
  y: number,
): void {
  context.strokeStyle = palette.paper;
  context.lineWidth = 4;
  context.lineJoin = 'round';
  context.strokeText(words, x, y);
}

/** Paper under a name that stands over its rule: on a small screen it covers the end of the lane above, not half of it. */
function plate(
  context: CanvasRenderingContext2D,
  palette: MapPalette,
  words: string,
  y: number,
  line: number,
): void {
  context.fillStyle = palette.paper;
  context.fillRect(-2, y - line / 2 - 1, context.measureText(words).width + 6, line + 2);
}

/** A little larger while there is more room. */
function growth(zoom: number): number {
  return Math.min(1.2, Math.max(1, zoom * 2.4));
}

function fontOf(palette: MapPalette, size: number): string {
  return `650 ${size.toFixed(1)}px ${palette.serif}`;
}
