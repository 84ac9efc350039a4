import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../domain/debate/limits.ts';
import type { Claim } from '../../domain/debate/state.ts';
import { foretell, postpone, receive, restart } from '../../domain/sync/replica.ts';
import { reword } from '../../domain/sync/reword.ts';
import type { Tab } from '../simulation/tab.ts';
import { expectAlike, twoTabs } from '../simulation/two-tabs.ts';
import { editTo, newClaim, reread } from '../support/debate-builder.ts';

const agree = (wording: number) => ({ type: 'vote.cast', claimId: 'c-a', answer: 'agree', wording }) as const;

function claimOf(tab: Tab): Claim {
  const claim = tab.replica.view.claims.get('c-a');
  if (!claim) throw new Error('It is there');
  return claim;
}

describe('[SY7] a refused edit leaves its row', () => {
  test('later ones of the text go on without it', () => {
    const { debate, dana, emil } = twoTabs();
    const long = 'x'.repeat(300);
    dana.writes('c-a', `one two three ${long}`);
    dana.writes('c-a', `one 2 three ${long}`);
    emil.writes('c-a', `${long} one two three`);
    emil.settles();
    dana.hears();
    // The first does not fit any more, so neither it nor what was made on it is shown.
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
    dana.isTold(answers);
    expect(dana.text('c-a')).toBe('one two 2 three 1');
    dana.settles();
    expect(debate.text('c-a')).toBe('one two 2 three 1');
    expectAlike(debate, dana);
  });

  test('an answer to nothing pending changes nothing', () => {
    const { dana } = twoTabs();
    const before = dana.replica;
    dana.isTold([[7, { ok: true, seq: 1 }]]);
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
    dana.isTold(answers);
    dana.replica = restart(dana.replica, reread(debate.projection('dana')), 'dana');
    expect(dana.text('c-a')).toBe('E one two three 1 2');
    dana.settles();
    emil.settles();
    expectAlike(debate, dana, emil);
  });
});

describe('[SY9] what is known is passed over', () => {
  test('a frame that overlaps, or repeats', () => {
    const { debate, dana } = twoTabs();
    const after = dana.replica.confirmed.seq;
    debate.does('emil', editTo(debate.state, 'c-a', 'E one two three'));
    dana.hears();
    debate.does('emil', editTo(debate.state, 'c-a', 'EE one two three'), agree(2));
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
    dana.replica = restart(dana.replica, old, 'dana');
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

describe('[SY10] an edit whose text is lost', () => {
  test('is refused, with those made on it, and the text is as the others left it', () => {
    const { debate, dana } = twoTabs();
    dana.writes('c-a', 'ONE two three');
    dana.writes('c-a', 'ONE TWO three');
    for (let edit = 0; edit <= LIMITS.rememberedChanges; edit += 1) {
      debate.does('emil', editTo(debate.state, 'c-a', `${edit} two three`));
    }
    dana.hears();
    expect(dana.text('c-a')).toBe(debate.text('c-a'));
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
    expect(foretell(dana.replica, edit)).toMatchObject({ ok: true });
    dana.asks(edit);
    expect(dana.text('c-a')).toBe('E one two three DANA');
    dana.settles();
    expect(debate.text('c-a')).toBe('E one two three DANA');
    emil.hears();
    expectAlike(debate, dana, emil);
  });

  test('with an own edit pending when it opened, whose revision is another by now', () => {
    const { debate, dana, emil } = twoTabs();
    dana.writes('c-a', 'one two three DANA');
    const opened = claimOf(dana);
    // Emil's words are as long as Dana's: by the numbers alone hers would be taken for his.
    emil.writes('c-a', 'EMIL one two three');
    emil.settles();
    dana.settles();
    const edit = reword(opened, 'one two, three DANA', claimOf(dana));
    expect(dana.asks(edit)).toBe(true);
    dana.settles();
    expect(debate.text('c-a')).toBe('EMIL one two, three DANA');
    emil.hears();
    expectAlike(debate, dana, emil);
  });

  test('followed change by change where that is known: words stand between others’', () => {
    const { debate, dana } = twoTabs();
    const opened = claimOf(dana);
    for (const text of ['E one two three', 'E one two three E'])
      debate.does('emil', editTo(debate.state, 'c-a', text));
    dana.hears();
    dana.asks(reword(opened, 'one 2 three', claimOf(dana)));
    expect(dana.text('c-a')).toBe('E one 2 three E');
  });

  test('on a revision that is forgotten: the texts are compared', () => {
    const { debate, dana } = twoTabs();
    const opened = claimOf(dana);
    const edit = editTo(dana.replica.view, 'c-a', 'one two three DANA');
    for (let turn = 0; turn <= LIMITS.rememberedChanges; turn += 1) {
      debate.does('emil', editTo(debate.state, 'c-a', `${turn} two three`));
    }
    dana.hears();
    expect(dana.asks(edit)).toBe(false);
    expect(dana.asks(reword(opened, 'one two three DANA', claimOf(dana)))).toBe(true);
    expect(dana.text('c-a')).toBe(`${LIMITS.rememberedChanges} two three DANA`);
  });
});

test('[SY12] what the server could not take now is sent again, the same', () => {
  const { debate, dana } = twoTabs();
  dana.writes('c-a', 'mine');
  const [first] = dana.hands();
  dana.replica = postpone(dana.replica, 1);
  expect(dana.text('c-a')).toBe('mine');
  const [again] = dana.hands();
  expect(again).toEqual(first);
  dana.isTold(dana.deliver(again ? [again] : []));
  dana.hears();
  expectAlike(debate, dana);
});
