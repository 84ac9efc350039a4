import { expect, test, vi } from 'vitest';
import { nextAtHour } from '#domain/notifications/zoned-time.ts';
import { mailChoiceSchema } from '#server/services/notifications/notification-input.ts';

const NOON = Date.parse('2026-01-05T12:00:00Z');
const SPELLINGS = ['europe/oslo', 'EUROPE/OSLO', 'eUROPE/oSLO', 'Europe/oslO', 'europE/Oslo'];

/** How many formatters are used for it. */
function formattersOf(use: () => void): number {
  const used = vi.spyOn(Intl.DateTimeFormat.prototype, 'formatToParts');
  use();
  const { size } = new Set(used.mock.contexts);
  used.mockRestore();
  return size;
}

test('[NO7] a zone in other capitals is the same zone, which is stored under its own name', () => {
  const zones = SPELLINGS.map((zone) => mailChoiceSchema.parse({ pace: 'daily', zone, hour: '8' }).zone);
  expect(new Set(zones)).toEqual(new Set(['Europe/Oslo']));
  expect(mailChoiceSchema.safeParse({ pace: 'daily', zone: 'Europe/Atall', hour: '8' }).success).toBe(false);
});

test('[NO7] a zone has one clock, and other spellings of it keep none', () => {
  const nextIn = (zone: string) => nextAtHour(zone, 8, NOON);
  const spelled = () => SPELLINGS.map(nextIn);
  expect(new Set(spelled())).toEqual(new Set([Date.parse('2026-01-06T07:00:00Z')]));
  const twice = (use: () => void) => formattersOf(() => [use(), use()]);
  expect(twice(() => nextIn('Europe/Oslo'))).toBe(1);
  expect(twice(spelled)).toBe(2 * SPELLINGS.length);
});
