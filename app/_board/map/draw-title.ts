import type { Claim } from '../../../domain/debate/records/claim.ts';
import { isContested } from '../../../domain/debate/signs.ts';
import { CARD } from '../../../domain/layout/card-metrics.ts';
import type { MapBox } from '../../../domain/layout/place-boxes.ts';
import { isRightToLeft } from '../../../domain/layout/text-direction.ts';
import { wrapText } from '../../../domain/layout/wrap-text.ts';
import { newnessOf } from '../../../domain/news/newness.ts';
import { CLAIM_SIGNS, MARK_SIGN } from '../claim/claim-signs.tsx';
import { holderLetters } from './draw-mark-signs.ts';
import type { MapPicture } from './map-picture.ts';
import { widthIn } from './text-width.ts';

/** Pixels of the screen: the text of a far card does not shrink with it. */
const FAR = { size: 11.5, line: 13, left: 7, top: 5, right: 4, sign: 10 };
type FarType = typeof FAR;
/** The size to which it grows, and from which zoom on. */
const LARGEST = { size: 13, zoom: 0.5 };
const SPINE = 3;
/** How many times as wide as its line a word may be: it is drawn so much narrower, and not broken; more would be seen. */
const GIVE = 1.2;

/** Draws a far card: its spine, its sign, and as much of its text as there is room for. */
export function drawTitle(picture: MapPicture, box: MapBox): void {
  const { context, palette, zoom, state } = picture;
  const { x, y, width, height } = picture.place(box);
  const claim = state.claims.get(box.id);
  if (!claim) return;
  context.save();
  context.translate(x, y);
  context.scale(1 / zoom, 1 / zoom);
  drawFace(picture, width * zoom, height * zoom, palette.hue(box.hue));
  const type = picture.level === 'cards' ? nearType(zoom) : farType(zoom);
  const room = Math.floor((height * zoom - 1.4 * type.top) / type.line);
  const most = width * zoom - type.left - type.sign - type.right;
  if (room >= 1 && most >= LEAST) {
    context.textBaseline = 'top';
    const inner = type.sign > 0 ? most - drawSigns(picture, box, claim, type, room, most) : most;
    drawText(picture, claim, type, room, inner);
  }
  context.restore();
}

/** Pixels of the screen: a text has no less. */
const LEAST = 16;

/**
 * Draws how it bears on what it answers, under that, in a column where no text stands, who holds it and what is special about
 * it; what has no room there at the other end of the first line. Answers how much of the width that takes.
 */
function drawSigns(
  picture: MapPicture,
  box: MapBox,
  claim: Claim,
  type: FarType,
  room: number,
  most: number,
): number {
  const { context, palette } = picture;
  const attack = box.relation === 'attack';
  context.font = `650 ${type.size}px ${palette.sans}`;
  context.fillStyle = attack ? palette.attack : palette.support;
  context.fillText(box.undercuts !== null ? '/' : attack ? '−' : '+', type.left, type.top);
  const letters = holderLetters(picture, box);
  const told = letters === undefined ? signsOf(claim, picture) : [letters, ...signsOf(claim, picture)];
  const draw = (sign: string, x: number, y: number) => {
    const look = sign === letters ? 'hue' : sign === CLAIM_SIGNS.new ? 'ink' : 'soft';
    context.fillStyle = look === 'hue' ? palette.hue(box.hue) : palette[look];
    context.font = `${look === 'hue' ? 650 : 400} ${type.size - 2.5}px ${palette.sans}`;
    // Narrower rather than over the text.
    context.fillText(sign, x, y, type.sign + 1);
  };
  told.slice(0, room - 1).forEach((sign, at) => {
    draw(sign, type.left - 2, type.top + 1 + (at + 1) * type.line);
  });
  const width = type.sign + 2;
  const beside = told.slice(room - 1, room - 1 + Math.floor((most - LEAST) / width));
  beside.forEach((sign, at) => {
    draw(sign, type.left + type.sign + most - (beside.length - at) * width + 2, type.top + 1);
  });
  return beside.length * width;
}

function drawText(picture: MapPicture, claim: Claim, type: FarType, room: number, inner: number): void {
  const { context, palette } = picture;
  const font = `400 ${type.size}px ${palette.sans}`;
  context.font = font;
  context.fillStyle = claim.retracted ? palette.soft : palette.ink;
  const widthOf = widthIn(font);
  const give = picture.level === 'cards' ? 1 : GIVE;
  const text = picture.marks.readable(claim.text);
  const fromRight = isRightToLeft(text);
  if (fromRight) context.direction = 'rtl';
  context.textAlign = fromRight ? 'right' : 'left';
  wrapText(text, inner, widthOf, room, give).forEach((line, at) => {
    const start = type.left + type.sign;
    const [x, y] = [fromRight ? start + inner : start, type.top + at * type.line];
    // Only a word alone on its line can be too wide for it.
    if (give > 1 && !line.includes(' ') && widthOf(line) > inner) context.fillText(line, x, y, inner);
    else context.fillText(line, x, y);
  });
}

function signsOf(claim: Claim, { state, marks: { reader } }: MapPicture): string[] {
  const signs: string[] = [];
  if (claim.retracted) signs.push(CLAIM_SIGNS.retracted);
  else if (isContested(claim.tally)) signs.push(CLAIM_SIGNS.contested);
  if (state.withheld.has(claim.id)) signs.push(CLAIM_SIGNS.hidden);
  if (state.veiled.has(claim.id)) signs.push(CLAIM_SIGNS.veiled);
  if (state.reviews.has(claim.id)) signs.push(MARK_SIGN);
  if (state.locks.has(claim.id)) signs.push(CLAIM_SIGNS.locked);
  if (reader && newnessOf(state, claim, reader)) signs.push(CLAIM_SIGNS.new);
  return signs;
}

/** A little larger while there is more room. */
function farType(zoom: number): FarType {
  const growth = Math.max(1, Math.min(1, zoom / LARGEST.zoom) * (LARGEST.size / FAR.size));
  const { size, line, left, top, right, sign } = FAR;
  const half = Math.round(size * growth * 2) / 2;
  return { size: half, line: line * growth, left, top, right, sign: sign * growth };
}

/** As the card will have it, for the moment until it is an element. */
function nearType(zoom: number): FarType {
  const { size, line } = CARD.claim;
  return {
    size: Math.round(size * zoom * 2) / 2,
    line: line * zoom,
    left: 16 * zoom,
    top: 38 * zoom,
    right: 14 * zoom,
    sign: 0,
  };
}

function drawFace({ context, palette }: MapPicture, width: number, height: number, hue: string): void {
  context.fillStyle = palette.card;
  context.strokeStyle = palette.rule;
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(0.5, 0.5, width - 1, height - 1, 4);
  context.fill();
  context.stroke();
  context.fillStyle = hue;
  context.fillRect(0, 0, SPINE, height);
}
