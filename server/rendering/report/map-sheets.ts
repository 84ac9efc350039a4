import { boundsOf, grown, MAP_GEOMETRY, type Rect, touches } from '#domain/layout/map-geometry.ts';
import type { MapLayout } from '#domain/layout/map-layout.ts';
import type { MapBox } from '#domain/layout/place-boxes.ts';
import type { DrawnDebate, MapPicture } from '../pictures/debate-picture.ts';
import { pictureMap } from '../pictures/debate-picture.ts';
import type { Typefaces } from '../typeset/typefaces.ts';

/** A page's worth of map, in the map's pixels. */
export interface Sheet {
  readonly area: Rect;
  readonly boxes: readonly MapBox[];
  /** Points per map pixel. */
  readonly scale: number;
}

/** The size of a page, in points. */
interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** A map for paper: its sheets, and the depth to which claims are shown; null: all. */
export interface SheetedMap {
  readonly picture: MapPicture;
  readonly sheets: readonly Sheet[];
  readonly levels: number | null;
}

/** Points per map pixel: claims are then set in 7.5 points, or down to 6.6 if that saves a sheet. */
const SCALE = { usual: 0.5, least: 0.44 } as const;
/** Maximum sheets: nobody lays more side by side. Beyond it deep branches are folded. */
const MOST_SHEETS = 36;
/** Margin around the cards of a sheet, and before them for the note about where they continue from. */
const EDGE = 14;
const LEAD = 32;

/**
 * Divides the map into sheets for a page: each card is whole on one of them, and empty paper is left out. A map that is too large has its deepest
 * levels folded until it fits; if there are still too many sheets, only the overview is drawn.
 */
export function sheetMap(drawn: DrawnDebate, faces: Typefaces, page: PageSize): SheetedMap {
  const whole = pictureMap(drawn, faces);
  const sheets = sheetsOf(whole.layout, page);
  if (sheets.length <= MOST_SHEETS) return { picture: whole, sheets, levels: null };
  const deepest = whole.layout.boxes.reduce((most, { depth }) => Math.max(most, depth), 0);
  let shown = Math.min(deepest - 1, 4);
  // Depth 1 are positions: claims are a level deeper.
  for (; shown >= 2; shown -= 1) {
    const folded = whole.layout.boxes.filter(({ depth, children }) => depth === shown && children.length > 0);
    const picture = pictureMap(drawn, faces, new Set(folded.map(({ id }) => id)));
    const fewer = sheetsOf(picture.layout, page);
    if (fewer.length <= MOST_SHEETS) return { picture, sheets: fewer, levels: shown - 1 };
  }
  return { picture: whole, sheets: [], levels: null };
}

function sheetsOf(layout: MapLayout, page: PageSize): Sheet[] {
  const sheets = dividedInStrips(layout, {
    width: page.width / SCALE.usual,
    height: page.height / SCALE.usual,
  });
  return sheets.length > 2 * MOST_SHEETS ? sheets : joined(sheets, page);
}

/** Sheets strip by strip; a strip is as many columns of the map as fit side by side. */
function dividedInStrips({ boxes, bounds }: MapLayout, { width, height }: PageSize): Sheet[] {
  const lefts = [...new Set(boxes.map(({ x }) => x))].sort((a, b) => a - b);
  const sheets: Sheet[] = [];
  const rightOf = new Map<number, number>();
  for (const { x, width: wide } of boxes) rightOf.set(x, Math.max(rightOf.get(x) ?? 0, x + wide));
  for (let at = 0; at < lefts.length; ) {
    const left = (lefts[at] ?? 0) - LEAD;
    let end = at + 1;
    while (end < lefts.length && (rightOf.get(lefts[end] ?? 0) ?? 0) + EDGE <= left + width) end += 1;
    const last = lefts[end - 1] ?? left;
    const strip = boxes.filter(({ x }) => x >= left && x <= last).sort((a, b) => a.y - b.y);
    sheets.push(...stripSheets(strip, { left, width, height }));
    at = end;
  }
  return sheets.filter(({ boxes: inside }) => inside.length > 0 && bounds.width > 0);
}

function stripSheets(
  strip: readonly MapBox[],
  { left, width, height }: PageSize & { left: number },
): Sheet[] {
  const sheets: Sheet[] = [];
  let rest = strip;
  while (rest.length > 0) {
    const top = (rest[0]?.y ?? 0) - EDGE - MAP_GEOMETRY.railGap;
    const area = { x: left, y: top, width, height };
    const bottom = top + height - EDGE;
    const whole = rest.filter((box) => box.y + box.height <= bottom);
    // One higher than a sheet is cut by its edge.
    const boxes = whole.length > 0 ? whole : rest.slice(0, 1);
    sheets.push({ area, boxes, scale: SCALE.usual });
    const shown = new Set(boxes);
    rest = rest.filter((box) => !shown.has(box));
  }
  return sheets;
}

/** Merges sheets that fit on one page together, at most slightly smaller: nobody turns a page for a single card. */
function joined(sheets: readonly Sheet[], page: PageSize): Sheet[] {
  let left = [...sheets];
  for (;;) {
    const pair = bestPair(left, page);
    if (!pair) return left;
    const [first, second, together] = pair;
    left = left.flatMap((sheet) => (sheet === second ? [] : [sheet === first ? together : sheet]));
  }
}

/** The two sheets that fit on one at the largest scale, with no other cards between them, and the merged sheet. */
function bestPair(sheets: readonly Sheet[], page: PageSize): [Sheet, Sheet, Sheet] | null {
  let best: [Sheet, Sheet, Sheet] | null = null;
  for (const [at, first] of sheets.entries())
    for (const second of sheets.slice(at + 1)) {
      const boxes = [...first.boxes, ...second.boxes];
      const around = withEdges(boundsOf(boxes));
      const scale = Math.min(SCALE.usual, page.width / around.width, page.height / around.height);
      if (scale < SCALE.least || (best && scale <= best[2].scale)) continue;
      const others = sheets.filter((sheet) => sheet !== first && sheet !== second);
      if (others.some((sheet) => sheet.boxes.some((box) => touches(box, around)))) continue;
      const area = { x: around.x, y: around.y, width: page.width / scale, height: page.height / scale };
      best = [first, second, { area, boxes, scale }];
    }
  return best;
}

function withEdges({ x, y, width, height }: Rect): Rect {
  return { x: x - LEAD, y: y - EDGE, width: width + LEAD + EDGE, height: height + 2 * EDGE };
}

/** The links of a map that may be visible in an area. */
export function linksIn({ layout }: MapPicture, area: Rect): { boxes: MapBox[]; railed: MapBox[] } {
  const reach = (box: MapBox) => {
    const above = layout.byId.get(box.parent ?? '') ?? box;
    const [left, top] = [Math.min(box.x, above.x), Math.min(box.y, above.y)];
    return grown(
      {
        x: left,
        y: top,
        width: Math.max(box.x + box.width, above.x + above.width) - left,
        height: Math.max(box.y + box.height, above.y + above.height) - top,
      },
      40,
    );
  };
  const railReach = (box: MapBox) => {
    const last = box.rail.flatMap((id) => layout.byId.get(id) ?? []);
    const [right, bottom] = [
      Math.max(box.x + box.width, ...last.map(({ x }) => x)),
      Math.max(box.y + box.height, ...last.map(({ y, height }) => y + height)),
    ];
    return grown({ x: box.x, y: box.y, width: right - box.x, height: bottom - box.y }, 40);
  };
  return {
    boxes: layout.boxes.filter((box) => touches(reach(box), area)),
    railed: layout.railed.filter((box) => touches(railReach(box), area)),
  };
}
