import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** Renders an SVG to RGBA pixels. */
export type Rasteriser = (svg: string) => Uint8Array;

let opened: Promise<void> | null = null;

/** Opens resvg as WebAssembly: it throws on failure, while its native form would end the whole process. */
export async function openRasteriser(): Promise<Rasteriser> {
  opened ??= readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')).then(
    (bytes) => initWasm(bytes),
  );
  await opened;
  return (svg) => {
    const picture = new Resvg(svg, { font: { loadSystemFonts: false } });
    const rendered = picture.render();
    const pixels = Uint8Array.from(rendered.pixels);
    rendered.free();
    picture.free();
    return pixels;
  };
}
