import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const HINT = '//# allFunctionsCalledOnLoad\n';

/**
 * Asks the browser to compile the pages' scripts whole while they arrive, beside the page's own thread. Without that it compiles
 * each module when it is first needed, on that thread: most of the task in which React and the board begin. Chromium reads the
 * hint since version 136 (v8.dev/blog/explicit-compile-hints); to others it is a comment.
 */
export function hintScripts() {
  const folder = join('.next', 'static');
  const files = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith('.js'));
  for (const path of files.map((name) => join(folder, name))) {
    const script = readFileSync(path, 'utf8');
    if (!script.startsWith(HINT)) writeFileSync(path, HINT + script);
  }
}
