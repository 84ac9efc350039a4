import type { KitPaper } from '#domain/formats/exports/paper-kit.ts';
import type { Point } from '#domain/layout/map-geometry.ts';
import { PAPER } from '../report/paper.ts';
import type { ReportDocument, Size } from '../report/report-document.ts';
import { COLOURS } from '../report/styles.ts';
import type { Card } from './card.ts';

const A4: Size = { width: PAPER.width, height: PAPER.height };
const A5: Size = { width: 419.53, height: 595.28 };

/** A sheet divided into cards of one size. */
interface Sheet {
  readonly page: Size;
  readonly columns: number;
  readonly rows: number;
}

/** Sizes of cards: a whole page, A5 (a ballot), A6 (a claim), A7 (to join). */
const SHEETS = {
  page: { a4: { page: A4, columns: 1, rows: 1 }, a5: { page: A5, columns: 1, rows: 1 } },
  ballot: { a4: { page: turned(A4), columns: 2, rows: 1 }, a5: { page: A5, columns: 1, rows: 1 } },
  claim: { a4: { page: A4, columns: 2, rows: 2 }, a5: { page: turned(A5), columns: 2, rows: 1 } },
  ticket: { a4: { page: A4, columns: 2, rows: 4 }, a5: { page: turned(A5), columns: 2, rows: 2 } },
} as const satisfies Record<string, Record<KitPaper, Sheet>>;

export type CardSize = keyof typeof SHEETS;

function turned({ width, height }: Size): Size {
  return { width: height, height: width };
}

/** The size of a card, in points. */
export function cardSize(size: CardSize, paper: KitPaper): Size {
  const { page, columns, rows } = SHEETS[size][paper];
  return { width: page.width / columns, height: page.height / rows };
}

/** The number of cards on a sheet. */
export function cardsOnSheet(size: CardSize, paper: KitPaper): number {
  const { columns, rows } = SHEETS[size][paper];
  return columns * rows;
}

/** Adds a sheet with cards, in reading order, and lines to cut along. */
export function addSheet(
  document: ReportDocument,
  size: CardSize,
  paper: KitPaper,
  cards: readonly Card[],
): void {
  const sheet = SHEETS[size][paper];
  const { width, height } = cardSize(size, paper);
  document.sheet(sheet.page);
  document.artifact(() => drawCuts(document, sheet));
  for (const [at, card] of cards.entries()) {
    const corner: Point = {
      x: (at % sheet.columns) * width,
      y: Math.floor(at / sheet.columns) * height,
    };
    document.artifact(() => {
      for (const { path, paint } of card.ornaments)
        document.painter.shape(path, paint, { ...corner, scale: 1 });
    });
    document.blocks(card.runs, corner);
  }
}

function drawCuts(document: ReportDocument, { page, columns, rows }: Sheet): void {
  const paint = { stroke: COLOURS.faint, width: 0.5, dash: [2, 3] };
  for (let column = 1; column < columns; column += 1)
    document.painter.shape(`M${(page.width * column) / columns} 0v${page.height}`, paint);
  for (let row = 1; row < rows; row += 1)
    document.painter.shape(`M0 ${(page.height * row) / rows}h${page.width}`, paint);
}
