import type { MapClaim } from '#domain/formats/argument-map.ts';
import { readable } from '#domain/formats/pages/readable-text.ts';
import { claimCode } from '#domain/search/claim-code.ts';
import { hueIn } from '../pictures/map-colours.ts';
import type { Block, Ornament } from '../report/flow.ts';
import type { Size } from '../report/report-document.ts';
import type { ReportFacts } from '../report/report-facts.ts';
import { relationIcon } from '../report/sections/signs.ts';
import type { Setter } from '../report/setter.ts';
import { COLOURS, STYLES } from '../report/styles.ts';
import { type Card, endOf, filled, fittedRows, qrCode, ruledLine, stacked, tickBox, words } from './card.ts';
import type { KitFacts } from './kit-facts.ts';
import { KIT } from './kit-words.ts';
import { relationOf } from './relation-line.ts';

const MARGIN = 22;
const SIDE = 84;
/** Width of the band in the position's colour. */
const BAND = 8;

const LABEL = { ...STYLES.note, size: 9, line: 12.5, colour: COLOURS.soft };
const TEXTS = [19, 17, 15, 13, 11.5, 10, 9, 8].map((size) => ({ ...STYLES.body, size, line: size * 1.36 }));

/** A claim on a card, the size of A6: its number and code, what it answers, its words, and the way to it on a phone. */
export function claimCard(facts: KitFacts, setter: Setter, claim: MapClaim, { width, height }: Size): Card {
  const column = { x: MARGIN, width: width - 2 * MARGIN };
  const position = facts.state.positions.get(claim.claim.positionId ?? '');
  const code = claimCode(claim.id);
  const top = stacked(
    [
      {
        ...words(setter.rows(claim.number, { ...STYLES.motion, size: 26, line: 30 }, column, 1), 0, 'H1'),
      },
      words(
        setter.rows(
          position?.name ?? '',
          { ...STYLES.strong, colour: hueIn(COLOURS, position?.hue ?? null) },
          column,
          1,
        ),
      ),
      relationBlock(facts, setter, claim, column.width),
    ],
    MARGIN,
  );
  const foot = height - MARGIN - SIDE;
  const text = endOf(top) + 14;
  const author = claim.author === '' ? [] : setter.rows(claim.author, LABEL, column, 1);
  const room = foot - 16 - text - (author.length > 0 ? LABEL.line + 6 : 0);
  return {
    runs: [
      ...top,
      ...stacked(
        [
          words(fittedRows(setter, readable(claim.claim.text), TEXTS, column, room)),
          ...(author.length > 0 ? [words(author, 6)] : []),
        ],
        text,
      ),
      ...stacked(wayBlocks(facts, setter, code, width), foot),
    ],
    ornaments: [
      filled({ x: 0, y: 0, width: BAND, height }, hueIn(COLOURS, position?.hue ?? null)),
      ruledLine(MARGIN, foot - 12, column.width),
      ...(facts.addresses
        ? [qrCode(facts.addresses.claim(claim.id), { x: width - MARGIN - SIDE, y: foot, side: SIDE })]
        : []),
    ],
  };
}

function relationBlock(facts: ReportFacts, setter: Setter, claim: MapClaim, width: number): Block {
  const { bearing, line } = relationOf(facts, claim);
  const rows = setter.rows(line, LABEL, { x: MARGIN + 14, width: width - 14 }, 2);
  const [first, ...rest] = rows;
  return words(first ? [{ ...first, ornaments: relationIcon(bearing, MARGIN) }, ...rest] : [], 4);
}

function wayBlocks({ addresses }: KitFacts, setter: Setter, code: string, width: number): Block[] {
  const column = { x: MARGIN, width: width - 3 * MARGIN - SIDE };
  const big = words(setter.rows(code, { ...STYLES.heading, size: 19, line: 26 }, column), 2);
  if (addresses === null) return [words(setter.rows(KIT.card.code(code), LABEL, column))];
  const join =
    addresses.code === null ? KIT.join.at(addresses.typed) : KIT.join.short(addresses.typed, addresses.code);
  return [
    words(setter.rows(KIT.card.act, LABEL, column, 3)),
    big,
    words(setter.rows(join, { ...LABEL, size: 7.5, line: 10 }, column, 3), 4),
  ];
}

/** A card for a new claim, to be written by hand. */
export function blankCard({ addresses, state }: KitFacts, setter: Setter, { width, height }: Size): Card {
  const column = { x: MARGIN, width: width - 2 * MARGIN };
  const head = stacked(
    [
      words(setter.rows(KIT.blank.title, { ...STYLES.heading, size: 17, line: 23 }, column), 0, 'H1'),
      words(setter.rows(KIT.blank.hint, LABEL, column), 1),
    ],
    MARGIN,
  );
  const write = endOf(head) + 26;
  const lines = Array.from({ length: 6 }, (_, at) =>
    ruledLine(MARGIN, write + at * 25, column.width, COLOURS.faint),
  );
  const answers = write + 5 * 25 + 26;
  const [left, right] = [MARGIN, MARGIN + column.width / 2];
  const ticked = (x: number) => ({ x: x + 16, width: column.width / 2 - 16 });
  const named = state.head?.settings.names !== 'anonymous';
  const label = (text: string, y: number) => stacked([words(setter.rows(text, LABEL, column, 1))], y);
  const ornaments: Ornament[] = [
    ...lines,
    tickBox(left, answers + 1),
    tickBox(right, answers + 1),
    ruledLine(MARGIN, answers + 42, column.width, COLOURS.faint),
    ruledLine(MARGIN, answers + 82, column.width, COLOURS.faint),
    ...(named ? [ruledLine(MARGIN, answers + 118, column.width, COLOURS.faint)] : []),
  ];
  const foot = addresses?.code
    ? stacked(
        [
          words(
            setter.rows(
              KIT.join.short(addresses.typed, addresses.code),
              { ...LABEL, size: 7.5, line: 10 },
              column,
              2,
            ),
          ),
        ],
        height - MARGIN - 12,
      )
    : [];
  return {
    runs: [
      ...head,
      ...stacked([words(setter.rows(KIT.blank.supports, LABEL, ticked(left)))], answers),
      ...stacked([words(setter.rows(KIT.blank.attacks, LABEL, ticked(right)))], answers),
      ...label(KIT.blank.code, answers + 45),
      ...label(KIT.blank.source, answers + 85),
      ...(named ? label(KIT.blank.name, answers + 121) : []),
      ...foot,
    ],
    ornaments,
  };
}
