import { expect, test, vi } from 'vitest';
import { finish } from '../../domain/collections/steps.ts';
import { DueMails, type Waiting } from '../../server/services/notifications/due-mails.ts';

const at = (text: string) => Date.parse(text);

/** Someone whose first waiting notification is from noon in UTC, and who wants an email at eight in Berlin. */
const waiting = (userId: string, more: Partial<Waiting> = {}): Waiting => ({
  userId,
  since: BigInt(at('2026-01-05T12:00:00Z')),
  pace: 'daily',
  zone: 'Europe/Berlin',
  hour: 8,
  mails: 0,
  mailedAt: null,
  ...more,
});

/** The people who are due, and how often clocks were read to find them. */
function look(mails: DueMails, people: readonly Waiting[], now: string) {
  const clocks = vi.spyOn(Intl.DateTimeFormat.prototype, 'formatToParts');
  const due = finish(mails.due(people, at(now))).map(({ userId }) => userId);
  const read = clocks.mock.calls.length;
  clocks.mockRestore();
  return { due, read };
}

test('[NO7] a person’s time is computed once while they wait, and again when their choice changes', () => {
  const mails = new DueMails();
  const people = [waiting('ann'), waiting('bo', { hour: 9 }), waiting('cy', { pace: 'off' })];
  const first = look(mails, people, '2026-01-06T06:59:59Z');
  expect(first.due).toEqual([]);
  expect(first.read).toBeGreaterThan(0);
  expect(look(mails, people, '2026-01-06T07:00:00Z')).toEqual({ due: ['ann'], read: 0 });
  expect(look(mails, people, '2026-01-06T08:00:00Z')).toEqual({ due: ['ann', 'bo'], read: 0 });
  const changed = [waiting('ann', { hour: 10 }), waiting('bo', { zone: 'Asia/Tokyo' }), waiting('cy')];
  const again = look(mails, changed, '2026-01-06T07:00:00Z');
  expect(again.due).toEqual(['bo', 'cy']);
  expect(again.read).toBeGreaterThan(0);
  expect(
    look(mails, [waiting('ann', { since: BigInt(at('2026-01-07T12:00:00Z')) })], '2026-01-07T13:00:00Z').due,
  ).toEqual([]);
});

test('[NO7] nobody gets two hourly emails within a minute, and everyone gets one at the next full hour', () => {
  const mails = new DueMails();
  const mailedAt = BigInt(at('2026-01-06T08:00:03Z'));
  const since = (text: string) => ({ pace: 'hourly', mailedAt, since: BigInt(at(text)) });
  const people = [
    waiting('ann', since('2026-01-06T07:59:58Z')),
    waiting('bo', since('2026-01-06T08:20:00Z')),
  ];
  expect(look(mails, people, '2026-01-06T08:01:03Z').due).toEqual([]);
  expect(look(mails, people, '2026-01-06T09:00:00Z').due).toEqual(['ann', 'bo']);
});

test('[NO7] others get a turn after each person', () => {
  const people = Array.from({ length: 20 }, (_, number) => waiting(`p${number}`));
  const steps = new DueMails().due(people, at('2026-01-06T07:00:00Z'));
  let turns = 0;
  while (!steps.next().done) turns += 1;
  expect(turns).toBe(people.length);
});
