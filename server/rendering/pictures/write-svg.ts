import { escapeXml } from '#domain/formats/escape-xml.ts';
import type { ExchangedDebate } from '#domain/formats/exchanged-debate.ts';
import { grown } from '#domain/layout/map-geometry.ts';
import { FACES, type FaceName } from '../typeset/faces.ts';
import { NeededCharacters } from '../typeset/needed-characters.ts';
import type { OpenFont } from '../typeset/open-font.ts';
import { openTypefaces, type Typefaces } from '../typeset/typefaces.ts';
import { drawnDebate, noteMapTexts, pictureMap } from './debate-picture.ts';
import { MAP_COLOURS, type Theme } from './map-colours.ts';
import { paintLinks } from './paint-links.ts';
import { paintBox } from './paint-map.ts';
import { short } from './paths.ts';
import { PICTURE_WORDS } from './picture-words.ts';
import { SvgTextPainter } from './svg-painter.ts';

/** Paper around a map, in its pixels. */
export const MARGIN = 32;
/** Boxes painted in one piece. */
const AT_ONCE = 200;

/** Draws the map as one self-contained SVG: it embeds the needed parts of its fonts. */
export async function* writeSvg(debate: ExchangedDebate, theme: Theme): AsyncGenerator<string> {
  const drawn = drawnDebate(debate);
  const needed = new NeededCharacters();
  noteMapTexts(drawn, needed);
  const faces = await openTypefaces(needed);
  const picture = pictureMap(drawn, faces);
  const { layout, state } = picture;
  const colours = MAP_COLOURS[theme];
  const { x, y, width, height } = grown(layout.bounds, MARGIN);
  const { title = '', motion = '' } = state.head ?? {};
  const claims = layout.boxes.filter(({ kind }) => kind === 'claim').length;
  const painter = new SvgTextPainter();
  const painting = { picture, painter, colours };
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${[x, y, width, height].map(short).join(' ')}" width="${short(width)}" height="${short(height)}" role="graphics-document document" aria-labelledby="title" aria-describedby="desc">\n`;
  yield `<title id="title">${escapeXml(title || motion)}</title>\n<desc id="desc">${escapeXml(`${PICTURE_WORDS.motion}: ${motion} (${claims} ${PICTURE_WORDS.claims})`)}</desc>\n`;
  yield* fontRules(faces);
  yield `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}" fill="${colours.paper}"/>\n`;
  paintLinks(painting, { boxes: layout.boxes, railed: layout.railed, thickness: 1, far: false });
  yield painter.take();
  for (const [at, box] of layout.boxes.entries()) {
    paintBox(painting, box);
    if (at % AT_ONCE === 0) yield painter.take();
  }
  yield painter.take();
  yield `<style>text{white-space:pre}\n${painter.styles(familyOf)}</style>\n</svg>\n`;
}

/** The font family of a typeface: the embedded one, then fallbacks for programs that ignore embedded fonts. */
function familyOf(face: FaceName): string {
  const { family, weight } = FACES[face];
  const [look, generic] = family === 'inter' ? ['Inter', 'sans-serif'] : ['"Source Serif 4"', 'serif'];
  return `font-family:parley-${face},${look},${generic};font-weight:${weight}`;
}

/** The fonts, each for its characters; a font that several typefaces use is embedded once. */
async function* fontRules(faces: Typefaces): AsyncGenerator<string> {
  yield '<style>\n';
  const known = new Map<OpenFont, string>();
  for (const [face, typeface] of Object.entries(faces)) {
    for (const font of typeface.fonts) {
      const source = known.get(font) ?? Buffer.from(await font.forWeb()).toString('base64');
      known.set(font, source);
      const characters = [...font.characters].map((character) => `U+${character.toString(16)}`).join(',');
      yield `@font-face{font-family:parley-${face};font-weight:${FACES[face as FaceName].weight};src:url(data:font/woff2;base64,${source}) format("woff2");unicode-range:${characters}}\n`;
    }
  }
  yield '</style>\n';
}
