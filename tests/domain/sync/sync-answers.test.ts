import { describe, expect, test } from 'vitest';
import { decide } from '#domain/debate/engine/decide.ts';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import {
  createReplica,
  markForResend,
  predict,
  receive,
  resetToSnapshot,
  restorePending,
} from '#domain/sync/replica.ts';
import { expectAlike, twoTabs } from '../../simulation/two-tabs.ts';
import { type DebateBuilder, editTo, newClaim, reread, seal } from '../../support/debate-builder.ts';

const agree = (wording: number) => ({ type: 'vote.cast', claimId: 'c-a', answer: 'agree', wording }) as const;

describe('[SY7] a refused edit leaves its row', () => {
  test('later ones of the text go on without it', () => {
    const { debate, dana, emil } = twoTabs();
    const long = 'x'.repeat(300);
    dana.writes('c-a', `one two three ${long}`);
    dana.writes('c-a', `one 2 three ${long}`);
    emil.writes('c-a', `${long} one two three`);
    emil.settles();
    dana.hears();
    // The first no longer applies, so neither it nor what builds on it is shown.
    expect(dana.text('c-a')).toBe(`${long} one two three`);
    dana.sends();
    expect(dana.answers).toMatchObject([{ ok: false, rejection: { code: 'text_too_long' } }, { ok: true }]);
    expect(dana.text('c-a')).toBe(`${long} one 2 three`);
    dana.settles();
    emil.settles();
    expect(debate.text('c-a')).toBe(`${long} one 2 three`);
    expectAlike(debate, dana, emil);
  });

  test('where both do the same, the later row goes on', () => {
    const { debate, dana, emil } = twoTabs();
    dana.writes('c-a', 'one three');
    dana.writes('c-a', 'one three four');
    emil.writes('c-a', 'one three');
    emil.settles();
    dana.settles();
    expect(dana.answers).toMatchObject([{ ok: false, rejection: { code: 'nothing_changed' } }, { ok: true }]);
    emil.hears();
    expect(debate.text('c-a')).toBe('one three four');
    expectAlike(debate, dana, emil);
  });
});

describe('[SY8] an own entry before its answer', () => {
  test('is not there twice once the answer has come', () => {
    const { debate, dana } = twoTabs();
    dana.writes('c-a', 'one two three 1');
    dana.writes('c-a', 'one two 2 three 1');
    dana.asks(newClaim('n', 'c-a'));
    const answers = dana.deliver(dana.hands());
    dana.hears();
    dana.acknowledge(answers);
    expect(dana.text('c-a')).toBe('one two 2 three 1');
    dana.settles();
    expect(debate.text('c-a')).toBe('one two 2 three 1');
    expectAlike(debate, dana);
  });

  test('an answer to nothing pending changes nothing', () => {
    const { dana } = twoTabs();
    const before = dana.replica;
    dana.acknowledge([[7, { ok: true, seq: 1 }]]);
    expect(dana.replica).toBe(before);
  });

  test('an answer after a reconnect comes before its entry: then it is confirmed by it', () => {
    const { debate, dana, emil } = twoTabs();
    dana.writes('c-a', 'one two three 1');
    dana.writes('c-a', 'one two three 1 2');
    const answers = dana.deliver(dana.hands());
    dana.loses();
    emil.hears();
    emil.writes('c-a', 'E one two three 1');
    emil.sends();
    dana.acknowledge(answers);
    dana.replica = resetToSnapshot(dana.replica, reread(debate.projection('dana')), 'dana');
    expect(dana.text('c-a')).toBe('E one two three 1 2');
    dana.settles();
    emil.settles();
    expectAlike(debate, dana, emil);
  });
});

describe('[SY9] known answers are skipped', () => {
  test('a frame that overlaps, or repeats', () => {
    const { debate, dana } = twoTabs();
    const after = dana.replica.confirmed.seq;
    debate.does('emil', editTo(debate.state, 'c-a', 'E one two three'));
    dana.hears();
    debate.does('emil', editTo(debate.state, 'c-a', 'EE one two three')).does('dana', agree(1));
    const { to, entries, own } = debate.frame('dana', after);
    dana.replica = receive(dana.replica, to, entries, own);
    const heard = dana.replica;
    expectAlike(debate, dana);
    expect(receive(dana.replica, to, entries, own)).toBe(heard);
  });

  test('an older snapshot', () => {
    const { debate, dana } = twoTabs();
    const old = reread(debate.projection('dana'));
    debate.does('emil', editTo(debate.state, 'c-a', 'later'));
    dana.hears();
    dana.replica = resetToSnapshot(dana.replica, old, 'dana');
    expectAlike(debate, dana);
  });

  test('time stays that of the last entry, also with own votes among them', () => {
    const { debate, dana } = twoTabs();
    debate.does('dana', agree(1));
    debate.now = 9_999;
    debate.does('emil', newClaim('n', 'east'));
    dana.hears();
    expect(dana.replica.confirmed).toMatchObject({ seq: debate.state.seq, at: 9_999 });
  });
});

describe('[SY10] an edit on changes that are not remembered', () => {
  const manyEdits = (debate: DebateBuilder) => {
    for (let edit = 0; edit <= LIMITS.rememberedChanges; edit += 1) {
      debate.does('emil', editTo(debate.state, 'c-a', `${edit} two three`));
    }
  };

  test('is refused by the server, which guesses nothing', () => {
    const { debate, dana } = twoTabs();
    const edit = editTo(dana.replica.view, 'c-a', 'one two three DANA');
    manyEdits(debate);
    expect(debate.refusal('dana', edit)).toBe('base_too_old');
  });

  test('entry by entry it is carried along all the same', () => {
    const { debate, dana } = twoTabs();
    dana.writes('c-a', 'one two three DANA');
    manyEdits(debate);
    dana.hears();
    expect(dana.text('c-a')).toBe(`${LIMITS.rememberedChanges} two three DANA`);
  });

  test('from a snapshot it is carried over the difference of the texts, own edits that are in it left out', () => {
    const { debate, dana } = twoTabs();
    dana.writes('c-a', 'one two three DANA');
    dana.writes('c-a', 'one two three DANA, again');
    dana.acknowledge(dana.deliver(dana.hands()));
    debate.does('emil', editTo(debate.state, 'c-a', 'E one two three DANA')).does(SYSTEM, seal('c-a'));
    dana.replica = resetToSnapshot(dana.replica, reread(debate.projection('dana')), 'dana');
    expect(dana.text('c-a')).toBe('E one two three DANA, again');
    dana.settles();
    expect(debate.text('c-a')).toBe('E one two three DANA, again');
    expectAlike(debate, dana);
  });

  test('it is refused if the text it was made on is no longer known', () => {
    const { debate, dana } = twoTabs();
    dana.writes('c-a', 'ONE two three');
    dana.writes('c-a', 'ONE TWO three');
    const { pending } = dana.replica;
    manyEdits(debate);
    const page = createReplica(debate.projection('dana'), 'dana', decide);
    dana.replica = restorePending(page, pending, () => ({ revision: 1, text: null }));
    dana.settles();
    expect(dana.answers.map((answer) => !answer.ok && answer.rejection.code)).toEqual([
      'base_too_old',
      'base_too_old',
    ]);
    expect(debate.text('c-a')).toBe(`${LIMITS.rememberedChanges} two three`);
    expectAlike(debate, dana);
  });
});

describe('[SY11] an editor that was open while others wrote', () => {
  test('its edit is carried to the text as it is', () => {
    const { debate, dana, emil } = twoTabs();
    const edit = editTo(dana.replica.view, 'c-a', 'one two three DANA');
    emil.writes('c-a', 'E one two three');
    emil.settles();
    dana.hears();
    expect(predict(dana.replica, edit)).toMatchObject({ ok: true });
    dana.asks(edit);
    expect(dana.text('c-a')).toBe('E one two three DANA');
    dana.settles();
    expect(debate.text('c-a')).toBe('E one two three DANA');
    emil.hears();
    expectAlike(debate, dana, emil);
  });
});

test('[SY12] an operation the server could not accept now is sent again unchanged', () => {
  const { debate, dana } = twoTabs();
  dana.writes('c-a', 'mine');
  const [first] = dana.hands();
  dana.replica = markForResend(dana.replica, 1);
  expect(dana.text('c-a')).toBe('mine');
  const [again] = dana.hands();
  expect(again).toEqual(first);
  dana.acknowledge(dana.deliver(again ? [again] : []));
  dana.hears();
  expectAlike(debate, dana);
});
