/**
 * How many random cases a test tries: `some` beside one's work, `all` in `npm run test:all`. The cases of a seed that once failed
 * are kept apart and tried always.
 */
export function howMany(some: number, all: number): number {
  return process.env.PARLEY_TESTS === 'all' ? all : some;
}
