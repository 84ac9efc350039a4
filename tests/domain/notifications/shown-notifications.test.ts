import { describe, expect, test } from 'vitest';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { digestSection, groupNotifications } from '#domain/notifications/group-notifications.ts';
import { NOTIFICATION_LIMITS } from '#domain/notifications/notification.ts';
import {
  type ProjectedNotification,
  projectNotification,
} from '#domain/notifications/project-notification.ts';
import { diffText } from '#domain/ot/text-change.ts';
import {
  aDebate,
  agree,
  answer,
  bringBack,
  closePoll,
  comment,
  editTo,
  hide,
  hold,
  mark,
  newClaim,
  quickPoll,
  retract,
  seal,
  targetOf,
} from '../../support/debate-builder.ts';
import { addTask } from '../../support/made-tasks.ts';
import { chose, notes, reply, said, shownTo } from '../../support/notified.ts';

describe('[NO5] a notification shows the debate as its recipient sees it now', () => {
  test('the author, the subject, and the link', () => {
    const debate = aDebate();
    const made = notes(debate, 'emil', [
      newClaim('n', 'c-a', { relation: 'attack', text: 'No  town\nhas it' }),
      reply(),
    ]);
    expect(shownTo(debate, made, 'dana')).toMatchObject([
      { kind: 'attacked', by: 'emil', words: 'No town has it', subject: 'one two three', on: 'c-n' },
      { kind: 'replied', by: 'emil', words: 'Because', subject: 'one two three', on: 'c-a' },
    ]);
  });

  test('[TK9] a task, while it is not done and the debate is open', () => {
    const debate = aDebate();
    const made = notes(debate, 'olga', [addTask('t-n', 'votes', 2)]);
    debate.does('dana', agree('c-b'));
    expect(shownTo(debate, made, 'dana')).toMatchObject([{ kind: 'task_set', task: { done: 1 } }]);
    debate.does('olga', { type: 'debate.setStatus', status: 'closed' });
    expect(shownTo(debate, made, 'dana')).toEqual([]);
    debate.does('olga', { type: 'debate.setStatus', status: 'open' }).does('dana', agree('c-d'));
    expect(shownTo(debate, made, 'dana')).toEqual([]);
    expect(shownTo(debate, made, 'emil')).toMatchObject([{ kind: 'task_set', task: { done: 0 } }]);
  });

  test('[LI13] the day on which the debate is deleted, until it is past or something is written', () => {
    const debate = aDebate().does('olga', { type: 'debate.setStatus', status: 'archived' });
    const day = '2026-03-09';
    const noticed = (at: number) => ({ to: 'olga', kind: 'expiring', about: day, seq: 9, at }) as const;
    const shown = (on: string, note = noticed(debate.state.at)) =>
      projectNotification(note, debate.projection('olga'), new Map(), Date.parse(on));
    expect(shown('2026-03-01T12:00Z')).toMatchObject({ kind: 'expiring', reason: day });
    expect(shown('2026-03-09T23:59Z')).toMatchObject({ reason: day });
    expect(shown('2026-03-10T00:00Z')).toBeNull();
    const before = noticed(debate.state.at);
    debate.now += 1_000;
    debate.does('olga', { type: 'debate.setStatus', status: 'open' });
    expect(shown('2026-03-01T12:00Z', noticed(debate.state.at))).toBeNull();
    debate.does('olga', { type: 'debate.setStatus', status: 'archived' });
    expect(shown('2026-03-01T12:00Z', before)).toBeNull();
    expect(shown('2026-03-01T12:00Z')).toMatchObject({ reason: day });
  });

  test('people whom a comment names have their current names; a removed mention notifies nobody', () => {
    const debate = aDebate();
    const made = notes(debate, 'emil', [
      comment({ commentId: 'm-r', on: targetOf('c-d'), text: 'Ask <@susi>, <@dana>' }),
    ]);
    expect(shownTo(debate, made, 'dana').map(({ words }) => words)).toEqual(['Ask @Susanna, @…']);
    const text = debate.state.comments.get('m-r')?.text ?? '';
    const change = diffText(text, 'Ask <@susi>, <@mona>');
    const more = notes(debate, 'emil', [{ type: 'comment.edit', commentId: 'm-r', base: 1, change }]);
    expect(said(more)).toEqual(['mona mentioned m-r', 'susi mentioned m-r']);
    expect(shownTo(debate, made, 'dana')).toEqual([]);
  });

  test.each<[string, string, Operation]>([
    ['hidden', 'mona', hide('c-n', 'm-r')],
    ['with what it hangs at', 'mona', hide('c-b')],
    ['made to wait', 'mona', hold('c-n', 'm-r')],
  ])('%s: nothing', (_, who, operation) => {
    const debate = aDebate().does('dana', newClaim('v', 'c-b'));
    const made = notes(debate, 'emil', [
      newClaim('n', 'c-v'),
      comment({ commentId: 'm-r', on: targetOf('c-v'), text: 'Because' }),
    ]);
    expect(shownTo(debate, made, 'dana')).toHaveLength(2);
    debate.does(who, operation);
    expect(shownTo(debate, made, 'dana')).toEqual([]);
  });

  test('on words that were erased: a note in place of them', () => {
    const debate = aDebate();
    debate.state = {
      ...debate.state,
      claims: debate.state.claims.map((claim) =>
        claim.id === 'c-a' ? { ...claim, text: 'one ░░░ three' } : claim,
      ),
    };
    const made = notes(debate, 'emil', [newClaim('n', 'c-a')]);
    expect(shownTo(debate, made, 'dana')).toMatchObject([{ subject: 'one [text deleted] three' }]);
    debate.state = {
      ...debate.state,
      claims: debate.state.claims.map((claim) => (claim.id === 'c-a' ? { ...claim, text: '░░░ ░░' } : claim)),
    };
    expect(shownTo(debate, made, 'dana')).toMatchObject([{ subject: '[text deleted]' }]);
  });

  test('retracted, withdrawn or erased: nothing', () => {
    const taken = aDebate();
    const made = notes(taken, 'emil', [newClaim('n', 'c-a'), reply()]);
    taken.does('emil', retract('c-n'), { type: 'comment.withdraw', commentId: 'm-r' });
    expect(shownTo(taken, made, 'dana')).toEqual([]);
    const blank = aDebate();
    const words = notes(blank, 'emil', [newClaim('n', 'c-a', { text: '░░░ ░░' }), reply({ text: '░░░' })]);
    expect(shownTo(blank, words, 'dana')).toEqual([]);
  });

  test('a decision about the recipient’s content, with its reason, while it stands', () => {
    const debate = aDebate();
    const made = notes(debate, 'mona', [hide('c-b'), mark('c-d', 'unclear')]);
    expect(shownTo(debate, made, 'emil')).toMatchObject([
      { kind: 'hidden', subject: 'four five six', reason: 'abusive', note: 'Say it kindly', by: '' },
      { kind: 'marked', subject: 'seven', reason: 'unclear', note: 'Says who?', by: '' },
    ]);
    debate.does('mona', bringBack('c-b'), { type: 'flag.clear', on: 'c-d', what: 'unclear' });
    expect(shownTo(debate, made, 'emil')).toEqual([]);
  });

  test('votes that are wanted, while they are', () => {
    const debate = aDebate();
    debate.does('dana', editTo(debate.state, 'c-a', 'one two'));
    const made = [
      ...notes(debate, 'system', [seal('c-a')]),
      ...notes(debate, 'olga', [quickPoll('q-a'), quickPoll('q-b')]),
    ];
    expect(shownTo(debate, made, 'emil').map(({ words }) => words)).toEqual([
      'one two',
      'Where to next?',
      'Where to next?',
    ]);
    debate.does('emil', agree('c-a', 2), answer('q-a', 0)).does('olga', closePoll('q-b'));
    expect(shownTo(debate, made, 'emil')).toEqual([]);
  });

  test('in an anonymous debate nobody’s name, nor where a moderator runs it', () => {
    const debate = aDebate().does('olga', { type: 'debate.configure', names: 'anonymous' });
    const made = notes(debate, 'emil', [newClaim('n', 'c-a'), reply()], chose('mona', { level: 'all' }));
    for (const who of ['dana', 'mona']) {
      const all = shownTo(debate, made, who);
      expect(all).toHaveLength(2);
      expect(JSON.stringify(all)).not.toContain('emil');
    }
  });

  test('long words are cut where they are', () => {
    const debate = aDebate();
    const made = notes(debate, 'emil', [reply({ text: '漢字🙂'.repeat(200) })]);
    const [note] = shownTo(debate, made, 'dana');
    expect([...(note?.words ?? '')]).toHaveLength(NOTIFICATION_LIMITS.excerptCharacters);
    expect(note?.words.endsWith('…')).toBe(true);
  });
});

const aNote = (seq: number, more: Partial<ProjectedNotification> = {}): ProjectedNotification => ({
  kind: 'attacked',
  seq,
  at: seq,
  by: 'ann',
  words: `argument ${seq}`,
  subject: 'one',
  on: `c-${seq}`,
  reason: '',
  note: '',
  ...more,
});

describe('[NO8] gathering', () => {
  test('notes of a kind about one thing are one line; the most pressing stand first', () => {
    const all = [
      aNote(1),
      aNote(2, { by: 'bo' }),
      aNote(3),
      aNote(4, { subject: 'two' }),
      aNote(5, { kind: 'polled', subject: '', on: null, by: '' }),
      aNote(6, { kind: 'replied' }),
    ];
    expect(groupNotifications(all).map(({ last, count, by }) => [last.kind, last.seq, count, by])).toEqual([
      ['replied', 6, 1, ['ann']],
      ['attacked', 4, 1, ['ann']],
      ['attacked', 3, 3, ['ann', 'bo']],
      ['polled', 5, 1, []],
    ]);
  });

  test('a decision has its own entry', () => {
    const two = [1, 2].map((seq) => aNote(seq, { kind: 'hidden' }));
    expect(groupNotifications(two)).toHaveLength(2);
  });

  test('a mail has so many lines of a debate; the rest is counted', () => {
    const all = Array.from({ length: 30 }, (_, index) => aNote(index, { subject: `${index}` }));
    const { lines, more } = digestSection(all);
    expect(lines).toHaveLength(NOTIFICATION_LIMITS.mailLines);
    expect(more).toBe(30 - NOTIFICATION_LIMITS.mailLines);
  });
});
