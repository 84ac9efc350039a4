import { CARD } from './card-metrics.ts';
import { MAP_GEOMETRY } from './map-geometry.ts';
import { widthOf } from './place-boxes.ts';
import { type TextWidth, wrapText } from './wrap-text.ts';

/** Text widths in the type of each part of the map. */
export interface CardWidths {
  readonly claim: TextWidth;
  readonly motion: TextWidth;
  readonly name: TextWidth;
  readonly summary: TextWidth;
}

/** The height of a claim's card. */
export function claimHeight(text: string, { claim }: CardWidths): number {
  const width = MAP_GEOMETRY.claimWidth - CARD.claim.inset;
  return CARD.claim.chrome + linesHeight(text, width, claim, CARD.claim.line);
}

/** The height of the motion at the map's root. */
export function motionHeight(text: string, { motion }: CardWidths): number {
  const width = widthOf('motion') - CARD.motion.inset;
  return CARD.motion.chrome + linesHeight(text, width, motion, CARD.motion.line);
}

/** The height of a position's name and summary. */
export function positionHeight(position: string, said: string, { name, summary }: CardWidths): number {
  const width = MAP_GEOMETRY.positionWidth;
  const below = said === '' ? 0 : linesHeight(said, width, summary, CARD.summary.line);
  return CARD.name.chrome + linesHeight(position, width, name, CARD.name.line) + below;
}

function linesHeight(text: string, width: number, widthOf: TextWidth, line: number): number {
  return Math.max(1, wrapText(text, width, widthOf).length) * line;
}
