import { describe, expect, test } from 'vitest';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { diffText } from '#domain/ot/text-change.ts';
import { predict } from '#domain/sync/replica.ts';
import { NOTHING_TO_UNDO, nextAction, type UndoStack } from '#domain/sync/undo-stack.ts';
import { dropStep, recordStep, recordTyping } from '#domain/sync/undo-steps.ts';
import { Tab } from '../../simulation/tab.ts';
import {
  aDebate,
  assign,
  bringBack,
  type DebateBuilder,
  editTo,
  form,
  hide,
  lock,
  mark,
  merge,
  move,
  newClaim,
  reopenWording,
  report,
  restore,
  retract,
  returnWording,
  revise,
  SPLIT,
  seal,
  settle,
  suggest,
  unlock,
  unmark,
  unmerge,
} from '../../support/debate-builder.ts';
import { conclude, recordSignOff } from '../../support/made-conclusion.ts';
import { appoint, mute } from '../../support/made-people.ts';
import { ask, markAnswered, mergeQuestion, pin } from '../../support/made-questions.ts';
import { addTask, changeTask } from '../../support/made-tasks.ts';

const position = (more: object) => ({ type: 'position.edit', positionId: 'east', ...more }) as Operation;
const debateEdit = (more: object) => ({ type: 'debate.edit', ...more }) as Operation;
const attack = (claimId: string, to: string) => ({ ...move(claimId, to), relation: 'attack' }) as const;
const join = { type: 'claim.join', claimId: 'c-a', parts: ['c-two'] } as const;

const kind = (scheme: 'analogy' | 'cause') => ({ type: 'link.setScheme', linkId: 'x-a', scheme }) as const;
const ANSWERED = {
  type: 'link.answerQuestion',
  linkId: 'x-a',
  scheme: 'analogy',
  question: 1,
  answered: true,
} as const;
const resolve = (resolved: boolean) => ({ type: 'comment.resolve', commentId: 'm-a', resolved }) as const;
const withKind = (debate: DebateBuilder) => debate.does('olga', kind('analogy'));
const retractLink = (retracted: boolean) =>
  ({ type: retracted ? 'link.retract' : 'link.restore', linkId: 'x-a' }) as const;
const withTask = (debate: DebateBuilder) => debate.does('olga', addTask('t-n'));

type Row = [what: string, own: Operation, others: Operation[], before?: (debate: DebateBuilder) => unknown];

/** How many steps olga can undo after one of her own, and then what mona does. */
function stepsLeft(own: Operation, others: Operation[], before?: (debate: DebateBuilder) => unknown): number {
  const debate = aDebate();
  before?.(debate);
  const olga = new Tab(debate, 'olga');
  expect(olga.asks(own)).toBe(true);
  olga.settles();
  expect(olga.undoStack.undo).toHaveLength(1);
  debate.does('mona', ...others);
  olga.hears();
  return olga.undoStack.undo.length;
}

describe('[UN5] steps after others’ changes', () => {
  test.each<Row>([
    ['a move, moved elsewhere', move('c-b', 'c-d'), [move('c-b', 'east')]],
    ['a move, turned to an attack', move('c-b', 'c-d'), [attack('c-b', 'c-d')]],
    ['a name, named otherwise', position({ name: 'Dawn' }), [position({ name: 'Morning' })]],
    ['a hue, another hue', position({ hue: 'teal' }), [position({ hue: 'ochre' })]],
    ['a role, another role', appoint('susi', 'debater'), [appoint('susi', 'observer')]],
    ['a mute, its end', mute('susi', 'other'), [mute('susi', null)]],
    ['a motion, another motion', debateEdit({ motion: 'x' }), [debateEdit({ motion: 'y' })]],
    ['a title, another title', debateEdit({ title: 'x' }), [debateEdit({ title: 'y' })]],
    ['hidden, and shown again', hide('c-b'), [bringBack('c-b')]],
    ['hidden, for another reason', hide('c-b'), [bringBack('c-b'), { ...hide('c-b'), reason: 'spam' }]],
    ['a lock, unlocked', lock('c-b'), [unlock('c-b')]],
    ['a lock, of the branch', lock('c-b'), [unlock('c-b'), lock('c-b', true)]],
    ['a merge, unmerged', merge('c-b', 'c-d'), [unmerge('c-b')]],
    [
      'a merge, merged elsewhere',
      merge('c-b', 'c-d'),
      [unmerge('c-b'), newClaim('n', 'east'), merge('c-b', 'c-n')],
    ],
    ['a split, joined', SPLIT, [join]],
    ['a flag, cleared', mark('c-b', 'unclear'), [unmark('c-b', 'unclear')]],
    ['a flag, with another note', mark('c-b', 'unclear'), [mark('c-b', 'unclear', { note: 'Why?' })]],
    [
      'a group, another group',
      assign('emil', 'a'),
      [assign('emil', 'b')],
      (debate) => debate.does('olga', form('a', 'dana'), form('b', 'susi')),
    ],
    [
      'a report settled, otherwise',
      settle('no_action', 'r-1'),
      [settle(null, 'r-1')],
      (debate) => debate.does('susi', report('r-1', 'c-a')),
    ],
    ['a place, moved along', move('c-d', 'c-a', null), [move('c-d', 'c-a', 'c-b')]],
    ['a kind, another kind', kind('analogy'), [kind('cause')]],
    ['a kind, and a question answered', kind('analogy'), [ANSWERED]],
    ['a task, asking for more', changeTask('t-n', 3), [changeTask('t-n', 4)], withTask],
    [
      'a task, until later',
      changeTask('t-n', 3),
      [changeTask('t-n', 3, { at: 4_100_000_000_000 })],
      withTask,
    ],
    [
      'a question merged, and elsewhere',
      mergeQuestion('u-m', 'u-q'),
      [mergeQuestion('u-m', null), mergeQuestion('u-m', 'u-o')],
      (debate) => debate.does('dana', ask('u-m'), ask('u-o')),
    ],
    ['a question pinned, and not', pin('u-q'), [pin('u-q', false)]],
    ['a question answered, and not', markAnswered('u-q'), [markAnswered('u-q', false)]],
    ['retracted, and restored', retract('c-b'), [restore('c-b')]],
    ['a link retracted, and restored', retractLink(true), [retractLink(false)]],
    ['an answer to a question of its kind, and not', ANSWERED, [{ ...ANSWERED, answered: false }], withKind],
    ['a thread resolved, and opened', resolve(true), [resolve(false)]],
    ['a conclusion closed, and opened', conclude(false), [conclude()]],
    ['a sign-off recorded, and removed', recordSignOff('n-n', 'west'), [recordSignOff('n-m', 'west', null)]],
  ])('a step is dropped once others changed the same: %s', (_, own, others, before) => {
    expect(stepsLeft(own, others, before)).toBe(0);
  });

  test.each<Row>([
    ['a move, another claim moved', move('c-b', 'c-d'), [newClaim('n', 'c-d'), move('c-n', 'west')]],
    ['a name, another hue', position({ name: 'Dawn' }), [position({ hue: 'teal' })]],
    ['a role, a mute', appoint('susi', 'debater'), [mute('susi', 'other')]],
    ['a motion, another title', debateEdit({ motion: 'x' }), [debateEdit({ title: 'y' })]],
    ['hidden, and something else hidden', hide('c-b'), [hide('c-d')]],
    ['a lock, another lock', lock('c-b'), [lock('c-d')]],
    [
      'a merge, another merge',
      merge('c-b', 'c-d'),
      [newClaim('n', 'east'), newClaim('m', 'east'), merge('c-n', 'c-m')],
    ],
    ['a split, another claim', SPLIT, [newClaim('n', 'c-d')]],
    ['a flag, another flag', mark('c-b', 'unclear'), [mark('c-b', 'unsupported')]],
    [
      'a group, another person',
      assign('emil', 'a'),
      [assign('otto', 'b')],
      (debate) => debate.does('olga', form('a', 'dana'), form('b', 'susi')),
    ],
    [
      'a report settled, another one',
      settle('no_action', 'r-1'),
      [settle('no_action', 'r-2')],
      (debate) => debate.does('susi', report('r-1', 'c-a'), report('r-2', 'c-d')),
    ],
    ['a place, a claim put before it', move('c-d', 'c-a', null), [move('c-u', 'c-a', null)]],
    ['a kind, another link’s kind', kind('analogy'), [{ ...kind('cause'), linkId: 'l-a' }]],
    ['a task, another task', changeTask('t-n', 3), [addTask('t-m')], withTask],
  ])('a step stays if others changed something else: %s', (_, own, others, before) => {
    expect(stepsLeft(own, others, before)).toBe(1);
  });

  test('a flag answered by its author, and flagged again', () => {
    const debate = aDebate().does('olga', mark('c-b', 'unclear'));
    const emil = new Tab(debate, 'emil');
    expect(emil.asks(revise('c-b', 'unclear'))).toBe(true);
    emil.settles();
    expect(emil.undoStack.undo).toHaveLength(1);
    debate.does('olga', mark('c-b', 'unclear', { note: 'Still' }));
    emil.hears();
    expect(emil.undoStack.undo).toEqual([]);
  });

  test('a suggestion accepted, and opened again', () => {
    const debate = aDebate().does('susi', suggest('w-n', 'c-d', ['seven', 'eight']));
    const emil = new Tab(debate, 'emil');
    expect(emil.asks(returnWording('w-n'))).toBe(true);
    emil.settles();
    expect(emil.undoStack.undo).toHaveLength(1);
    debate.does('olga', reopenWording('w-n'));
    emil.hears();
    expect(emil.undoStack.undo).toEqual([]);
  });

  test('erased words leave nothing to undo', () => {
    const debate = aDebate();
    const olga = new Tab(debate, 'olga');
    olga.asks(move('c-b', 'c-d'));
    olga.settles();
    debate.does(SYSTEM, { type: 'participant.erase', participantId: 'emil', words: true });
    olga.hears();
    expect(olga.undoStack).toEqual(NOTHING_TO_UNDO);
  });
});

describe('an action', () => {
  test('is the next to be undone until its step is dropped; then the one before it is', () => {
    const debate = aDebate();
    const olga = new Tab(debate, 'olga');
    olga.asks(retract('c-u'));
    const first = nextAction(olga.undoStack, 'undo');
    olga.asks(move('c-b', 'c-d'));
    const second = nextAction(olga.undoStack, 'undo');
    expect(second).not.toBe(first);
    olga.settles();
    debate.does('mona', newClaim('n', 'east'));
    olga.hears();
    expect(nextAction(olga.undoStack, 'undo')).toBe(second);
    debate.does('mona', move('c-b', 'east'));
    olga.hears();
    expect(nextAction(olga.undoStack, 'undo')).toBe(first);
  });

  test('stays the same while others edit its text, it is undone and it is redone', () => {
    const debate = aDebate();
    const dana = new Tab(debate, 'dana');
    dana.writes('c-a', 'one two');
    const action = nextAction(dana.undoStack, 'undo');
    dana.settles();
    debate.does('mona', editTo(debate.state, 'c-a', 'zero one two'));
    dana.hears();
    expect(nextAction(dana.undoStack, 'undo')).toBe(action);
    dana.steps('undo');
    expect(nextAction(dana.undoStack, 'undo')).toBeUndefined();
    expect(nextAction(dana.undoStack, 'redo')).toBe(action);
    dana.steps('redo');
    expect(nextAction(dana.undoStack, 'undo')).toBe(action);
  });
});

describe('steps of typing', () => {
  /** A tab that types texts of a claim one after the other, and the stack of its steps. */
  function typing(claimId: string, ...texts: readonly (readonly [text: string, goesOn: boolean])[]) {
    const dana = new Tab(aDebate(), 'dana');
    let stack: UndoStack = NOTHING_TO_UNDO;
    for (const [text, goesOn] of texts) {
      const { view } = dana.replica;
      const edit = editTo(view, claimId, text);
      const prediction = predict(dana.replica, edit);
      if (!prediction.ok) throw new Error('refused');
      stack = recordTyping(stack, view, prediction.effects, 'dana', goesOn);
      dana.asks(edit);
    }
    return stack;
  }
  const back = (from: string, to: string, base: number) => ({
    type: 'claim.edit',
    claimId: 'c-a',
    base,
    change: diffText(from, to),
  });

  test('in a row are one step', () => {
    const stack = typing('c-a', ['one two', false], ['one', true], ['on', true]);
    expect(stack).toMatchObject({ undo: [{ change: diffText('on', 'one two three') }], redo: [] });
    expect(stack.actions.size).toBe(1);
  });

  test('are steps of their own where the writer left the editor between', () => {
    const { undo } = typing('c-a', ['one two', false], ['one', false]);
    expect(undo.map((step) => 'change' in step && step.change)).toEqual([
      diffText('one two', 'one two three'),
      diffText('one', 'one two'),
    ]);
  });

  test('begin where there is nothing they go on with, or another text', () => {
    expect(typing('c-a', ['one two', true]).undo).toHaveLength(1);
    const dana = new Tab(aDebate(), 'dana');
    const other = recordStep(
      NOTHING_TO_UNDO,
      'new',
      dana.replica.view,
      [
        {
          type: 'claim.moved',
          claimId: 'c-b',
          target: { kind: 'claim', id: 'c-d' },
          relation: 'support',
          order: 'a0',
        },
      ],
      'dana',
    );
    const edit = editTo(dana.replica.view, 'c-a', 'one');
    const prediction = predict(dana.replica, edit);
    const effects = prediction.ok ? prediction.effects : [];
    expect(recordTyping(other, dana.replica.view, effects, 'dana', true).undo).toHaveLength(2);
    expect(recordTyping(other, dana.replica.view, [], 'dana', true)).toBe(other);
  });

  test('that would insert too much for one edit are undone together in pieces', () => {
    const stack = typing('c-a', ['x'.repeat(280), false], ['y', true]);
    expect(stack.undo).toHaveLength(1);
    const last = dropStep(stack, 'undo');
    expect(last.undo).toEqual([]);
  });

  test('of a text are dropped together with the last that doesn’t fit; others stay', () => {
    const edits = ['one', 'two'].map((text, at) => back(text, 'x', at + 1) as Operation);
    const other = move('c-b', 'c-d');
    const stack = {
      undo: [edits[0], other, edits[1]] as Operation[],
      redo: [other],
      actions: new Map(),
    };
    expect(dropStep(stack, 'undo')).toEqual({ ...stack, undo: [other] });
    expect(dropStep(stack, 'redo')).toEqual({ ...stack, redo: [] });
    expect(dropStep(NOTHING_TO_UNDO, 'undo')).toEqual(NOTHING_TO_UNDO);
  });

  test('[UN2] go from one stack to the other, and a new step ends what could be redone', () => {
    const debate = aDebate();
    const dana = new Tab(debate, 'dana');
    const sizes = () => [dana.undoStack.undo.length, dana.undoStack.redo.length];
    dana.writes('c-a', 'one two');
    dana.asks(newClaim('n', 'c-a'));
    expect(sizes()).toEqual([2, 0]);
    expect(dana.steps('undo')).toBe(true);
    expect([sizes(), dana.replica.view.claims.get('c-n')?.retracted]).toEqual([[1, 1], true]);
    expect(dana.steps('undo')).toBe(true);
    expect([sizes(), dana.text('c-a')]).toEqual([[0, 2], 'one two three']);
    expect(dana.steps('undo')).toBe(false);
    expect(dana.steps('redo')).toBe(true);
    expect([sizes(), dana.text('c-a')]).toEqual([[1, 1], 'one two']);
    dana.writes('c-a', 'one');
    expect(sizes()).toEqual([2, 0]);
    expect(dana.steps('redo')).toBe(false);
  });

  test('on a text are gone once it was split, as its words are others', () => {
    const debate = aDebate();
    const dana = new Tab(debate, 'dana');
    dana.writes('c-a', 'one two');
    dana.asks(move('c-a', 'west'));
    dana.settles();
    debate.does(SYSTEM, seal('c-a'));
    dana.hears();
    dana.asks({
      ...SPLIT,
      was: 'one two',
      text: 'one',
      parts: SPLIT.parts.map((part) => ({ ...part, text: 'two' })),
    });
    expect(dana.undoStack.undo.map(({ type }) => type)).toEqual(['claim.move', 'claim.join']);
  });
});
