import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A file of a font package, and the characters it is for. */
export interface FontFile {
  readonly family: Family;
  readonly path: string;
  /** True for a variable font, which has every weight. */
  readonly variable: boolean;
  /** Pairs of a first and a last code point. */
  readonly ranges: readonly (readonly [number, number])[];
}

/** The typefaces of the board, then those for other scripts, in the order of lookup. */
export const FAMILIES = [
  'inter',
  'source-serif-4',
  'noto-sans-math',
  'noto-sans-sc',
  'noto-sans-kr',
  'noto-sans-arabic',
  'noto-sans-hebrew',
  'noto-sans-devanagari',
  'noto-sans-thai',
  'noto-emoji',
] as const;
export type Family = (typeof FAMILIES)[number];

/** Symbols and formulas are in one file, at one weight. */
const SIGNS: FontFile = {
  family: 'noto-sans-math',
  path: '@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2',
  variable: false,
  ranges: [
    [0x2190, 0x2bff],
    [0x1d400, 0x1d7ff],
  ],
};

/** Subsets that another family here covers. */
const ELSEWHERE = /^(latin|latin-ext|vietnamese|cyrillic|cyrillic-ext|greek|greek-ext|math|symbols)$/;

const known = new Map<Family, readonly FontFile[]>();

/** The files of a family, which its package divides by characters. */
export function filesOf(family: Family): readonly FontFile[] {
  let files = known.get(family);
  if (!files) {
    files = readFiles(family);
    known.set(family, files);
  }
  return files;
}

function readFiles(family: Family): readonly FontFile[] {
  const { resolve } = createRequire(import.meta.url);
  if (family === SIGNS.family) return [{ ...SIGNS, path: resolve(SIGNS.path) }];
  const home = `@fontsource-variable/${family}`;
  const characters: Record<string, string> = JSON.parse(
    readFileSync(resolve(`${home}/unicode.json`), 'utf8'),
  );
  const isOurs = family === 'inter' || family === 'source-serif-4';
  const cut = family === 'source-serif-4' ? 'opsz' : 'wght';
  return Object.entries(characters)
    .filter(([part]) => isOurs || !ELSEWHERE.test(part))
    .map(([part, ranges]) => {
      const file = `${family}-${part.replace(/[[\]]/g, '')}-${cut}-normal.woff2`;
      return {
        family,
        path: resolve(`${home}/files/${file}`),
        variable: true,
        ranges: ranges.split(',').map(rangeOf),
      };
    });
}

/** `U+4E00-9FFF`, or one code point. */
function rangeOf(text: string): readonly [number, number] {
  const [first = '', last = first] = text.replace(/^U\+/i, '').split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}

/** True if a file covers this character. */
export function isFor({ ranges }: FontFile, codePoint: number): boolean {
  return ranges.some(([first, last]) => codePoint >= first && codePoint <= last);
}
