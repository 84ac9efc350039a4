import { FACES, type FaceName } from './faces.ts';
import { FAMILIES, type Family, type FontFile, filesOf, isFor } from './font-files.ts';
import type { NeededCharacters } from './needed-characters.ts';
import { type OpenFont, openFont } from './open-font.ts';
import { Typeface } from './typeface.ts';

export type Typefaces = Readonly<Record<FaceName, Typeface>>;

/** A face while its fonts are looked up. */
interface Seeking {
  readonly name: FaceName;
  readonly fonts: OpenFont[];
  /** Characters without a font so far. */
  readonly left: Set<number>;
  /** Joiners and variation selectors, which every used font needs. */
  readonly joins: readonly number[];
}

/** A file at a weight, the characters needed of it, and the faces that need them. */
interface Wanted {
  readonly file: FontFile;
  readonly weight: number;
  readonly opticalSize: number | null;
  readonly characters: Set<number>;
  readonly by: Set<Seeking>;
}

const JOINS = /^(\u200c|\u200d|\u200e|\u200f|\u2060|\ufe0e|\ufe0f)$/;
const IS_EMOJI = /^(\p{Emoji_Presentation}|\p{Emoji_Modifier}|\p{Regional_Indicator})$/u;

/**
 * Opens the faces with all fonts their characters need, subset to these: files that embed them stay small.
 * Each character comes from the first family that has it: the face's own, then those of other scripts; emoji from theirs. A
 * character without a font is shown as an empty box.
 */
export async function openTypefaces(needed: NeededCharacters): Promise<Typefaces> {
  const seeking = needed.faces.map((name) => seekingFor(name, needed.in(name)));
  for (const family of FAMILIES) {
    for (const { file, weight, opticalSize, characters, by } of wantedOf(family, seeking)) {
      const font = await openFont(file, { weight, opticalSize }, characters);
      // A package may announce characters that its files lack.
      if (font.characters.size === 0) continue;
      for (const each of by) each.fonts.push(font);
    }
    for (const { left, fonts } of seeking)
      for (const font of fonts)
        if (font.family === family) for (const has of font.characters) left.delete(has);
  }
  return Object.fromEntries(seeking.map(({ name, fonts }) => [name, new Typeface(name, fonts)])) as Typefaces;
}

function seekingFor(name: FaceName, characters: ReadonlySet<number>): Seeking {
  const joins = [...characters].filter((character) => JOINS.test(String.fromCodePoint(character)));
  const left = new Set(characters);
  for (const character of characters) for (const part of DRAWN_AS.get(character) ?? []) left.add(part);
  return { name, fonts: [], left, joins };
}

/** Vowels of Thai and Lao that are drawn as two glyphs. */
const DRAWN_AS = new Map([
  [0x0e33, [0x0e4d, 0x0e32]],
  [0x0eb3, [0x0ecd, 0x0eb2]],
]);

function wantedOf(family: Family, seeking: readonly Seeking[]): Iterable<Wanted> {
  const wanted = new Map<string, Wanted>();
  for (const by of seeking) {
    const face = FACES[by.name];
    const isOwn = family === face.family;
    if (!isOwn && (family === 'inter' || family === 'source-serif-4')) continue;
    const weight = isOwn ? face.weight : face.beside;
    const opticalSize = isOwn ? face.opticalSize : null;
    const left = [...by.left].filter(
      (character) => family === 'noto-emoji' || !IS_EMOJI.test(String.fromCodePoint(character)),
    );
    for (const file of filesOf(family)) {
      const found = left.filter((character) => isFor(file, character));
      if (!found.some((character) => !by.joins.includes(character))) continue;
      const key = `${file.path} ${weight} ${opticalSize}`;
      const known = wanted.get(key) ?? { file, weight, opticalSize, characters: new Set(), by: new Set() };
      for (const character of [...found, ...by.joins]) known.characters.add(character);
      known.by.add(by);
      wanted.set(key, known);
    }
  }
  return wanted.values();
}
