import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { analysePath } from './analyse-path.ts';
import { InputError } from './input-error.ts';

const USAGE = 'Usage: npm run --silent analyse -- PATH (see docs/analysis.md)';

/** `npm run --silent analyse -- PATH`: prints what a debate, a framework or a Polis conversation comes to, as JSON. */
async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) throw new InputError(USAGE, 'name one file or folder.');
  // npm runs its scripts in the project's folder, wherever it was called.
  const from = process.env.INIT_CWD ?? process.cwd();
  process.stdout.write(`${JSON.stringify(await analysePath(resolve(from, path)), null, 2)}\n`);
}

main().catch((error: unknown) => {
  const expected = error instanceof InputError || (error instanceof TypeError && 'code' in error);
  process.stderr.write(
    `parley: ${expected ? error.message : error instanceof Error ? error.stack : error}\n`,
  );
  process.exitCode = 1;
});
