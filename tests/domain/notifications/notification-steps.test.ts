import { expect, test, vi } from 'vitest';
import type { LogEntry } from '#domain/debate/engine/entries.ts';
import type { NotificationChoice } from '#domain/notifications/notification.ts';
import { notificationsFor } from '#domain/notifications/notifications-for.ts';
import { aDebate, bringBack, type DebateBuilder, hide, newClaim } from '../../support/debate-builder.ts';
import { chose, NOTHING_CHOSEN, notesOf, reply, said } from '../../support/notified.ts';

const lastOf = ({ entries }: DebateBuilder): LogEntry => entries.at(-1) ?? expect.fail('no entry');
const keysOf = (count: number) => Array.from({ length: count }, (_, at) => `n${at}`);

test('[NO6] comments that are restored together have the replies of their place looked up once', () => {
  const ids = keysOf(12).map((key) => `m-${key}`);
  const debate = aDebate().does('emil', ...ids.map((commentId) => reply({ commentId })));
  const lookups = [3, 12].map((count) => {
    const some = ids.slice(0, count);
    const { state, entries } = debate.copy().does('olga', hide(...some), bringBack(...some));
    const get = vi.spyOn(Object.getPrototypeOf(state.commentsOn), 'get');
    const entry = entries.at(-1) ?? expect.fail('no entry');
    const result = notesOf(entry, state);
    const those = get.mock.contexts.filter((of) => of === state.commentsOn);
    get.mockRestore();
    expect(result.filter(({ kind }) => kind === 'restored')).toHaveLength(count);
    expect(result.filter(({ to, kind }) => to === 'dana' && kind === 'replied')).toHaveLength(count);
    return those.length;
  });
  expect(lookups[1]).toBe(lookups[0]);
});

/** The steps in which the notifications of one entry are made that reveals so many claims, and these notifications. */
function revealing(count: number, choices: ReadonlyMap<string, NotificationChoice>, most?: number) {
  const debate = aDebate().does('emil', ...keysOf(count).map((key) => newClaim(key, 'c-a')));
  const revealed = keysOf(count).map((key) => `c-${key}`);
  const effect = { type: 'agenda.phaseChanged', to: null, revealed } as unknown as LogEntry['effect'];
  const steps = [...notificationsFor({ ...lastOf(debate), effect }, debate.state, choices, most)];
  const notes = steps.flatMap((note) => note ?? []);
  return { steps: steps.length, notes: said(notes) };
}

test('[NO6] others can be answered between two contributions that one entry reveals', () => {
  expect(revealing(20, NOTHING_CHOSEN).steps - revealing(10, NOTHING_CHOSEN).steps).toBeGreaterThanOrEqual(
    10,
  );
});

test('[NO6] only people who chose all notifications are considered for each contribution', () => {
  const without = revealing(10, NOTHING_CHOSEN);
  expect(revealing(10, chose('susi', { level: 'none' }))).toEqual(without);
  const one = revealing(10, chose('susi', { level: 'all' }));
  const two = revealing(
    10,
    new Map([...chose('susi', { level: 'all' }), ...chose('olga', { level: 'all' })]),
  );
  expect(one.notes.length - without.notes.length).toBe(10);
  expect([two.steps - one.steps, two.notes.length - one.notes.length]).toEqual([20, 10]);
});

test('[NO12] one entry notifies a person only of as much as is kept, first of what concerns them', () => {
  const all = new Map([...chose('susi', { level: 'all' }), ...chose('dana', { level: 'all' })]);
  const debate = aDebate().does('emil', newClaim('x', 'west'), newClaim('y', 'west'), newClaim('z', 'c-a'));
  const effect = { type: 'agenda.phaseChanged', to: null, revealed: ['c-x', 'c-y', 'c-z'] };
  const entry = { ...lastOf(debate), effect } as unknown as LogEntry;
  expect(said(notesOf(entry, debate.state, all, 2))).toEqual([
    'dana claimed l-x',
    'dana supported l-z',
    'susi claimed l-x',
    'susi claimed l-y',
  ]);
  expect(revealing(10, NOTHING_CHOSEN, 4).notes).toHaveLength(4);
});
