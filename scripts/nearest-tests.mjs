import { dirname, join, posix, sep } from 'node:path';

/** Imports include the extension, and our programs are referred to by path where they are started. */
const NAMED_FILE = /'((?:\.{1,2}\/|#)[^'\n]+\.(?:tsx?|mjs|json))'/g;
const TEST =
  /^tests\/(?:(?:contract|domain|project|server|simulation)\/.*\.test\.ts|board\/[^/]+\.test\.tsx)$/;
const LONG = '.long.test.ts';

/** Milliseconds assumed for a test file whose duration is unknown. */
const UNKNOWN = 2_000;

/**
 * Test files that a change affects, nearest first: those with similar names, then by the number of imports in between. `sources`: contents
 * by path.
 */
export function touchedTests(changed, sources) {
  const importers = importersOf(sources);
  const distance = new Map(changed.map((path) => [path, 0]));
  // A Map iterates over entries added meanwhile.
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

/** The first of them that fit into this many milliseconds, at least one. `durations`: milliseconds by path, from earlier runs. */
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
      const file = named.startsWith('#')
        ? named.slice(1)
        : join(dirname(path), named).replaceAll(sep, posix.sep);
      importers.set(file, [...(importers.get(file) ?? []), path]);
    }
  return importers;
}

/** The significant words of a file's name. */
function wordsOf(path) {
  const [name] = posix.basename(path).split('.');
  return name
    .split('-')
    .filter((word) => word.length > 3 && !['decide', 'evolve', 'debate', 'debates', 'index'].includes(word))
    .map((word) => word.replace(/s$/, ''));
}
