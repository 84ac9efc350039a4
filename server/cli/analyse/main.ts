import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BASE_NAMES, type BaseName } from '#domain/analysis/graph/base-score.ts';
import { analysePath } from './analyse-path.ts';
import { InputError } from './input-error.ts';

const USAGE =
  'Usage: npm run --silent analyse -- PATH [--base social|laplace|NUMBER FROM 0 TO 1] (see docs/analysis.md)';

/** `npm run --silent analyse -- PATH`: prints the analysis of a debate, a framework or a Polis conversation, as JSON. */
async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { base: { type: 'string', default: 'social' } },
  });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) throw new InputError(USAGE, 'name one file or folder.');
  // npm runs scripts in the project's folder, wherever it was called.
  const from = process.env.INIT_CWD ?? process.cwd();
  process.stdout.write(
    `${JSON.stringify(await analysePath(resolve(from, path), readBase(values.base)), null, 2)}\n`,
  );
}

function readBase(asked: string): BaseName | number {
  const name = BASE_NAMES.find((each) => each === asked);
  if (name !== undefined) return name;
  const fixed = asked.trim() === '' ? Number.NaN : Number(asked);
  if (fixed >= 0 && fixed <= 1) return fixed;
  throw new InputError(USAGE, `"${asked}" is not a base.`);
}

main().catch((error: unknown) => {
  const expected = error instanceof InputError || (error instanceof TypeError && 'code' in error);
  process.stderr.write(
    `parley: ${expected ? error.message : error instanceof Error ? error.stack : error}\n`,
  );
  process.exitCode = 1;
});
