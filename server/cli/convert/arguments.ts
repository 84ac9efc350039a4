import { parseArgs } from 'node:util';
import { DRAWN_NAMES, type DrawnName } from '#domain/formats/exports/drawn-formats.ts';
import { FORMAT_NAMES, type FormatName } from '#domain/formats/formats.ts';

export interface Conversion {
  /** A file, or a folder of tables. */
  readonly input: string;
  readonly from: FormatName | null;
  readonly to: FormatName | DrawnName;
  /** The title of a debate whose file has none; `null`: the file's name. */
  readonly title: string | null;
  /** A file; `null`: standard output. */
  readonly output: string | null;
}

export const USAGE = `Usage: npm run --silent convert -- IN --to FORMAT [--from FORMAT] [--title TITLE] [--out FILE]; formats: ${[...FORMAT_NAMES, ...DRAWN_NAMES].join(', ')}`;

/** The parsed command line; `null` if it is invalid. */
export function readArguments(args: readonly string[]): Conversion | null {
  try {
    const options = {
      to: { type: 'string' },
      from: { type: 'string' },
      title: { type: 'string' },
      out: { type: 'string' },
    } as const;
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [input, ...more] = positionals;
    const from = nameIn(values.from);
    const to = nameIn(values.to) ?? DRAWN_NAMES.find((name) => name === values.to);
    if (input === undefined || more.length > 0 || !to || (values.from !== undefined && !from)) return null;
    return { input, from, to, title: values.title ?? null, output: values.out ?? null };
  } catch {
    return null;
  }
}

function nameIn(text: string | undefined): FormatName | null {
  return FORMAT_NAMES.find((name) => name === text) ?? null;
}
