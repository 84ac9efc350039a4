import { percentile } from './figures.ts';

/** Measures several times. Returns the median of every figure; what isn't a number is as in the first measurement. */
export async function medians<T>(repeats: number, measure: () => Promise<T>): Promise<T> {
  const runs: T[] = [];
  for (let run = 0; run < repeats; run += 1) runs.push(await measure());
  return medianOf(runs) as T;
}

function medianOf(values: readonly unknown[]): unknown {
  const [first] = values;
  if (typeof first === 'number') return percentile(values as number[], 0.5);
  if (typeof first !== 'object' || first === null) return first;
  const at = (key: string) => medianOf(values.map((value) => Reflect.get(Object(value), key)));
  if (Array.isArray(first)) return first.map((_, index) => at(String(index)));
  return Object.fromEntries(Object.keys(first).map((key) => [key, at(key)]));
}
