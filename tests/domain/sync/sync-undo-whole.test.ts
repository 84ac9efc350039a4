import { describe, expect, test } from 'vitest';
import { nextAction } from '#domain/sync/undo-stack.ts';
import { Tab } from '../../simulation/tab.ts';
import { aDebate, comment, move, newClaim } from '../../support/debate-builder.ts';
import { agree, notYet, STEELMANNING } from '../../support/made-steelmen.ts';
import { addTask, removeTask } from '../../support/made-tasks.ts';

function begin(person: string) {
  const debate = aDebate();
  return { debate, me: new Tab(debate, person) };
}

/** Undoes, or redoes, an action of two steps. */
function bothSteps(me: Tab, action: 'undo' | 'redo'): void {
  const both = nextAction(me.undoStack, action);
  expect(me.steps(action)).toBe(true);
  expect(nextAction(me.undoStack, action)).toBe(both);
  expect(me.steps(action)).toBe(true);
  expect(nextAction(me.undoStack, action)).not.toBe(both);
  me.settles();
}

describe('[UN1] an operation is undone with all that it brought', () => {
  test('undoing a reply resolves the thread that it opened', () => {
    const { debate, me } = begin('dana');
    debate.does('dana', { type: 'comment.resolve', commentId: 'm-a', resolved: true });
    me.settles();
    expect(me.asks(comment({ replyTo: 'm-a' }))).toBe(true);
    me.settles();
    expect(debate.state.comments.get('m-a')?.resolved).toBe(false);
    bothSteps(me, 'undo');
    expect(debate.state.comments.get('m-a')?.resolved).toBe(true);
    expect(debate.state.comments.get('m-n')?.withdrawn).toBe(true);
    bothSteps(me, 'redo');
    expect(debate.state.comments.get('m-a')?.resolved).toBe(false);
    expect(debate.state.comments.get('m-n')?.withdrawn).toBe(false);
  });

  test('undoing “Not yet” gives the earlier answer again, and takes back what was missing', () => {
    const { debate, me } = begin('olga');
    const answers = () =>
      debate.state.claims.get('c-sm')?.steelman?.answers.map(({ author, agrees }) => [author, agrees]);
    debate.does('olga', ...STEELMANNING, agree('a-1'));
    me.settles();
    expect(me.asks(notYet('a-2'))).toBe(true);
    me.settles();
    expect(answers()).toEqual([['olga', false]]);
    bothSteps(me, 'undo');
    expect(answers()).toEqual([['olga', true]]);
    expect(debate.state.claims.get('c-sm')?.steelman?.recognized).toEqual([1]);
    expect(debate.state.comments.get('m-a-2')?.withdrawn).toBe(true);
  });

  test('a task that is over comes back', () => {
    const { debate, me } = begin('olga');
    debate.does('olga', addTask('t-n', 'claims', 2, { at: debate.now + 1 }));
    debate.now += 1_000;
    me.settles();
    expect(me.asks(removeTask('t-n'))).toBe(true);
    me.settles();
    expect(debate.state.tasks.has('t-n')).toBe(false);
    expect(me.steps('undo')).toBe(true);
    me.settles();
    expect(debate.state.tasks.get('t-n')).toMatchObject({ kind: 'claims', count: 2 });
  });
});

test('[UN5] a move of others that arrives together with one’s own is not undone', () => {
  const { debate, me } = begin('olga');
  debate.does('olga', newClaim('n', 'c-a'), newClaim('o', 'c-a'));
  me.settles();
  expect(me.asks(move('c-n', 'c-a'))).toBe(true);
  const answers = me.deliver(me.hands());
  debate.does('mona', move('c-n', 'c-a', null));
  me.acknowledge(answers);
  me.hears();
  expect(me.undoStack.undo).toEqual([]);
});
