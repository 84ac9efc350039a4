import { newHolder } from '../../../domain/debate/holders.ts';
import { isContested } from '../../../domain/debate/signs.ts';
import type { Rect } from '../../../domain/layout/map-geometry.ts';
import type { MapBox } from '../../../domain/layout/place-boxes.ts';
import { newnessOf } from '../../../domain/news/newness.ts';
import type { MapPicture } from './map-picture.ts';

/** Pixels of the screen: the slit of a contested mark, the stroke through a retracted one, the bar of a locked one, the radius of the dot of a new one. */
const SLIT = 2;
const STROKE = 1.5;
const BAR = 2;
const DOT = 2.5;
/** Letters, where they stand from the left, and the mark that has room for them. */
const LETTERS = { size: 9.5, left: 4, width: 26, height: 12 };

/**
 * What is special about a claim, told by the form of its mark where no sign could be read: a contested one is split, a locked
 * one stands on a bar, a retracted one is struck through, what is new has a dot at its corner. All of a kind in one go. Whom it is held by, where that is not
 * who holds what it stands under, letters tell.
 */
export function drawMarkSigns(picture: MapPicture): void {
  const { context, palette, boxes, zoom, place, state, marks } = picture;
  const slits: Rect[] = [];
  const strokes: Rect[] = [];
  const bars: Rect[] = [];
  const dots: Rect[] = [];
  for (const box of boxes) {
    const claim = state.claims.get(box.id);
    if (!claim) continue;
    if (claim.retracted) strokes.push(place(box));
    else if (isContested(claim.tally)) slits.push(place(box));
    if (state.locks.has(box.id)) bars.push(place(box));
    if (marks.reader !== null && newnessOf(state, claim, marks.reader) !== null) dots.push(place(box));
  }
  const [slit, stroke, bar, dot] = [SLIT / zoom, STROKE / zoom, BAR / zoom, DOT / zoom];
  const fill = (colour: string, trace: () => void) => {
    context.beginPath();
    trace();
    context.fillStyle = colour;
    context.fill();
  };
  fill(palette.paper, () => {
    for (const { x, y, width, height } of slits) context.rect(x + (width - slit) / 2, y, slit, height);
    for (const { x, y, width, height } of strokes) context.rect(x, y + (height - stroke) / 2, width, stroke);
    for (const { x, y, width, height } of bars) context.rect(x, y + height - 1.5 * bar, width, bar / 2);
  });
  fill(palette.ink, () => {
    for (const { x, y, width, height } of bars) context.rect(x, y + height - bar, width, bar);
    for (const { x, y, width } of dots) {
      context.moveTo(x + width + dot, y);
      context.arc(x + width, y, dot, 0, 2 * Math.PI);
    }
  });
  drawLetters(picture);
}

function drawLetters(picture: MapPicture): void {
  const { context, palette, boxes, zoom, place } = picture;
  context.font = `650 ${LETTERS.size / zoom}px ${palette.sans}`;
  context.textBaseline = 'middle';
  for (const box of boxes) {
    const { x, y, width, height } = place(box);
    if (width * zoom < LETTERS.width || height * zoom < LETTERS.height) continue;
    const letters = holderLetters(picture, box);
    if (letters === undefined) continue;
    context.fillStyle = box.relation === 'attack' ? palette.hue(box.hue) : palette.card;
    context.fillText(letters, x + LETTERS.left / zoom, y + height / 2);
  }
  context.textBaseline = 'alphabetic';
}

/** The letters of who holds a claim, where that is another than who holds what it stands under. */
export function holderLetters({ state, letters }: MapPicture, { id }: MapBox): string | undefined {
  const claim = state.claims.get(id);
  const holder = claim && newHolder(state, claim);
  return holder && letters.get(holder.id);
}
