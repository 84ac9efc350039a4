import type { MapClaim } from '#domain/formats/argument-map.ts';
import { KIT_BALLOT } from '#domain/formats/exports/paper-kit.ts';
import { readable } from '#domain/formats/pages/readable-text.ts';
import { circlePath } from '../pictures/paths.ts';
import type { Block, FlowRow, FlowRun, Ornament } from '../report/flow.ts';
import type { Size } from '../report/report-document.ts';
import type { Column, Setter } from '../report/setter.ts';
import { COLOURS, STYLES } from '../report/styles.ts';
import { type Card, endOf, fittedRows, qrCode, rowsHeight, ruledLine, stacked, words } from './card.ts';
import type { KitFacts } from './kit-facts.ts';
import { KIT } from './kit-words.ts';
import { relationOf } from './relation-line.ts';

const MARGIN = 28;
/** Width of a column to mark. */
const MARK = 39;
/** Width of a claim's number. */
const NUMBER = 36;
const SIDE = 66;

const LABEL = { ...STYLES.note, size: 8.5, line: 12, colour: COLOURS.soft };
const TEXT = { ...STYLES.body, size: 9.5, line: 12.8 };

/** The look of a list: its words, the marks of its rows, the maximum lines of a claim and the minimum height of a row. */
interface Kind {
  readonly over: string;
  readonly how: string;
  /** The mark under each heading of a row. */
  readonly mark: (x: number, y: number) => Ornament;
  readonly lines: number;
  readonly least: number;
}

const BALLOT: Kind = {
  over: KIT.over.ballot,
  how: KIT.ballot.how,
  mark: (x, y) => ({ path: circlePath(x, y, 6.5), paint: { stroke: COLOURS.soft, width: 1 } }),
  // People vote on the whole claim, however long it is.
  lines: Infinity,
  least: 30,
};

const TALLY: Kind = {
  over: KIT.over.tally,
  how: KIT.tally.how,
  mark: (x, y) => ({ path: `M${x - 18} ${y - 14}h36v28h-36z`, paint: { stroke: COLOURS.rule, width: 0.8 } }),
  lines: 2,
  least: 34,
};

/** A ballot, on pages of one size: a row for each claim, with a circle for each answer. */
export function ballotCards(facts: KitFacts, setter: Setter, size: Size): Card[] {
  return listCards(facts, setter, size, BALLOT);
}

/** The sheet on which ballots are counted. */
export function tallyCards(facts: KitFacts, setter: Setter, size: Size): Card[] {
  return listCards(facts, setter, size, TALLY);
}

function listCards(facts: KitFacts, setter: Setter, size: Size, kind: Kind): Card[] {
  const column = { x: MARGIN, width: size.width - 2 * MARGIN };
  const claims = facts.ballot.slice(0, KIT_BALLOT);
  const head = headRuns(facts, setter, column, kind);
  const rows = claims.map((claim) => rowOf(facts, setter, claim, column, kind));
  const pages = divided(rows, {
    first: size.height - endOf(head) - MARGIN - 34,
    others: size.height - 2 * MARGIN - 34,
    last: kind === BALLOT && facts.addresses ? SIDE + 16 : 24,
  });
  return pages.map((page, at) =>
    pageCard(facts, setter, size, kind, { page, at, pages: pages.length, head }),
  );
}

function headRuns(facts: KitFacts, setter: Setter, column: Column, { over, how }: Kind): FlowRun[] {
  const sizes = [17, 14.5, 12].map((size) => ({ ...STYLES.heading, size, line: size * 1.3 }));
  const all = facts.ballot.length;
  const left = all - KIT_BALLOT;
  const note = left > 0 ? `${how} ${KIT.more(KIT_BALLOT, all)}` : how;
  return stacked(
    [
      {
        ...words(setter.rows(over.toUpperCase(), STYLES.over, column), 0, 'H1'),
        bookmark: { title: over, level: 0 },
      },
      words(fittedRows(setter, facts.question, sizes, column, 76), 2, 'H2'),
      words(setter.rows(note, LABEL, column, 4), 4),
    ],
    MARGIN,
  );
}

/** A row of a list: its height, and its block and marks at a height of the page. */
interface ListRow {
  readonly height: number;
  readonly at: (y: number) => Card;
}

function rowOf(facts: KitFacts, setter: Setter, claim: MapClaim, { x, width }: Column, kind: Kind): ListRow {
  const left = { x: x + NUMBER, width: width - NUMBER - 3 * MARK - 8 };
  const [number = { height: 0, inks: [] }] = setter.rows(
    claim.number,
    STYLES.strong,
    { x, width: NUMBER - 4 },
    1,
  );
  const text = setter.rows(readable(claim.claim.text).replace(/\s+/g, ' '), TEXT, left, kind.lines);
  const answers = setter.rows(relationOf(facts, claim).line, STYLES.note, left, 1);
  const [first, ...rest] = text;
  const all: FlowRow[] = first
    ? [{ ...first, inks: [...number.inks, ...first.inks] }, ...rest, ...answers]
    : [];
  const height = Math.max(kind.least, rowsHeight(all) + 12);
  return {
    height,
    at: (y) => ({
      runs: stacked([words(all)], y + 6),
      ornaments: [
        ruledLine(x, y, width),
        ...[2, 1, 0].map((back) => kind.mark(x + width - MARK * (back + 0.5), y + height / 2)),
      ],
    }),
  };
}

/** Rows on pages; the last page keeps `last` points free. */
function divided(
  rows: readonly ListRow[],
  room: { readonly first: number; readonly others: number; readonly last: number },
): ListRow[][] {
  const pages: ListRow[][] = [[]];
  let left = room.first;
  for (const [at, row] of rows.entries()) {
    const needed = row.height + (at === rows.length - 1 ? room.last : 0);
    if (needed > left && pages.at(-1)?.length) {
      pages.push([]);
      left = room.others;
    }
    pages.at(-1)?.push(row);
    left -= row.height;
  }
  return pages;
}

function pageCard(
  facts: KitFacts,
  setter: Setter,
  { width, height }: Size,
  kind: Kind,
  {
    page,
    at,
    pages,
    head,
  }: { page: readonly ListRow[]; at: number; pages: number; head: readonly FlowRun[] },
): Card {
  const column = { x: MARGIN, width: width - 2 * MARGIN };
  const top = at === 0 ? endOf(head) + 8 : MARGIN;
  const titles = columnTitles(setter, column);
  let y = top + 16;
  const cards = page.map((row) => {
    const card = row.at(y);
    y += row.height;
    return card;
  });
  const isLast = at === pages - 1;
  const foot = isLast ? footOf(facts, setter, { width, height }, kind, y) : { runs: [], ornaments: [] };
  const number =
    pages > 1
      ? stacked(
          [words(setter.rows(KIT.ballot.page(at + 1, pages), STYLES.note, column))],
          height - MARGIN + 4,
        )
      : [];
  const none =
    facts.ballot.length === 0 ? stacked([words(setter.rows(KIT.noClaims, LABEL, column))], y + 8) : [];
  return {
    runs: [
      ...(at === 0 ? head : []),
      ...stacked([titles], top),
      ...cards.flatMap(({ runs }) => runs),
      ...none,
      ...foot.runs,
      ...number,
    ],
    ornaments: [
      ...cards.flatMap(({ ornaments }) => ornaments),
      ruledLine(column.x, y, column.width),
      ...foot.ornaments,
    ],
  };
}

function columnTitles(setter: Setter, { x, width }: Column): Block {
  const inks = KIT.ballot.columns.map((title, at) => {
    const middle = x + width - MARK * (2.5 - at);
    const half = setter.widthOf(title, STYLES.strong) / 2;
    return setter.ink(title, STYLES.strong, { x: middle - half, width: MARK + 12 });
  });
  return words([{ height: STYLES.strong.line, inks }]);
}

function footOf(facts: KitFacts, setter: Setter, { width, height }: Size, kind: Kind, y: number): Card {
  const column = { x: MARGIN, width: width - 2 * MARGIN };
  if (kind === TALLY) {
    return {
      runs: stacked([words(setter.rows(KIT.tally.counted, LABEL, column))], y + 12),
      ornaments: [ruledLine(MARGIN + 78, y + 24, 90, COLOURS.faint)],
    };
  }
  if (facts.addresses === null) return { runs: [], ornaments: [] };
  const top = height - MARGIN - SIDE;
  const beside = { x: MARGIN, width: column.width - SIDE - 16 };
  return {
    runs: stacked([words(setter.rows(KIT.ballot.phone, LABEL, beside, 3))], top),
    ornaments: [qrCode(facts.addresses.vote, { x: width - MARGIN - SIDE, y: top, side: SIDE })],
  };
}
