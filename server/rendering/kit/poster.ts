import { readable } from '#domain/formats/pages/readable-text.ts';
import type { FrontPosition } from '#domain/outline/debate-front.ts';
import { hueIn } from '../pictures/map-colours.ts';
import type { Block } from '../report/flow.ts';
import type { Size } from '../report/report-document.ts';
import { relationIcon } from '../report/sections/signs.ts';
import type { Column, Setter } from '../report/setter.ts';
import { COLOURS, STYLES } from '../report/styles.ts';
import {
  type Card,
  endOf,
  filled,
  fittedRows,
  qrCode,
  rowsHeight,
  ruledLine,
  stacked,
  words,
} from './card.ts';
import type { KitFacts } from './kit-facts.ts';
import { KIT } from './kit-words.ts';

/** Lines of the claims under a position, and the size of all words below the motion: the first that fits on the page. */
const EXTENTS = [
  { lead: 4, reply: 3, size: 1 },
  { lead: 3, reply: 2, size: 1 },
  { lead: 3, reply: 1, size: 1 },
  { lead: 2, reply: 2, size: 1 },
  { lead: 2, reply: 1, size: 1 },
  { lead: 2, reply: 1, size: 0.85 },
  { lead: 2, reply: 0, size: 0.85 },
  { lead: 2, reply: 0, size: 0.75 },
  { lead: 1, reply: 0, size: 0.75 },
  { lead: 0, reply: 0, size: 1 },
] as const;

/** How a debate opens, to hang on a wall: the motion, each position with the claim most discussed and its reply, and how to join. */
export function posterCard(facts: KitFacts, setter: Setter, { width, height }: Size): Card {
  const scale = width / 595;
  const margin = 46 * scale;
  const column = { x: margin, width: width - 2 * margin };
  const head = headBlocks(facts, setter, column, scale);
  const foot = footCard(facts, setter, { width, height }, scale);
  const top = margin + rowsHeight(head.flatMap(({ rows }) => rows)) + 8 * scale;
  const room = foot.top - top - 10 * scale;
  for (const extent of EXTENTS) {
    const bodies = facts.front.positions.map((position) =>
      positionBlocks(facts, setter, position, extent, column, scale * extent.size),
    );
    const runs = stacked(bodies.flat(), top + 22 * scale);
    const isLast = extent === EXTENTS.at(-1);
    if (endOf(runs) - top > room && !isLast) continue;
    return {
      runs: [...stacked(head, margin), ...runs, ...foot.card.runs],
      ornaments: [ruledLine(column.x, top + 6 * scale, column.width), ...foot.card.ornaments],
    };
  }
  return foot.card;
}

function headBlocks({ question }: KitFacts, setter: Setter, column: Column, scale: number): Block[] {
  const sizes = [36, 31, 27, 23, 19].map((size) => ({
    ...STYLES.motion,
    size: size * scale,
    line: size * 1.2 * scale,
  }));
  return [
    words(
      setter.rows(
        KIT.over.poster.toUpperCase(),
        { ...STYLES.over, size: 10 * scale, line: 18 * scale },
        column,
      ),
    ),
    {
      ...words(fittedRows(setter, question, sizes, column, 200 * scale), 0, 'H1'),
      bookmark: { title: question || KIT.title, level: 0 },
    },
  ];
}

function positionBlocks(
  { numbers }: KitFacts,
  setter: Setter,
  { id, name, hue, lead, reply }: FrontPosition,
  extent: (typeof EXTENTS)[number],
  column: Column,
  scale: number,
): Block[] {
  const inner = { x: column.x + 16 * scale, width: column.width - 16 * scale };
  const colour = hueIn(COLOURS, hue);
  const title = { ...STYLES.heading, size: 19 * scale, line: 25 * scale, colour };
  const blocks = [
    words(setter.rows(`${numbers.get(id) ?? ''} · ${name}`, title, inner, 2), 20 * scale, 'H2'),
    ...(lead && extent.lead > 0 ? [claimBlock(setter, lead, extent.lead, inner, scale)] : []),
    ...(reply && extent.reply > 0
      ? [claimBlock(setter, reply, extent.reply, indented(inner, scale), scale * 0.88)]
      : []),
  ];
  return blocks.map((block) => ({
    ...block,
    // The position's colour runs down beside its claims.
    rows: block.rows.map((row) => ({
      ...row,
      ornaments: [
        ...(row.ornaments ?? []),
        filled({ x: column.x, y: 0, width: 4 * scale, height: row.height + 0.4 }, colour),
      ],
    })),
  }));
}

function indented({ x, width }: Column, scale: number): Column {
  return { x: x + 22 * scale, width: width - 22 * scale };
}

function claimBlock(
  setter: Setter,
  { text, relation }: NonNullable<FrontPosition['lead']>,
  lines: number,
  { x, width }: Column,
  scale: number,
): Block {
  const style = { ...STYLES.body, size: 14 * scale, line: 19 * scale };
  const rows = setter.rows(readable(text), style, { x: x + 19 * scale, width: width - 19 * scale }, lines);
  const icon = relationIcon(relation === 'support' ? 'supports' : 'attacks', x);
  const [first, ...rest] = rows;
  // A row of its own height holds the space before it, so that the colour beside it has no gap.
  const air = { height: 5 * scale, inks: [] };
  return words(first ? [air, { ...first, ornaments: icon }, ...rest] : []);
}

/** How to join, along the lower edge. */
function footCard(
  { addresses }: KitFacts,
  setter: Setter,
  { width, height }: Size,
  scale: number,
): { readonly card: Card; readonly top: number } {
  const margin = 46 * scale;
  if (addresses === null) return { card: { runs: [], ornaments: [] }, top: height - margin };
  const side = 104 * scale;
  const top = height - margin - side;
  const column = { x: margin, width: width - 2 * margin - side - 24 * scale };
  const label = { ...STYLES.note, size: 12 * scale, line: 18 * scale, colour: COLOURS.soft };
  const big = { ...STYLES.heading, size: 21 * scale, line: 28 * scale };
  const lines = [
    words(setter.rows(KIT.over.join, big, column)),
    words(setter.rows(KIT.join.open(addresses.typed), label, column, 2), 4 * scale),
    ...(addresses.code === null
      ? []
      : [
          words(setter.rows(KIT.join.type, label, column)),
          words(setter.rows(addresses.code, { ...big, size: 28 * scale, line: 34 * scale }, column)),
        ]),
  ];
  return {
    card: {
      runs: stacked(lines, top),
      ornaments: [
        ruledLine(margin, top - 16 * scale, width - 2 * margin),
        qrCode(addresses.join, { x: width - margin - side, y: top, side }),
      ],
    },
    top: top - 16 * scale,
  };
}
