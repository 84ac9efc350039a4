import { dirname, join, posix, sep } from 'node:path';

/** Imports carry their extension, and programs of ours are named likewise where they are started. */
const NAMED_FILE = /'(\.{1,2}\/[^'\n]+\.(?:tsx?|mjs|json))'/g;
const TEST = /^tests\/(?:(?:domain|server|contract|simulation)\/.*\.test\.ts|board\/[^/]+\.test\.tsx)$/;
const LONG = '.long.test.ts';

/** Milliseconds that a test file takes while nothing is known of it. */
const UNKNOWN = 2_000;

/**
 * Test files that a change touches, the nearest first: those named alike, then by the number of imports between. `sources`: contents
 * by path.
 */
export function touchedTests(changed, sources) {
  const importers = importersOf(sources);
  const distance = new Map(changed.map((path) => [path, 0]));
  // A Map yields what is added while one goes through it.
  for (const [path, steps] of distance)
    for (const importer of importers.get(path) ?? [])
      if (!distance.has(importer)) distance.set(importer, steps + 1);
  const names = new Set(changed.flatMap(wordsOf));
  const isNamedAlike = (path) => wordsOf(path).some((word) => names.has(word));
  return [...distance]
    .filter(([path]) => TEST.test(path) && !path.endsWith(LONG) && sources.has(path))
    .map(([path, steps]) => ({ path, rank: steps === 0 ? 0 : isNamedAlike(path) ? 1 : steps + 1 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ path }) => path);
}

/** The first of them that fit into this many milliseconds, at least one. `durations`: milliseconds by path, of earlier runs. */
export function fitting(tests, durations, milliseconds) {
  let left = milliseconds;
  return tests.filter((path, index) => {
    const takes = durations.get(path) ?? UNKNOWN;
    if (takes > left && index > 0) return false;
    left -= takes;
    return true;
  });
}

function importersOf(sources) {
  const importers = new Map();
  for (const [path, text] of sources)
    for (const [, named] of text.matchAll(NAMED_FILE)) {
      const file = join(dirname(path), named).replaceAll(sep, posix.sep);
      importers.set(file, [...(importers.get(file) ?? []), path]);
    }
  return importers;
}

/** Words of a file's name that say what it is about. */
function wordsOf(path) {
  const [name] = posix.basename(path).split('.');
  return name
    .split('-')
    .filter((word) => word.length > 3 && !['decide', 'evolve', 'debate', 'debates', 'index'].includes(word))
    .map((word) => word.replace(/s$/, ''));
}
