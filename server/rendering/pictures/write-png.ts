import type { ExchangedDebate } from '#domain/formats/exchanged-debate.ts';
import { boundsOf, grown, type Rect, touches } from '#domain/layout/map-geometry.ts';
import type { MapBox } from '#domain/layout/place-boxes.ts';
import { NeededCharacters } from '../typeset/needed-characters.ts';
import { openTypefaces } from '../typeset/typefaces.ts';
import { drawnDebate, type MapPicture, noteMapTexts, pictureMap } from './debate-picture.ts';
import { MAP_COLOURS, type Theme } from './map-colours.ts';
import { headingOf, type MapHeading } from './map-heading.ts';
import { MARKS_BELOW, paintCards, paintMarks } from './paint-map.ts';
import { PICTURE_LIMITS } from './picture-limits.ts';
import { pngOf } from './png-stream.ts';
import { openRasteriser, type Rasteriser } from './rasteriser.ts';
import { SvgOutlinePainter } from './svg-painter.ts';
import { MARGIN } from './write-svg.ts';

/** The options of a picture. */
export interface PngOptions {
  readonly theme: Theme;
  /** Pixels; as close to it as the limits allow. */
  readonly width: number;
}

/** Pixels of one band, and of the map in it: the part that is in memory at a time. */
const BAND = { pixels: 4_000_000, map: 12_000_000 };

/** Draws the map as PNG from the same shapes as the SVG, band by band: a large one takes no more memory than a small one. */
export async function* writePng(
  debate: ExchangedDebate,
  { theme, width }: PngOptions,
): AsyncGenerator<Uint8Array> {
  const drawn = drawnDebate(debate);
  const needed = new NeededCharacters();
  noteMapTexts(drawn, needed);
  const picture = pictureMap(drawn, await openTypefaces(needed));
  const map = grown(picture.layout.bounds, MARGIN);
  const scale = scaleFor(map, width);
  // At this scale only the map's shape can be seen: its motion and positions are named above it.
  const heading = scale < MARKS_BELOW ? headingOf(picture, map, 1 / scale) : null;
  const whole = heading ? { ...map, y: map.y - heading.height, height: map.height + heading.height } : map;
  const fitted = heading ? Math.min(scale, scaleFor(whole, width)) : scale;
  const size = { width: Math.round(whole.width * fitted), height: Math.round(whole.height * fitted) };
  const rasteriser = await openRasteriser();
  yield* pngOf(size, bandsOf(picture, { whole, heading, scale: fitted, theme, size, rasteriser }));
}

/** Pixels per map pixel. */
function scaleFor({ width, height }: Rect, wanted: number): number {
  const { pngSide, pngPixels, pngScale } = PICTURE_LIMITS;
  return Math.min(
    wanted / width,
    pngScale,
    pngSide / Math.max(width, height),
    Math.sqrt(pngPixels / (width * height)),
  );
}

interface Painted {
  readonly whole: Rect;
  readonly heading: MapHeading | null;
  readonly scale: number;
  readonly theme: Theme;
  readonly size: { readonly width: number; readonly height: number };
  readonly rasteriser: Rasteriser;
}

async function* bandsOf(
  picture: MapPicture,
  { whole, heading, scale, theme, size, rasteriser }: Painted,
): AsyncGenerator<Uint8Array> {
  const rows = Math.max(
    16,
    Math.min(size.height, Math.floor(BAND.pixels / size.width), Math.floor((BAND.map / whole.width) * scale)),
  );
  const { layout } = picture;
  const linked = layout.boxes.map((box) => ({ box, extent: linkExtent(picture, box) }));
  const railed = layout.railed.map((box) => ({ box, extent: railExtent(picture, box) }));
  const isFar = scale < MARKS_BELOW;
  for (let top = 0; top < size.height; top += rows) {
    const high = Math.min(rows, size.height - top);
    const band = { x: whole.x, y: whole.y + top / scale, width: whole.width, height: high / scale };
    const seen = grown(band, 16);
    const painter = new SvgOutlinePainter();
    const painting = { picture, painter, colours: MAP_COLOURS[theme] };
    const inside = ({ extent }: { extent: Rect }) => touches(extent, seen);
    const links = {
      boxes: linked.filter(inside).map(({ box }) => box),
      railed: railed.filter(inside).map(({ box }) => box),
      thickness: isFar ? Math.min(8, 0.6 / scale) : 1,
      far: isFar,
    };
    const boxes = layout.boxes.filter((box) => touches(box, seen));
    if (isFar) paintMarks(painting, boxes, links);
    else paintCards(painting, boxes, links);
    heading?.paint(painting);
    yield rasterised(rasteriser, painter.take(), {
      band,
      paper: MAP_COLOURS[theme].paper,
      width: size.width,
      height: high,
    });
  }
}

function rasterised(
  rasteriser: Rasteriser,
  shapes: string,
  { band, paper, width, height }: { band: Rect; paper: string; width: number; height: number },
): Uint8Array {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${band.x} ${band.y} ${band.width} ${band.height}" preserveAspectRatio="none"><rect x="${band.x}" y="${band.y}" width="${band.width}" height="${band.height}" fill="${paper}"/>${shapes}</svg>`;
  return rasteriser(svg);
}

/** The area in which a box's link may run. */
function linkExtent({ layout }: MapPicture, box: MapBox): Rect {
  const above = layout.byId.get(box.parent ?? '');
  return above ? grown(boundsOf([box, above]), 40) : box;
}

function railExtent({ layout }: MapPicture, box: MapBox): Rect {
  return grown(boundsOf([box, ...box.rail.flatMap((id) => layout.byId.get(id) ?? [])]), 40);
}
