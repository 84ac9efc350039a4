import { describe, expect, test } from 'vitest';
import type { NotificationChoice } from '#domain/notifications/notification.ts';
import { projectNotification } from '#domain/notifications/project-notification.ts';
import { aDebate, type DebateBuilder, newClaim, retract } from '../../support/debate-builder.ts';
import { agree, notYet, SWITCHED, steelman, switchSides } from '../../support/made-steelmen.ts';
import { notesOf } from '../../support/notified.ts';
import { turnTo } from '../../support/phased-debate.ts';

/** The notifications of these kinds that a debate's last entries cause. */
function notified(debate: DebateBuilder, since: number): string[] {
  return debate.entries
    .slice(since)
    .flatMap((entry) => notesOf(entry, debate.state))
    .filter(({ kind }) => kind.startsWith('steelman'))
    .map(({ kind, to }) => `${kind} ${to}`);
}

function wordsFor(debate: DebateBuilder, kind: 'steelmanned' | 'steelman_answered', to: string) {
  const note = { to, kind, about: 'c-sm', seq: 1, at: 1 };
  return projectNotification(note, debate.projection(to), new Map());
}

describe('[SM8] notifications of steelmen', () => {
  test('go to the members of its position', () => {
    const debate = steelman(aDebate());
    expect(notified(debate, debate.entries.length - 1)).toEqual(['steelmanned olga', 'steelmanned emil']);
    expect(wordsFor(debate, 'steelmanned', 'emil')).toMatchObject({ subject: 'West', words: 'east is best' });
  });

  test('come with the reveal or the approval', () => {
    const blind = { ...SWITCHED, hides: ['claims'] as const };
    const hidden = switchSides(aDebate(), blind).does('dana', newClaim('sm', 'east', { positionId: 'east' }));
    const before = hidden.entries.length;
    expect(notified(hidden, before - 1)).toEqual([]);
    hidden.does('olga', turnTo(null, SWITCHED.id));
    expect(notified(hidden, before)).toEqual(['steelmanned olga', 'steelmanned emil']);
    const held = aDebate().does('olga', { type: 'debate.configure', approval: ['debater'] });
    const waiting = steelman(held).entries.length;
    expect(notified(held, waiting - 1)).toEqual(['steelmanned olga']);
    held.does('mona', { type: 'content.restore', ids: ['c-sm'] });
    expect(notified(held, waiting)).toEqual(['steelmanned olga', 'steelmanned emil']);
  });

  test('end with an answer, and with the claim', () => {
    const answered = steelman(aDebate()).does('olga', agree('a-o'));
    expect(wordsFor(answered, 'steelmanned', 'olga')).toBeNull();
    expect(wordsFor(answered, 'steelmanned', 'emil')).toBeNull();
    expect(wordsFor(steelman(aDebate()).does('dana', retract('c-sm')), 'steelmanned', 'emil')).toBeNull();
  });

  test('do not come from muted branches, and come once with what is missing', () => {
    const missing = steelman(aDebate()).does('emil', notYet('a-e'));
    const of = (kind: string, to: string, choice: NotificationChoice) =>
      missing.entries
        .flatMap((entry) => notesOf(entry, missing.state, new Map([[to, choice]])))
        .filter((note) => note.to === to && (note.kind === kind || note.about === 'm-a-e'));
    const muted = { level: 'mine', muted: ['c-sm'] } as const;
    expect(of('steelmanned', 'emil', muted)).toEqual([]);
    expect(of('steelman_answered', 'dana', muted)).toEqual([]);
    expect(of('steelman_answered', 'dana', { level: 'all', muted: [] })).toHaveLength(1);
  });

  test('of an answer go to the author, and say whether it is recognized', () => {
    const missing = steelman(aDebate()).does('emil', notYet('a-e'));
    expect(notified(missing, missing.entries.length - 1)).toEqual(['steelman_answered dana']);
    expect(wordsFor(missing, 'steelman_answered', 'dana')).toMatchObject({
      subject: 'East',
      reason: 'not_yet',
    });
    const agreed = steelman(aDebate()).does('emil', agree('a-e'));
    expect(wordsFor(agreed, 'steelman_answered', 'dana')).toMatchObject({ reason: 'recognized' });
  });
});
