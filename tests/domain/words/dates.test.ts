import { expect, test } from 'vitest';
import { formatDay, formatMoment } from '#domain/words/dates.ts';

test('days and moments are written as on English screens, in UTC, with plain spaces', () => {
  const at = Date.UTC(2026, 10, 30, 18, 5);
  expect(formatDay(at)).toBe('November 30, 2026');
  expect(formatMoment(at)).toBe('November 30, 2026 at 6:05 PM');
  expect(formatDay(new Date(at))).toBe(formatDay(at));
});
