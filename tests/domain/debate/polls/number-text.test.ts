import { expect, test } from 'vitest';
import { numberText } from '#domain/debate/polls/number-text.ts';

test.each([
  [0.0004, '0.0004'],
  [2.12345, '2.12345'],
  [0.1 + 0.2, '0.3'],
  [1989, '1989'],
  [12_345, '12,345'],
  [-0.5, '-0.5'],
  [0, '0'],
  [5e-324, '5E-324'],
])('%d is written as %s', (number, text) => {
  expect(numberText(number)).toBe(text);
});
