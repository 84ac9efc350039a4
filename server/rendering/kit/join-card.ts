import type { Size } from '../report/report-document.ts';
import type { Setter, Style } from '../report/setter.ts';
import { COLOURS, STYLES } from '../report/styles.ts';
import { type Card, fittedRows, qrCode, stacked, words } from './card.ts';
import type { KitAddresses, KitFacts } from './kit-facts.ts';
import { KIT } from './kit-words.ts';

const MARGIN = 18;
/** Side of its QR code: read at arm's length. */
const SIDE = 104;

/** A card for each seat, the size of A7: how to join. */
export function joinCard(
  { question }: KitFacts,
  addresses: KitAddresses,
  setter: Setter,
  { width, height }: Size,
): Card {
  const column = { x: MARGIN, width: width - 3 * MARGIN - SIDE };
  const across = { x: MARGIN, width: width - 2 * MARGIN };
  const label = { ...STYLES.note, size: 9.5, line: 13.5, colour: COLOURS.soft };
  const { code, typed, join } = addresses;
  const how = [
    words(setter.rows(KIT.over.join, { ...STYLES.heading, size: 14, line: 19 }, column), 0, 'H1'),
    words(fittedRows(setter, KIT.join.open(typed), addressStyles(label), column, 3 * label.line), 4),
    ...(code === null
      ? []
      : [
          words(setter.rows(KIT.join.type, label, column)),
          words(setter.rows(code, { ...STYLES.heading, size: 19, line: 28 }, column)),
        ]),
    words(setter.rows(KIT.join.scan, label, column)),
  ];
  const sizes = [12, 10.5, 9].map((size) => ({ ...STYLES.heading, size, line: size * 1.32 }));
  const below = MARGIN + SIDE + 14;
  return {
    runs: [
      ...stacked(how, MARGIN),
      ...stacked([words(fittedRows(setter, question, sizes, across, height - below - MARGIN))], below),
    ],
    ornaments: [qrCode(join, { x: width - MARGIN - SIDE, y: MARGIN, side: SIDE })],
  };
}

/** A long address is set smaller, so that it can be typed whole. */
function addressStyles(label: Style): Style[] {
  return [1, 0.85, 0.7, 0.55].map((scale) => ({
    ...label,
    size: label.size * scale,
    line: label.line * scale,
  }));
}
