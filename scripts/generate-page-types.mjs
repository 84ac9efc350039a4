import { existsSync } from 'node:fs';
import { run } from './run.mjs';

/** Writes `next-env.d.ts` and the types of the routes, which the type checker needs and a build would also write. */
export async function generatePageTypes() {
  if (!existsSync('app')) return;
  await run(process.execPath, ['node_modules/next/dist/bin/next', 'typegen'], { quiet: true });
}
