import { once } from 'node:events';
import { constants, crc32, createDeflate } from 'node:zlib';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/**
 * Encodes a PNG from bands of opaque RGBA pixels, one of which is in memory at a time: the rasteriser of the map
 * only makes files of whole pictures.
 */
export async function* pngOf(
  { width, height }: { width: number; height: number },
  bands: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield SIGNATURE;
  yield chunk('IHDR', header(width, height));
  const deflate = createDeflate({ level: 6, strategy: constants.Z_FILTERED });
  const packed: Uint8Array[] = [];
  deflate.on('data', (piece: Uint8Array) => packed.push(piece));
  const take = () => packed.splice(0).map((piece) => chunk('IDAT', piece));
  for await (const pixels of bands) {
    if (!deflate.write(rowsOf(pixels, width))) await once(deflate, 'drain');
    yield* take();
  }
  deflate.end();
  await once(deflate, 'end');
  yield* take();
  yield chunk('IEND', new Uint8Array());
}

/** Eight bits for each of red, green and blue. */
function header(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(13);
  bytes.writeUInt32BE(width, 0);
  bytes.writeUInt32BE(height, 4);
  bytes.set([8, 2, 0, 0, 0], 8);
  return bytes;
}

/** Rows as differences to the pixel on the left (filter 1): paper becomes zeros. */
function rowsOf(pixels: Uint8Array, width: number): Buffer {
  const rows = pixels.length / 4 / width;
  const out = Buffer.alloc(rows * (1 + 3 * width));
  let to = 0;
  for (let row = 0; row < rows; row += 1) {
    out[to] = 1;
    to += 1;
    let from = row * width * 4;
    let [red, green, blue] = [0, 0, 0];
    for (let x = 0; x < width; x += 1, from += 4, to += 3) {
      const [r = 0, g = 0, b = 0] = [pixels[from], pixels[from + 1], pixels[from + 2]];
      out[to] = r - red;
      out[to + 1] = g - green;
      out[to + 2] = b - blue;
      [red, green, blue] = [r, g, b];
    }
  }
  return out;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, 'latin1');
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length);
  return bytes;
}
