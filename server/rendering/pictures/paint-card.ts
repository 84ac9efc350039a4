import { shownStrength, strengthBand } from '#domain/analysis/strength/shown-strength.ts';
import { countCommentsAt, sourcesOf } from '#domain/debate/lineage/merged-contents.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import { newHolder } from '#domain/debate/map/holders.ts';
import { mergeGroup } from '#domain/debate/map/merged.ts';
import { areTalliesHidden, isBallotSecret } from '#domain/debate/votes/ballots.ts';
import { isContested } from '#domain/debate/votes/signs.ts';
import { readable } from '#domain/formats/pages/readable-text.ts';
import { CARD } from '#domain/layout/card-metrics.ts';
import { initialsOf } from '#domain/layout/initials.ts';
import { MAP_GEOMETRY } from '#domain/layout/map-geometry.ts';
import type { MapBox } from '#domain/layout/place-boxes.ts';
import { wrapText } from '#domain/layout/wrap-text.ts';
import type { Typeface } from '../typeset/typeface.ts';
import type { MapPicture } from './debate-picture.ts';
import { hueIn, type MapColours } from './map-colours.ts';
import type { Painter } from './painter.ts';
import { boxPath, circlePath, ICONS } from './paths.ts';
import { PICTURE_WORDS } from './picture-words.ts';

/** The canvas for a box, and the data it is drawn from. */
export interface Painting {
  readonly picture: MapPicture;
  readonly painter: Painter;
  readonly colours: MapColours;
}

/** Baselines in a line, by typeface: half of the spare height, then the ascent. */
const RISE = { text: 0.969 - 1.21 / 2, serif: 1.036 - 1.371 / 2 };
const BARE = CARD.claim.inset;
const LEFT = 16;
const SMALL = 13;
/** The baselines of a card's head and foot, from its upper edge and from the end of its text. */
const HEAD = 11 + 10 + RISE.text * SMALL;
const FOOT = 20 + RISE.text * SMALL;

/** Draws a claim as its card on the board. */
export function paintClaim(painting: Painting, box: MapBox): void {
  const { picture, painter, colours } = painting;
  const claim = picture.state.claims.get(box.id);
  if (!claim) return;
  const { x, y, width, height } = box;
  const hue = hueIn(colours, box.hue);
  painter.begin({ kind: 'claim', label: labelOf(picture, claim, box) });
  painter.shape(boxPath({ x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1 }, 4, 8), {
    fill: claim.retracted ? colours.paper : colours.card,
    stroke: colours.rule,
    width: 1,
  });
  painter.shape(`M${x + 3} ${y}h1v${height}h-1a3 4 0 0 1 -3 -4v${8 - height}a3 4 0 0 1 3 -4z`, { fill: hue });
  paintHead(painting, box, claim);
  const { text } = picture.faces;
  const inner = width - BARE;
  const lines = wrapText(readable(claim.text), inner, text.widthAt(CARD.claim.size));
  paintLines(
    painting,
    text,
    lines,
    { x: x + LEFT, y: y + 35, width: inner, ...CARD.claim, rise: RISE.text },
    claim.retracted ? colours.faint : colours.ink,
  );
  paintFoot(painting, box, claim, y + 35 + Math.max(1, lines.length) * CARD.claim.line);
  paintFold(painting, box);
  painter.end();
}

/** Draws a position as the head of its lane. */
export function paintPosition({ picture, painter, colours }: Painting, box: MapBox): void {
  const position = picture.state.positions.get(box.id);
  if (!position) return;
  const { x, y, width } = box;
  const hue = hueIn(colours, position.hue);
  const summary = readable(position.summary);
  painter.begin({ kind: 'position', label: summary === '' ? position.name : `${position.name}: ${summary}` });
  painter.shape(boxPath({ x, y, width, height: MAP_GEOMETRY.ruleWidth }), { fill: hue });
  const { name, text } = picture.faces;
  const painting = { picture, painter, colours };
  const lines = wrapText(position.name, width, name.widthAt(CARD.name.size));
  const top = y + MAP_GEOMETRY.ruleWidth + 8;
  paintLines(painting, name, lines, { x, y: top, width, ...CARD.name, rise: RISE.serif }, hue);
  const said = wrapText(summary, width, text.widthAt(CARD.summary.size));
  const below = top + lines.length * CARD.name.line + 4;
  paintLines(painting, text, said, { x, y: below, width, ...CARD.summary, rise: RISE.text }, colours.soft);
  painter.end();
}

/** Draws the motion at the map's root. */
export function paintMotion({ picture, painter, colours }: Painting, { x, y, width }: MapBox): void {
  const motion = picture.state.head?.motion ?? '';
  const { display, strong } = picture.faces;
  painter.begin({ kind: 'motion', label: `${PICTURE_WORDS.motion}: ${motion}` });
  painter.text(strong.line(PICTURE_WORDS.motion.toUpperCase()), 12, x, y + 26, colours.faint);
  const inner = width - CARD.motion.inset;
  const lines = wrapText(motion, inner, display.widthAt(CARD.motion.size));
  paintLines(
    { picture, painter, colours },
    display,
    lines,
    { x, y: y + 36, width: inner, ...CARD.motion, rise: RISE.serif },
    colours.ink,
  );
  painter.end();
}

/** A block of lines: its corner, its width, its type. */
interface Block {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly line: number;
  readonly rise: number;
}

function paintLines(
  { painter }: Painting,
  face: Typeface,
  lines: readonly string[],
  { x, y, width, size, line, rise }: Block,
  colour: string,
): void {
  const fromRight = face.line(lines.join(' ')).fromRight;
  for (const [at, words] of lines.entries()) {
    const set = face.line(words, fromRight);
    const start = fromRight ? x + width - set.width * size : x;
    painter.text(set, size, start, y + at * line + line / 2 + rise * size, colour);
  }
}

function paintHead({ picture, painter, colours }: Painting, box: MapBox, claim: Claim): void {
  const { strong, text } = picture.faces;
  const { x, y, width } = box;
  const bearing = bearingOf(box);
  const colour = bearing === 'supports' ? colours.support : colours.attack;
  const icon = { x: x + LEFT, y: y + 13, scale: 1 };
  const line = { stroke: colour, width: 1.5 };
  if (bearing === 'supports') painter.shape(ICONS.support, line, icon);
  else if (bearing === 'undercuts') painter.shape(ICONS.undercut, line, icon);
  else {
    painter.shape(ICONS.ring, { ...line, dash: [2.6, 1.5] }, icon);
    painter.shape(ICONS.minus, line, icon);
  }
  const word = strong.line(PICTURE_WORDS[bearing]);
  painter.text(word, SMALL, x + LEFT + 20, y + HEAD, colour);
  let right = x + width - 15;
  let room = width - BARE - 20 - word.width * SMALL - 8;
  const put = (face: Typeface, words: string, size: number, ink: string, most = Infinity) => {
    const [fitting = ''] = wrapText(words, Math.min(room, most), face.widthAt(size), 1);
    const set = face.line(fitting);
    if (fitting === '' || set.width * size > room) return;
    right -= set.width * size;
    painter.text(set, size, right, y + HEAD, ink);
    right -= 8;
    room -= set.width * size + 8;
  };
  const author = picture.names.get(claim.author);
  if (author) put(strong, initialsOf(author), 12, colours.faint);
  for (const sign of signsOf(picture, claim)) put(strong, sign, 12, colours.soft);
  const holder = newHolder(picture.state, claim);
  if (holder) put(text, holder.name, SMALL, hueIn(colours, holder.hue));
}

function paintFoot({ picture, painter, colours }: Painting, box: MapBox, claim: Claim, top: number): void {
  const { state, strengths, faces } = picture;
  const { text } = faces;
  const middle = top + 20;
  const pale = mixed(colours.faint, colours.paper, 0.36);
  let x = box.x + LEFT;
  const put = (words: string) => {
    const set = text.line(words);
    painter.text(set, SMALL, x, top + FOOT, colours.faint);
    x += set.width * SMALL;
  };
  const { agree, disagree, pass } = claim.tally;
  const total = agree + disagree + pass;
  if (areTalliesHidden(state)) put(PICTURE_WORDS.votesHidden);
  else if (total === 0 && isBallotSecret(state)) put(PICTURE_WORDS.fewVotes);
  else {
    const bar = (from: number, to: number, fill: string) =>
      painter.shape(boxPath({ x: x + from, y: middle - 2, width: to - from, height: 4 }), { fill });
    bar(0, 60, pale);
    if (agree > 0) bar(0, (60 * agree) / total, colours.support);
    if (disagree > 0) bar((60 * (agree + pass)) / total, 60, colours.attack);
    x += 68;
    put(`${agree} – ${disagree}`);
  }
  const strength = shownStrength(strengths, claim.id);
  if (strength !== undefined) {
    x += 10;
    painter.shape(boxPath({ x, y: middle - 7, width: 4, height: 14 }), { fill: pale });
    painter.shape(boxPath({ x, y: middle + 7 - 14 * strength, width: 4, height: 14 * strength }), {
      fill: colours.soft,
    });
    x += 8;
    put(PICTURE_WORDS[strengthBand(strength)]);
  }
  let right = box.x + box.width - 15;
  const comments = countCommentsAt(state, { kind: 'claim', id: claim.id });
  if (comments > 0) {
    const count = text.line(`${comments}`);
    right -= count.width * SMALL;
    painter.text(count, SMALL, right, top + FOOT, colours.faint);
    right -= 17;
    painter.shape(
      ICONS.comment,
      { stroke: colours.faint, width: 1.5 },
      { x: right, y: middle - 6.5, scale: 13 / 16 },
    );
    right -= 10;
  }
  const marks = sourcesOf(state, claim)
    .map((id) => state.sources.get(id)?.locator || '§')
    .join(' ');
  const [fitting = ''] = wrapText(marks, Math.max(0, right - x - 10), text.widthAt(SMALL), 1);
  const set = text.line(fitting);
  if (set.width * SMALL <= right - x - 10)
    painter.text(set, SMALL, right - set.width * SMALL, top + FOOT, colours.faint);
}

/** Draws the number of claims folded under a card, at its right edge. */
function paintFold({ picture, painter, colours }: Painting, { folded, x, y, width, height }: MapBox): void {
  if (folded === 0) return;
  const count = picture.faces.strong.line(`${folded}`);
  const wide = Math.max(24, count.width * 12 + 12);
  const pill = { x: x + width - 2, y: y + height / 2 - 12, width: wide, height: 24 };
  painter.shape(boxPath(pill, 12, 12), { fill: colours.card, stroke: colours.faint, width: 1 });
  const start = pill.x + (wide - count.width * 12) / 2;
  painter.text(count, 12, start, y + height / 2 + RISE.text * 12, colours.soft);
}

function bearingOf({ undercuts, relation }: MapBox): 'supports' | 'attacks' | 'undercuts' {
  if (undercuts !== null) return 'undercuts';
  return relation === 'attack' ? 'attacks' : 'supports';
}

/** The states of a claim: each an icon and a word. */
function signsOf({ state }: MapPicture, claim: Claim): string[] {
  const merged = mergeGroup(state, claim.id).length - 1;
  return [
    ...(claim.retracted ? [`⊘ ${PICTURE_WORDS.retracted}`] : []),
    ...(!claim.retracted && isContested(claim.tally) ? [`⇅ ${PICTURE_WORDS.contested}`] : []),
    ...(state.locks.has(claim.id) ? [`⊠ ${PICTURE_WORDS.locked}`] : []),
    ...(merged > 0 ? [`≡ ${merged} ${PICTURE_WORDS.merged}`] : []),
  ];
}

/** The full content of a card, as a sentence. */
function labelOf({ state, names, strengths }: MapPicture, claim: Claim, box: MapBox): string {
  const { agree, disagree, pass } = claim.tally;
  const author = names.get(claim.author);
  const holder = state.positions.get(claim.positionId ?? '')?.name;
  const strength = shownStrength(strengths, claim.id);
  return [
    `${PICTURE_WORDS[bearingOf(box)]}: ${readable(claim.text)}`,
    ...(claim.retracted ? [PICTURE_WORDS.retracted] : []),
    ...(holder ? [`${PICTURE_WORDS.heldBy} ${holder}`] : []),
    ...(author ? [`${PICTURE_WORDS.by} ${author}`] : []),
    ...(agree + disagree + pass > 0
      ? [
          `${agree} ${PICTURE_WORDS.agree}, ${disagree} ${PICTURE_WORDS.disagree}, ${pass} ${PICTURE_WORDS.pass}`,
        ]
      : []),
    ...(strength === undefined
      ? []
      : [`${PICTURE_WORDS.strength} ${strength.toFixed(2)} (${PICTURE_WORDS[strengthBand(strength)]})`]),
  ].join(' · ');
}

/** Mixes a part of a colour with its ground. */
function mixed(colour: string, ground: string, part: number): string {
  const channel = (of: string, at: number) => Number.parseInt(of.slice(at, at + 2), 16);
  const both = [1, 3, 5].map((at) =>
    Math.round(channel(colour, at) * part + channel(ground, at) * (1 - part)),
  );
  return `#${both.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** The mark where an undercut meets a link: a small ring with a stroke through it. */
export function paintAttackPoint({ painter, colours }: Painting, x: number, y: number): void {
  painter.shape(circlePath(x, y, 5), { fill: colours.paper });
  painter.shape(`M${x - 2.4} ${y + 2.4}l4.8 -4.8`, { stroke: colours.attack, width: 1.5 });
}
