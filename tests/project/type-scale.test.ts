import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** Sizes in pixels; 16 is the least that phones don't zoom into, and the size of running text. */
const SIZES = [13, 15, 16, 17, 19, 23, 28, 36];
const WEIGHTS = ['400', '550', '650', 'inherit'];

/** On paper and on the projector, sizes follow the sheet and the wall. */
const ELSEWHERE = /\/(stage|now-scene|debate-picture|print)[-./]/;

const styles = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.css'))
  .map((path) => `app/${path}`)
  .filter((path) => !ELSEWHERE.test(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8').replace(/@media print \{[\s\S]*?\n\}/g, '') }));

/** Declared values of a property, each with the file it stands in. */
function valuesOf(property: string): { readonly path: string; readonly value: string }[] {
  const declared = new RegExp(`(?<![-\\w])${property}: ([^;]+);`, 'g');
  return styles.flatMap(({ path, text }) =>
    [...text.matchAll(declared)].map(([, value = '']) => ({ path, value })),
  );
}

function pixelsOf(value: string): number {
  return Number.parseFloat(value) * (value.endsWith('rem') ? 16 : 1);
}

describe('the type of the screens', () => {
  test('has sizes of one scale', () => {
    const own = [...valuesOf('font-size'), ...valuesOf('--text-\\w+')];
    const others = own.filter(
      ({ value }) => /^[\d.]+(rem|px)$/.test(value) && !SIZES.includes(pixelsOf(value)),
    );
    expect(others).toEqual([]);
    expect(own.length).toBeGreaterThan(200);
  });

  test('has lines that grow with the letters where sizes follow the browser’s text size', () => {
    const following = /\/(outline|keys-dialog|swing|past)\.module\.css$/;
    const lines = [...valuesOf('line-height'), ...valuesOf('--claim-line')].filter(({ path }) =>
      following.test(path),
    );
    expect(lines.filter(({ value }) => value.endsWith('px'))).toEqual([]);
    expect(lines.length).toBeGreaterThan(8);
  });

  test('has three weights', () => {
    expect(valuesOf('font-weight').filter(({ value }) => !WEIGHTS.includes(value))).toEqual([]);
  });
});
