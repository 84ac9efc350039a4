import { readable } from '#domain/formats/pages/readable-text.ts';
import { truncateText } from '#domain/formats/whole-text.ts';
import { boundsOf, grown } from '#domain/layout/map-geometry.ts';
import type { MapBox } from '#domain/layout/place-boxes.ts';
import type { Painting } from '../pictures/paint-card.ts';
import { paintLinks } from '../pictures/paint-links.ts';
import { paintBox, paintMarks } from '../pictures/paint-map.ts';
import { boxPath } from '../pictures/paths.ts';
import { linksIn, type Sheet, type SheetedMap } from './map-sheets.ts';
import { PAPER } from './paper.ts';
import type { ReportDocument } from './report-document.ts';
import { REPORT } from './report-words.ts';
import { COLOURS, STYLES } from './styles.ts';

/** The map's area on a landscape page. */
export const MAP_AREA = {
  x: 40,
  y: 66,
  width: PAPER.height - 80,
  height: PAPER.width - 66 - 56,
} as const;
/** Characters of a claim in the description of a sheet. */
const SHORT = 60;
/** Pixels around a sheet's cards in which links are drawn: links to other sheets end there. */
const BEYOND = 44;
/** Height of the overview's title with its note, in points. */
const TITLE = 48;
/** Sizes in points of the numbers in the overview's marks: one too small to read is left out. */
const NUMBER = { largest: 8, least: 5 } as const;
/** The share of a mark that its number may take. */
const SHARE = { width: 0.85, height: 0.55 } as const;
/** The ground of a number in a mark, and how far its baseline is below the middle: in sizes of its type. */
const GROUND = { beside: 0.4, height: 1.5, round: 0.33, baseline: 0.36 } as const;
/** The size of a number above a card and the gap below it, in the map's pixels. */
const ABOVE = { size: 11, gap: 4 } as const;

/** The numbers of positions and claims in the report's outline, by id. */
type Numbers = ReadonlyMap<string, string>;

/** The number of pages of the map. */
export function mapPageCount({ sheets }: SheetedMap): number {
  return sheets.length === 1 ? 1 : 1 + sheets.length;
}

/** Draws the map: an overview with a frame for each sheet, then the readable sheets. A map that fits on one page is drawn there. */
export function* drawMapPages(
  document: ReportDocument,
  map: SheetedMap,
  numbers: Numbers,
  head: (page: number) => () => void,
): Generator<Uint8Array> {
  const { sheets } = map;
  const sheetOf = new Map(sheets.flatMap(({ boxes }, at) => boxes.map(({ id }) => [id, at + 1] as const)));
  if (sheets.length !== 1) drawOverview(document, map, numbers, head(0));
  yield* document.take();
  for (const [at, sheet] of sheets.entries()) {
    const drawn = { sheet, number: at + 1, sheetOf, numbers };
    drawSheet(document, map, drawn, head(sheets.length === 1 ? 0 : at + 1));
    yield* document.take();
  }
}

function drawOverview(
  document: ReportDocument,
  { picture, sheets, levels }: SheetedMap,
  numbers: Numbers,
  head: () => void,
): void {
  const { layout } = picture;
  const claims = picture.state.claims.size;
  const whole = grown(layout.bounds, 20);
  const scale = Math.min(MAP_AREA.width / whole.width, (MAP_AREA.height - TITLE) / whole.height, 0.4);
  const painting: Painting = { picture, painter: document.painter, colours: COLOURS };
  const notes = [
    REPORT.overviewText(sheets.length, claims),
    ...(levels === null ? [] : [REPORT.foldedText(levels)]),
  ].join(' ');
  document.picturePage(
    REPORT.mapAlt(claims),
    (page) => {
      page
        .translate(MAP_AREA.x, MAP_AREA.y + TITLE)
        .scale(scale)
        .translate(-whole.x, -whole.y);
      const links = { boxes: layout.boxes, railed: layout.railed, thickness: 0.5 / scale, far: true };
      paintMarks(painting, layout.boxes, links);
      for (const box of layout.boxes)
        drawNumber(document, painting, { box, number: numbers.get(box.id), scale });
      for (const [at, { boxes }] of sheets.entries()) {
        const area = grown(boundsOf(boxes), 12);
        const path = boxPath(area, 6 / scale, 6 / scale);
        document.painter.shape(path, {
          stroke: COLOURS.soft,
          width: 0.6 / scale,
          dash: [3 / scale, 2 / scale],
        });
        const style = { ...STYLES.strong, size: 9 / scale, colour: COLOURS.ink };
        const name = REPORT.sheet(at + 1);
        const fits = picture.faces.strong.line(name).width * style.size < area.width;
        document.line(fits ? name : `${at + 1}`, style, area.x + 4 / scale, area.y - 3 / scale);
      }
    },
    () => {
      head();
      document.line(REPORT.overview, STYLES.section, MAP_AREA.x, MAP_AREA.y + 12);
      document.line(notes, STYLES.note, MAP_AREA.x, MAP_AREA.y + 30);
    },
  );
}

/** Draws a claim's or position's number into its mark, on a ground of its own, if it is readable there. */
function drawNumber(
  document: ReportDocument,
  { picture, painter, colours }: Painting,
  { box, number, scale }: { box: MapBox; number: string | undefined; scale: number },
): void {
  const { x, y, width, height } = box;
  const largest = Math.min(NUMBER.largest / scale, SHARE.height * height);
  if (number === undefined || largest * scale < NUMBER.least) return;
  const groundWidth = picture.faces.strong.line(number).width + 2 * GROUND.beside;
  const size = Math.min(largest, (SHARE.width * width) / groundWidth);
  if (size * scale < NUMBER.least) return;
  const middle = { x: x + width / 2, y: y + height / 2 };
  const ground = { width: groundWidth * size, height: GROUND.height * size };
  const corner = { x: middle.x - ground.width / 2, y: middle.y - ground.height / 2 };
  const round = GROUND.round * size;
  painter.shape(boxPath({ ...corner, ...ground }, round, round), { fill: colours.card });
  const style = { ...STYLES.strong, size, colour: colours.ink };
  document.line(number, style, middle.x, middle.y + GROUND.baseline * size, 'centre');
}

interface DrawnSheet {
  readonly sheet: Sheet;
  readonly number: number;
  readonly sheetOf: ReadonlyMap<string, number>;
  readonly numbers: Numbers;
}

function drawSheet(
  document: ReportDocument,
  { picture, sheets }: SheetedMap,
  { sheet, number, sheetOf, numbers }: DrawnSheet,
  head: () => void,
): void {
  const { area, boxes, scale } = sheet;
  const painting: Painting = { picture, painter: document.painter, colours: COLOURS };
  const texts = boxes.flatMap(({ id, kind }) =>
    kind === 'claim' ? [truncateText(readable(picture.state.claims.get(id)?.text ?? ''), SHORT)] : [],
  );
  document.picturePage(
    REPORT.sheetAlt(number, texts),
    (page) => {
      page.rect(MAP_AREA.x, MAP_AREA.y, MAP_AREA.width, MAP_AREA.height).clip();
      page.translate(MAP_AREA.x, MAP_AREA.y).scale(scale).translate(-area.x, -area.y);
      const seen = grown(boundsOf(boxes), BEYOND);
      page.save();
      page.rect(seen.x, seen.y, seen.width, seen.height).clip();
      paintLinks(painting, { ...linksIn(picture, seen), thickness: 1, far: false });
      page.restore();
      for (const box of boxes) {
        paintBox(painting, box);
        if (box.kind === 'claim') drawNumberAbove(document, painting, box, numbers.get(box.id));
        drawLeads(document, box, { number, sheetOf });
      }
    },
    () => {
      head();
      if (sheets.length === 1) return;
      document.line(
        REPORT.sheet(number),
        STYLES.strong,
        PAPER.height - MAP_AREA.x,
        PAPER.width - 34,
        'right',
      );
    },
  );
}

/** Draws a claim's number above its card: the outline lists it under this number. */
function drawNumberAbove(
  document: ReportDocument,
  { picture }: Painting,
  { x, y, width }: MapBox,
  number: string | undefined,
): void {
  if (number === undefined) return;
  const size = Math.min(ABOVE.size, width / picture.faces.strong.line(number).width);
  document.line(number, { ...STYLES.strong, size, colour: COLOURS.soft }, x, y - ABOVE.gap);
}

/** Draws, beside a card, the sheets with its parent and its replies. */
function drawLeads(
  document: ReportDocument,
  { kind, parent, children, x, y, width, height }: MapBox,
  { number, sheetOf }: { number: number; sheetOf: ReadonlyMap<string, number> },
): void {
  const style = { ...STYLES.strong, size: 11, colour: COLOURS.soft };
  const baseline = y + height / 2 - 6;
  const above = sheetOf.get(parent ?? '') ?? number;
  if (above !== number) document.line(REPORT.from(above), style, x - 8, baseline, 'right');
  const below = [...new Set(children.map((id) => sheetOf.get(id) ?? number))].filter((at) => at !== number);
  if (below.length === 0) return;
  // Lines of everything but claims run vertically.
  if (kind === 'claim') document.line(REPORT.onTo(below), style, x + width + 8, baseline);
  else document.line(REPORT.onTo(below), style, x, y + height + 14);
}
