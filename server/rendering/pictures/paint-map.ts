import type { MapBox } from '#domain/layout/place-boxes.ts';
import { hueIn } from './map-colours.ts';
import { type Painting, paintClaim, paintMotion, paintPosition } from './paint-card.ts';
import { type LinksWanted, paintLinks } from './paint-links.ts';
import { boxPath } from './paths.ts';

/** Scale below which cards can't be read: each becomes a mark in its hue, as on the board. */
export const MARKS_BELOW = 0.3;

/** Draws links, then boxes over them. */
export function paintCards(painting: Painting, boxes: readonly MapBox[], links: LinksWanted): void {
  paintLinks(painting, links);
  for (const box of boxes) paintBox(painting, box);
}

/** Draws one box with its words. */
export function paintBox(painting: Painting, box: MapBox): void {
  if (box.kind === 'motion') paintMotion(painting, box);
  else if (box.kind === 'position') paintPosition(painting, box);
  else paintClaim(painting, box);
}

/** Draws boxes as marks: supporting ones filled, attacking ones hollow, so that they differ by more than colour. */
export function paintMarks(painting: Painting, boxes: readonly MapBox[], links: LinksWanted): void {
  const { painter, colours } = painting;
  paintLinks(painting, links);
  const line = 1.5 * links.thickness;
  for (const box of boxes) {
    const hue = hueIn(colours, box.hue);
    if (box.kind === 'motion') painter.shape(boxPath(box), { fill: colours.ink });
    else if (box.kind === 'position') painter.shape(boxPath(box), { fill: hue });
    else if (box.relation !== 'attack') painter.shape(boxPath(box), { fill: hue, opacity: 0.82 });
    else {
      const { x, y, width, height } = box;
      const inner = { x: x + line / 2, y: y + line / 2, width: width - line, height: height - line };
      painter.shape(boxPath(inner), { fill: colours.card, stroke: hue, width: line });
    }
  }
}
