import { describe, expect, test } from 'vitest';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import { placeForOthers, placeInDraft } from '#domain/sync/draft.ts';
import { liveText } from '#domain/sync/live-text.ts';
import { canResubmit, resetToSnapshot, resubmit, submitTyping } from '#domain/sync/replica.ts';
import { wordingEditor } from '../../simulation/tab-editor.ts';
import { expectAlike, twoTabs } from '../../simulation/two-tabs.ts';
import { editTo, reread, seal } from '../../support/debate-builder.ts';

const LONG = 'x'.repeat(300);

describe('[SY18] typing builds on the text with all own pending edits', () => {
  test('with an own edit pending when the editor opened', () => {
    const { debate, dana, emil } = twoTabs();
    dana.writes('c-a', 'one two three DANA');
    const editor = wordingEditor(dana, 'c-a');
    emil.writes('c-a', 'EMIL one two three');
    emil.settles();
    dana.settles();
    expect(editor.document).toBe('EMIL one two three DANA');
    editor.holds('EMIL one two, three DANA');
    expect(editor.asks()).toBe(true);
    dana.settles();
    emil.hears();
    expect(debate.text('c-a')).toBe('EMIL one two, three DANA');
    expectAlike(debate, dana, emil);
  });

  test('others’ edits are merged around unsubmitted typing', () => {
    const { debate, dana } = twoTabs();
    const editor = wordingEditor(dana, 'c-a');
    editor.holds('one 2 three');
    for (const text of ['E one two three', 'E one two three E'])
      debate.does('emil', editTo(debate.state, 'c-a', text));
    dana.hears();
    expect(editor.document).toBe('E one 2 three E');
    expect(editor.asks()).toBe(true);
    expect(dana.text('c-a')).toBe('E one 2 three E');
  });

  test('others’ edits from before it was sealed arrive in the same frame', () => {
    const { debate, dana } = twoTabs();
    const editor = wordingEditor(dana, 'c-a');
    editor.holds('one two three!');
    debate
      .does('emil', editTo(debate.state, 'c-a', 'one 2 three'))
      .does('emil', editTo(debate.state, 'c-a', 'zero one 2 three'))
      .does(SYSTEM, seal('c-a'));
    dana.hears();
    expect(editor.document).toBe('zero one 2 three!');
  });
});

describe('[SY19] a limit passed by merging', () => {
  test('is reported to the writer who passed it; their characters stay in the editor, and are sent when they fit', () => {
    const { debate, dana, emil } = twoTabs();
    const editor = wordingEditor(dana, 'c-a');
    editor.holds(`one two three ${LONG}`);
    editor.asks();
    emil.writes('c-a', `${LONG} one two three`);
    emil.settles();
    dana.settles();
    expect(dana.answers).toMatchObject([{ ok: false, rejection: { code: 'text_too_long' } }]);
    expect(dana.text('c-a')).toBe(`${LONG} one two three`);
    expect(editor.document).toBe(`${LONG} one two three ${LONG}`);
    expect(editor.asks()).toBe(false);
    editor.holds(`${LONG} one two three x`);
    expect(editor.asks()).toBe(true);
    dana.settles();
    expect(debate.text('c-a')).toBe(`${LONG} one two three x`);
    emil.hears();
    expectAlike(debate, dana, emil);
  });

  test('a refused edit is in the editor again as it was written: what others write between its words stays there', () => {
    const { debate, dana } = twoTabs();
    const editor = wordingEditor(dana, 'c-a');
    editor.holds('D one two three');
    editor.holds('D one two three D');
    expect(editor.asks()).toBe(true);
    debate.does('mona', { type: 'content.lock', on: 'c-a', branch: false });
    dana.settles();
    expect(dana.answers).toMatchObject([{ ok: false, rejection: { code: 'locked' } }]);
    expect(editor.document).toBe('D one two three D');
    debate.does('mona', editTo(debate.state, 'c-a', 'one M two three'));
    dana.hears();
    expect(editor.document).toBe('D one M two three D');
  });

  test('an undo elsewhere also applies in the editor', () => {
    const { dana } = twoTabs();
    dana.writes('c-a', 'one two three four');
    const editor = wordingEditor(dana, 'c-a');
    dana.steps('undo');
    expect(editor.document).toBe('one two three');
    expect(editor.draft.unsent).toBeNull();
  });
});

describe('[SY20] typing that waits is one edit', () => {
  test('typing during a pending edit is sent together', () => {
    const { debate, dana, emil } = twoTabs();
    const first = dana.writes('c-a', 'one two three a');
    const handed = dana.hands();
    dana.writes('c-a', 'one two three ab');
    for (const text of ['one two three abc', 'one two three abcd'])
      dana.replica = submitTyping(dana.replica, 9, editTo(dana.replica.view, 'c-a', text));
    expect(first).toBe(true);
    expect(dana.replica.pending.map(({ clientSeq }) => clientSeq)).toEqual([1, 2]);
    emil.writes('c-a', 'E one two three');
    emil.settles();
    dana.acknowledge(dana.deliver(handed));
    dana.settles();
    expect(debate.text('c-a')).toBe('E one two three abcd');
    emil.hears();
    expectAlike(debate, dana, emil);
  });

  test('not with one that is handed over, nor with another text', () => {
    const { dana } = twoTabs();
    dana.writes('c-a', 'one two three a');
    dana.hands();
    dana.replica = submitTyping(dana.replica, 2, editTo(dana.replica.view, 'c-a', 'one two three ab'));
    dana.replica = submitTyping(dana.replica, 3, editTo(dana.replica.view, 'c-d', 'seven!'));
    expect(dana.replica.pending.map(({ clientSeq }) => clientSeq)).toEqual([1, 2, 3]);
  });
});

describe('[SY21] an edit the server cannot merge as it was sent', () => {
  test('is carried along by what the client knows and asked for again, under another number', () => {
    const { debate, dana, emil } = twoTabs();
    dana.writes('c-a', 'one two three DANA');
    const handed = dana.hands();
    debate.does('emil', editTo(debate.state, 'c-a', 'E one two three')).does(SYSTEM, seal('c-a'));
    dana.loses();
    dana.replica = resetToSnapshot(dana.replica, reread(debate.projection('dana')), 'dana');
    expect(dana.text('c-a')).toBe('E one two three DANA');
    const [[clientSeq = 0, answer] = []] = dana.deliver(handed);
    if (!answer || answer.ok) throw new Error('It is refused');
    expect(answer.rejection.code).toBe('base_too_old');
    expect(canResubmit(dana.replica, clientSeq, answer.rejection)).toBe(true);
    dana.replica = resubmit(dana.replica, clientSeq, 2);
    dana.settles();
    emil.hears();
    expect(debate.text('c-a')).toBe('E one two three DANA');
    expectAlike(debate, dana, emil);
  });

  test('where it was not carried along yet, what the server knows more is waited for, once', () => {
    const { debate, dana } = twoTabs();
    dana.writes('c-a', 'one two three DANA');
    const handed = dana.hands();
    debate.does('emil', editTo(debate.state, 'c-a', 'E one two three')).does(SYSTEM, seal('c-a'));
    const [[clientSeq = 0, answer] = []] = dana.deliver(handed);
    if (!answer || answer.ok) throw new Error('It is refused');
    expect(canResubmit(dana.replica, clientSeq, answer.rejection)).toBe(true);
    dana.replica = resubmit(dana.replica, clientSeq, 2);
    expect(dana.hands()).toEqual([]);
    expect(canResubmit(dana.replica, 2, answer.rejection)).toBe(false);
    dana.hears();
    dana.settles();
    expect(debate.text('c-a')).toBe('E one two three DANA');
  });
});

test('places are sent as places in the confirmed text, and found again in the shown text', () => {
  const { dana } = twoTabs();
  const editor = wordingEditor(dana, 'c-a');
  editor.holds('so one two three');
  editor.asks();
  editor.holds('so one two and three');
  expect(liveText(dana.replica, 'c-a')?.text).toBe('so one two three');
  expect(placeForOthers(dana.replica, editor.draft, 'so one'.length)).toBe('one'.length);
  expect(placeInDraft(dana.replica, editor.draft, 'one two t'.length)).toBe('so one two and t'.length);
});
