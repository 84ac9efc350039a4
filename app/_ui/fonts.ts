import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2';
import sourceSerif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2';
import { preload } from 'react-dom';

/**
 * Preloads the two fonts of every page beside its styles: the map measures its cards with them, and if they load later it is laid out in
 * system fonts first, which the browser has to look for meanwhile.
 */
export function preloadFonts(): void {
  for (const font of [inter, sourceSerif]) preload(font, { as: 'font', type: 'font/woff2', crossOrigin: '' });
}
