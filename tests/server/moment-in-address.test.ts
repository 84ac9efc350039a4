import { afterEach, expect, test } from 'vitest';
import { parseMoment } from '#server/services/history/past.ts';

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

test.each([
  ['2026-11-26', '2026-11-26T00:00:00Z'],
  ['2026-11-26T10:00', '2026-11-26T10:00:00Z'],
  ['2026-11-26T10:00:00.5', '2026-11-26T10:00:00.500Z'],
  ['2026-11-26T10:00:00Z', '2026-11-26T10:00:00Z'],
  ['2026-11-26T10:00:00+01:00', '2026-11-26T09:00:00Z'],
])('the moment %s is %s, whatever the server’s time zone', (text, moment) => {
  process.env.TZ = 'Asia/Tokyo';
  expect(new Date(0).getTimezoneOffset()).toBe(-9 * 60);
  expect(parseMoment(text)).toEqual({ time: Date.parse(moment) });
});
