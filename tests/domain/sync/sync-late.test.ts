import { describe, expect, test } from 'vitest';
import { finish } from '#domain/collections/steps.ts';
import { decide } from '#domain/debate/engine/decide.ts';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import { evolveAll } from '#domain/debate/engine/evolve.ts';
import { type DebateState, EMPTY_STATE } from '#domain/debate/engine/state.ts';
import { WordEraser } from '#domain/debate/erasure/erase-words.ts';
import { diffText } from '#domain/ot/text-change.ts';
import { blankPending } from '#domain/sync/blank-pending.ts';
import { settleOnText, UNREBASABLE } from '#domain/sync/rebase-edits.ts';
import { submit } from '#domain/sync/replica.ts';
import { Tab } from '../../simulation/tab.ts';
import { expectAlike, twoTabs } from '../../simulation/two-tabs.ts';
import {
  aDebate,
  bringBack,
  type DebateBuilder,
  editTo,
  hide,
  move,
  seal,
} from '../../support/debate-builder.ts';

const edit = (base: number, from: string, to: string) =>
  ({ type: 'claim.edit', claimId: 'c-a', base, change: diffText(from, to) }) as const;

describe('an edit made on an earlier revision', () => {
  const { state } = twice(aDebate());

  function twice(debate: DebateBuilder): DebateBuilder {
    return debate
      .does('emil', edit(1, 'one two three', 'zero one two three'))
      .does('emil', edit(2, 'zero one two three', 'zero one two three four'));
  }

  test('is carried over all changes since', () => {
    expect(settleOnText(edit(1, 'one two three', 'one 2 three'), state)).toEqual(
      edit(3, 'zero one two three four', 'zero one 2 three four'),
    );
    expect(settleOnText(edit(2, 'zero one two three', 'zero one 2 three'), state)).toEqual(
      edit(3, 'zero one two three four', 'zero one 2 three four'),
    );
  });

  test('stays as it is on the present revision, where the changes are not known, or if it fits none', () => {
    for (const operation of [
      edit(3, 'zero one two three four', 'zero'),
      edit(9, 'one', 'two'),
      edit(1, 'one', 'two'),
      move('c-b', 'c-d'),
    ])
      expect(settleOnText(operation, state)).toBe(operation);
    const sealed = { ...state, histories: state.histories.delete('c-a') };
    const late = edit(3, 'one', 'two');
    expect(settleOnText(late, sealed)).toBe(late);
  });
});

describe('a text that comes again as a whole', () => {
  test('after it was out of sight takes no edits that were made on it before', () => {
    const { debate, emil } = twoTabs();
    emil.writes('c-a', 'one two');
    debate.does('olga', hide('c-a'));
    emil.hears();
    debate.does('dana', editTo(debate.state, 'c-a', 'one two three four')).does('olga', bringBack('c-a'));
    emil.hears();
    expect(emil.replica.pending.map(({ operation }) => 'base' in operation && operation.base)).toEqual([
      UNREBASABLE,
    ]);
    emil.settles();
    expect(emil.answers).toMatchObject([{ ok: false }]);
    expectAlike(debate, emil);
  });

  test('hidden for others meanwhile, takes its author’s edits', () => {
    const { debate, dana } = twoTabs();
    dana.writes('c-a', 'one two');
    debate.does('olga', hide('c-a'));
    debate.does('mona', editTo(debate.state, 'c-a', 'zero one two three'));
    dana.hears();
    expect(dana.text('c-a')).toBe('zero one two');
    debate.does('olga', bringBack('c-a'));
    dana.settles();
    expect(debate.text('c-a')).toBe('zero one two');
    expectAlike(debate, dana);
  });
});

describe('[PD2] words that are erased while an edit that inserts them waits', () => {
  /** The state once the words of this person are erased. */
  function without({ entries }: DebateBuilder, person: string): DebateState {
    const eraser = new WordEraser(person);
    return evolveAll(
      EMPTY_STATE,
      entries.map((entry) => finish(eraser.take(entry))),
    );
  }

  function waiting() {
    const debate = aDebate().does('emil', editTo(aDebate().state, 'c-a', 'one two three SECRETSECRETS'));
    const dana = new Tab(debate, 'dana');
    dana.replica = submit(
      dana.replica,
      1,
      edit(2, 'one two three SECRETSECRETS', 'one two three SECRETSECRETS and SECRETSECRETS'),
    );
    debate.does(SYSTEM, { type: 'participant.erase', participantId: 'emil', words: true });
    return { debate, dana, after: without(debate, 'emil') };
  }

  test('are blank in it, if it was not sent', () => {
    const { dana, after } = waiting();
    const pending = blankPending(dana.replica.pending, dana.replica.confirmed, after);
    expect(pending.map(({ operation }) => operation)).toEqual([
      { ...edit(2, '', ''), change: [27, [0, ` and${'░'.repeat(14)}`]] },
    ]);
  });

  test('stay in it if it was sent, or nothing was erased', () => {
    const { dana, after } = waiting();
    const { confirmed, pending } = dana.replica;
    expect(blankPending(pending, confirmed, { ...after, erasedAt: confirmed.erasedAt })).toBe(pending);
    dana.hands();
    const sent = dana.replica.pending;
    expect(blankPending(sent, confirmed, after)).toEqual(sent);
  });

  test('stay where more was written since than is remembered', () => {
    const { debate, dana } = waiting();
    const { confirmed, pending } = dana.replica;
    debate.does(SYSTEM, seal('c-a')).does('mona', editTo(debate.state, 'c-a', 'one'));
    debate.does(SYSTEM, seal('c-a'));
    expect(blankPending(pending, confirmed, without(debate, 'emil'))).toEqual(pending);
  });
});

test('a page without rules shows what is confirmed', () => {
  const { dana } = twoTabs();
  const replica = submit({ ...dana.replica, decide: null }, 1, edit(1, 'one two three', 'one'));
  expect(replica.view).toBe(replica.confirmed);
  expect(
    submit({ ...dana.replica, decide }, 1, edit(1, 'one two three', 'one')).view.claims.get('c-a')?.text,
  ).toBe('one');
});
