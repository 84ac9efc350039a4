import { SIZE } from './draw-sunburst.ts';
import { MAP_COLOURS } from './map-colours.ts';
import { pngOf } from './png-stream.ts';
import { openRasteriser } from './rasteriser.ts';

/** Pixels above and below the sunburst. */
const MARGIN = 28;

/** A sunburst as a PNG for cards of other sites, which show no SVG; in light colours, on paper. */
export async function drawCard(
  sunburst: string,
  size: { width: number; height: number },
): Promise<Uint8Array> {
  const rasteriser = await openRasteriser();
  const { width, height } = size;
  const side = height - 2 * MARGIN;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="${MAP_COLOURS.light.paper}"/>`,
    `<svg x="${(width - side) / 2}" y="${MARGIN}" width="${side}" height="${side}" viewBox="0 0 ${SIZE} ${SIZE}">`,
    sunburst,
    '</svg></svg>',
  ].join('');
  const pieces: Uint8Array[] = [];
  for await (const piece of pngOf(size, bandOf(rasteriser(svg)))) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function* bandOf(pixels: Uint8Array): AsyncGenerator<Uint8Array> {
  yield pixels;
}
