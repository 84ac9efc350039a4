// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { SeenHeights } from '../../app/_board/map/layout/front-measure.ts';
import { frontForm } from '../../domain/front/front-form.ts';
import { aDebate } from '../support/debate-builder.ts';

test('a height the browser measured is used for its text, look and width, and for no other', () => {
  const { state } = aDebate();
  const form = frontForm({ width: 1_280, height: 800 }, 0, '');
  const row = { id: 'c-a', look: 'row', width: 600, form } as const;
  const heights = new SeenHeights();
  const before = heights.of(state, () => 'text')(row);
  expect(heights.see(row, 'text', before + 40)).toBe(true);
  expect(heights.see(row, 'text', before + 40)).toBe(false);
  expect(heights.of(state, () => 'text')(row)).toBe(before + 40);
  expect(heights.of(state, () => 'another text')(row)).toBe(before);
  expect(heights.of(state, () => 'text')({ ...row, width: 601 })).toBe(before);
  expect(heights.of(state, () => 'text')({ ...row, id: 'c-b' })).not.toBe(before + 40);
});
