import { MAP_GEOMETRY, type Rect } from '#domain/layout/map-geometry.ts';
import { MOTION_ID } from '#domain/layout/map-tree.ts';
import { wrapText } from '#domain/layout/wrap-text.ts';
import type { MapPicture } from './debate-picture.ts';
import { hueIn } from './map-colours.ts';
import type { Painting } from './paint-card.ts';
import { boxPath } from './paths.ts';

/** The heading of a map that is too small to be read: the motion, and its positions with their hues. */
export interface MapHeading {
  readonly height: number;
  paint(painting: Painting): void;
}

const MOTION = { size: 27, line: 34 };
const NAME = { size: 19, line: 30, gap: 28, rule: 20 };

/** The heading of a map; `unit`: map pixels per pixel of the picture. */
export function headingOf({ state, faces, layout }: MapPicture, map: Rect, unit: number): MapHeading {
  const width = map.width - 64 * unit;
  const motion = wrapText(state.head?.motion ?? '', width, faces.display.widthAt(MOTION.size * unit));
  const names = (layout.byId.get(MOTION_ID)?.children ?? []).flatMap((id) => state.positions.get(id) ?? []);
  const rows: { x: number; row: number; name: string; hue: (typeof names)[number]['hue'] }[] = [];
  let [x, row] = [0, 0];
  for (const { name, hue } of names) {
    const room = (NAME.rule + 8 + NAME.gap) * unit;
    const [short = ''] = wrapText(name, width - room, faces.name.widthAt(NAME.size * unit), 1);
    const wide = faces.name.line(short).width * NAME.size * unit + room;
    if (x > 0 && x + wide > width) [x, row] = [0, row + 1];
    rows.push({ x, row, name: short, hue });
    x += wide;
  }
  const high = 32 + motion.length * MOTION.line + 12 + (row + 1) * NAME.line;
  return {
    height: high * unit,
    paint({ painter, colours }) {
      const left = map.x + 32 * unit;
      const top = map.y - high * unit;
      for (const [at, words] of motion.entries()) {
        const baseline = top + (32 + (at + 0.75) * MOTION.line) * unit;
        painter.text(faces.display.line(words), MOTION.size * unit, left, baseline, colours.ink);
      }
      for (const each of rows) {
        const baseline = top + (32 + motion.length * MOTION.line + 12 + (each.row + 0.7) * NAME.line) * unit;
        const colour = hueIn(colours, each.hue);
        const height = MAP_GEOMETRY.ruleWidth * unit;
        const rule = { x: left + each.x, y: baseline - 7 * unit, width: NAME.rule * unit, height };
        painter.shape(boxPath(rule), { fill: colour });
        const start = left + each.x + (NAME.rule + 8) * unit;
        painter.text(faces.name.line(each.name), NAME.size * unit, start, baseline, colour);
      }
    },
  };
}
