import { describe, expect, test } from 'vitest';
import { groupNotifications } from '#domain/notifications/group-notifications.ts';
import {
  isRepeatable,
  NOTIFICATION_KINDS,
  type NotificationKind,
} from '#domain/notifications/notification.ts';
import { isMuted, mayNotify, NOTED_TYPES } from '#domain/notifications/notifications-for.ts';
import { personsIn } from '#domain/notifications/project-notification.ts';
import { taskProgress, taskSentence } from '#domain/notifications/task-words.ts';
import { zoneNamed } from '#domain/notifications/zoned-time.ts';
import {
  aDebate,
  agree,
  bringBack,
  comment,
  type DebateBuilder,
  hide,
  hold,
  retract,
  suggest,
  targetOf,
} from '../../support/debate-builder.ts';
import { later } from '../../support/later.ts';
import { notYet, recognize, steelman } from '../../support/made-steelmen.ts';
import { addTask } from '../../support/made-tasks.ts';
import { EMPTY_NOTIFICATION as EMPTY, notesOf, shownOf as shown } from '../../support/notified.ts';

describe('[NO5] a notification about a steelman', () => {
  const steelmanned = (who: string, debate: DebateBuilder) => shown(debate, 'steelmanned', 'c-sm', who);
  const answered = (debate: DebateBuilder) => shown(debate, 'steelman_answered', 'c-sm', 'dana');

  test('asks for an answer until there is one, and says who wrote it', () => {
    const debate = steelman(aDebate());
    const asks = { words: 'east is best', subject: 'West', on: 'c-sm' };
    expect(steelmanned('emil', debate)).toEqual(asks);
    debate.does('emil', notYet('a-e'));
    expect([steelmanned('emil', debate), steelmanned('olga', debate)]).toEqual([null, asks]);
    debate.does('mona', recognize('a-r'));
    expect(steelmanned('olga', debate)).toBeNull();
    expect(shown(debate, 'steelmanned', 'c-a', 'emil')).toBeNull();
  });

  test('says whether it is recognized, until it is retracted', () => {
    const debate = steelman(aDebate()).does('emil', notYet('a-e'));
    const says = { words: 'east is best', subject: 'East', on: 'c-sm' };
    expect(answered(debate)).toEqual({ ...says, reason: 'not_yet' });
    debate.does('mona', recognize('a-r'));
    expect(answered(debate)).toEqual({ ...says, reason: 'recognized' });
    debate.does('olga', { type: 'agenda.goTo', from: 'p-switch', to: null }).does('dana', retract('c-sm'));
    expect([answered(debate), steelmanned('olga', debate)]).toEqual([null, null]);
    expect(shown(debate, 'steelman_answered', 'c-a', 'dana')).toBeNull();
  });
});

describe('[TK9] a notification about a task', () => {
  const task = { id: 't-n', kind: 'votes', count: 2 } as const;

  test('has the task and what was done of it, for the people asked', () => {
    const debate = aDebate().does('olga', addTask('t-n', 'votes', 2));
    const found = (who: string) => shown(debate, 'task_reminder', 't-n', who);
    expect(found('dana')).toMatchObject({ task: { task, done: 0 } });
    expect([found('otto'), found('nobody'), shown(debate, 'task_set', 't-z', 'dana')]).toEqual([
      null,
      null,
      null,
    ]);
    debate.does('dana', agree('c-b'));
    expect(found('dana')).toMatchObject({ task: { task, done: 1 } });
    debate.does('dana', agree('c-d'));
    expect(found('dana')).toBeNull();
  });

  test.each([
    ['claims', 1, 'Write 1 claim'],
    ['claims', 2, 'Write 2 claims'],
    ['replies', 1, 'Reply to 1 claim by someone else'],
    ['replies', 2, 'Reply to 2 claims by others'],
    ['sources', 2, 'Add a source to 2 of your claims'],
    ['comments', 1, 'Write 1 comment'],
    ['comments', 3, 'Write 3 comments'],
    ['votes', 1, 'Vote on 1 claim'],
    ['votes', 5, 'Vote on 5 claims'],
  ] as const)('asks for %s (%i): %s', (kind, count, sentence) => {
    expect(taskSentence({ kind, count })).toBe(sentence);
  });

  test('says until when', () => {
    const made = aDebate()
      .does('olga', addTask('t-n', 'votes', 2, { at: Date.UTC(2026, 4, 6, 7, 8) }))
      .state.tasks.get('t-n');
    if (!made) return expect.fail('no task');
    expect(taskProgress({ task: made, done: 1 })).toBe('1 of 2 done. Due May 6, 2026 at 7:08 AM UTC.');
    expect(taskProgress({ task: { ...made, due: { phaseId: 'p' } }, done: 0 })).toBe(
      '0 of 2 done. Due when the phase ends.',
    );
  });
});

describe('kinds of notifications', () => {
  const kindsThat = (has: (kind: NotificationKind) => boolean) => NOTIFICATION_KINDS.filter(has);

  test('those of what is written, asked or set come once about one thing', () => {
    expect(kindsThat((kind) => !isRepeatable(kind))).toEqual([
      'mentioned',
      'replied',
      'attacked',
      'supported',
      'commented',
      'steelmanned',
      'suggested',
      'polled',
      'task_set',
      'task_reminder',
      'poll_reminder',
      'claimed',
      'said',
    ]);
  });

  test('[NO8] those that many people cause are one line if they are about one thing', () => {
    const two = (kind: NotificationKind) =>
      groupNotifications([1, 2].map((seq) => ({ ...EMPTY, kind, seq, subject: 'one', on: null })));
    expect(kindsThat((kind) => two(kind).length === 1)).toEqual([
      'mentioned',
      'replied',
      'attacked',
      'supported',
      'commented',
      'claimed',
      'said',
    ]);
  });

  test('[NO8] the lines are in the order of the kinds, the newest of one kind first', () => {
    const all = [...NOTIFICATION_KINDS]
      .reverse()
      .flatMap((kind, nth) =>
        [1, 2].map((seq) => ({ ...EMPTY, kind, seq: 2 * nth + seq, subject: `${seq}`, on: null })),
      );
    const lines = groupNotifications(all).map(({ last }) => [last.kind, last.subject]);
    expect(lines).toEqual(
      NOTIFICATION_KINDS.flatMap((kind) => [
        [kind, '2'],
        [kind, '1'],
      ]),
    );
  });

  test('entries that are not noted notify nobody', () => {
    expect(NOTED_TYPES.every((type) => mayNotify({ type } as never))).toBe(true);
    expect(mayNotify({ type: 'vote.cast', claimId: 'c-a', answer: 'agree', wording: 1 })).toBe(false);
  });
});

describe('the people whose names a notification needs', () => {
  test.each([
    ['l-b', ['emil']],
    ['w-a', ['susi']],
    ['m-n', ['mona', 'susi', 'dana']],
    ['m-a', ['dana']],
    ['c-a', []],
  ])('%s', (about, people) => {
    const debate = aDebate()
      .does('susi', suggest('w-a', 'c-a', ['one two three', 'one two']))
      .does('mona', comment({ on: targetOf('l-b'), text: 'See <@susi>, <@dana>' }));
    expect(personsIn({ about }, debate.projection('mona'))).toEqual(people);
  });
});

describe('[NO4] a muted branch', () => {
  test('has all that replies to it, links across from it and comments on it', () => {
    const { state } = aDebate();
    const muted = (...ids: string[]) =>
      ['c-a', 'l-a', 'm-a', 'c-b', 'c-u', 'x-a', 'c-d'].filter((id) =>
        isMuted(state, id, { level: 'mine', muted: ids }),
      );
    expect(muted()).toEqual([]);
    expect(muted('c-b')).toEqual(['c-b', 'c-u', 'x-a']);
    expect(muted('c-d', 'c-z')).toEqual(['x-a', 'c-d']);
    expect(muted('east')).toEqual(['c-a', 'l-a', 'm-a', 'c-b', 'c-u', 'x-a']);
  });
});

test('[NO1] an approval is still one if what it approved was hidden and shown again since', () => {
  const debate = aDebate().does('mona', hold('c-b'));
  const since = debate.entries.length;
  for (const operation of [bringBack('c-b'), hide('c-b'), bringBack('c-b')])
    later(debate, 1_000).does('mona', operation);
  const kinds = debate.entries
    .slice(since)
    .map((entry) =>
      notesOf(entry, debate.state).flatMap(({ to, kind, about }) => (about === 'c-b' ? `${to} ${kind}` : [])),
    );
  expect(kinds).toEqual([['emil accepted'], ['emil hidden'], ['emil restored']]);
});

test('a time zone has a name of letters, and no offset is one', () => {
  const named = ['Europe/Zurich', 'UTC', '+01:00', '-05', '', 'Nowhere/Land'];
  expect(named.flatMap((name) => zoneNamed(name) ?? [])).toEqual(['Europe/Zurich', 'UTC']);
});
