import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const HINT = '//# allFunctionsCalledOnLoad\n';

/**
 * Makes the browser compile the pages' scripts whole while they arrive, off the page's main thread. Otherwise each module is compiled when
 * it is first needed, on that thread: most of the task in which React and the board start. Chromium supports the hint since version 136
 * (v8.dev/blog/explicit-compile-hints); for others it is a comment.
 */
export function hintScripts() {
  const folder = join('.next', 'static');
  const files = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith('.js'));
  for (const path of files.map((name) => join(folder, name))) {
    const script = readFileSync(path, 'utf8');
    if (!script.startsWith(HINT)) writeFileSync(path, HINT + script);
  }
}
