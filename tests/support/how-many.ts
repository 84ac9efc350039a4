/**
 * How many random cases a test tries: `some` beside one's work, `all` in `npm run test:all`. The cases of a seed that once failed
 * are kept apart and tried always.
 */
export function howMany(some: number, all: number): number {
  return process.env.PARLEY_TESTS === 'all' ? all : some;
}

/** Cases of a matrix, spread evenly over it: `some` of them beside one's work, all in `npm run test:all`. */
export function sampleOf<T>(cases: readonly T[], some: number): readonly T[] {
  const wanted = howMany(Math.min(some, cases.length), cases.length);
  return Array.from({ length: wanted }, (_, nth) => cases[Math.floor((nth * cases.length) / wanted)] as T);
}
