import { describe, expect, test } from 'vitest';
import { decide } from '#domain/debate/engine/decide.ts';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import {
  createReplica,
  enablePrediction,
  markForResend,
  predict,
  resetToSnapshot,
  submit,
} from '#domain/sync/replica.ts';
import { expectAlike, twoTabs } from '../../simulation/two-tabs.ts';
import { aDebate, editTo, newClaim, reread } from '../../support/debate-builder.ts';
import { firstOf, OPERATION_TYPES, SAMPLES } from '../../support/operation-samples.ts';

const retract = (claimId: string) => ({ type: 'claim.retract', claimId, reason: 'off_topic' }) as const;
const agree = (wording: number) => ({ type: 'vote.cast', claimId: 'c-a', answer: 'agree', wording }) as const;

describe('[SY1] everyone ends with the projection', () => {
  test('of every operation, own votes included', () => {
    const { debate, dana, emil } = twoTabs();
    for (const type of OPERATION_TYPES) {
      for (const one of [...firstOf(type), SAMPLES[type].operation]) dana.asks(one);
      dana.settles();
      emil.settles();
    }
    expectAlike(debate, dana, emil);
    expect(dana.answers.length).toBeGreaterThan(15);
  });
});

describe('[SY2] refusals are reported', () => {
  test('with their reason; the operation leaves the view', () => {
    const { debate, dana } = twoTabs();
    debate.does('olga', retract('c-a'));
    expect(dana.asks(newClaim('n', 'c-a'))).toBe(true);
    dana.sends();
    expect(dana.answers).toEqual([{ ok: false, rejection: { code: 'target_retracted' } }]);
    expect(dana.replica.view.claims.has('c-n')).toBe(false);
    dana.settles();
    expectAlike(debate, dana);
  });
});

describe('[SY3] the view', () => {
  test('is what is confirmed with what is pending on top, acknowledged or not', () => {
    const { debate, dana } = twoTabs();
    dana.writes('c-a', 'mine');
    expect([dana.text('c-a'), debate.text('c-a')]).toEqual(['mine', 'one two three']);
    dana.sends();
    expect(dana.text('c-a')).toBe('mine');
    dana.hears();
    expect(dana.text('c-a')).toBe('mine');
    expectAlike(debate, dana);
  });

  test('leaves out what does not fit now, and shows it again when it fits', () => {
    const { debate, dana } = twoTabs();
    dana.asks(newClaim('n', 'c-a'));
    debate.does('olga', retract('c-a'));
    dana.hears();
    expect(dana.replica.view.claims.has('c-n')).toBe(false);
    expect(dana.replica.pending).toHaveLength(1);
    debate.does('olga', { type: 'claim.restore', claimId: 'c-a' });
    dana.hears();
    expect(dana.replica.view.claims.has('c-n')).toBe(true);
    dana.settles();
    expectAlike(debate, dana);
  });

  test('a non-participant predicts nothing', () => {
    const replica = createReplica(aDebate().state, null, decide);
    expect(predict(replica, newClaim('n', 'east'))).toEqual({
      ok: false,
      rejection: { code: 'not_joined' },
    });
    expect(submit(replica, 1, newClaim('n', 'east')).view).toBe(replica.view);
  });
});

describe('[SY4] a resend equals the first send', () => {
  test('though the view has been carried over what others wrote', () => {
    const { debate, dana, emil } = twoTabs();
    dana.writes('c-a', 'one two three DANA');
    const [first] = dana.hands();
    dana.loses();
    emil.writes('c-a', 'EMIL one two three');
    emil.settles();
    dana.hears();
    expect(dana.text('c-a')).toBe('EMIL one two three DANA');
    const [again] = dana.hands();
    expect(again?.payload).toEqual(first?.payload);
    expect(again?.payload).not.toEqual(again?.operation);
    dana.acknowledge(dana.deliver(again ? [again] : []));
    dana.hears();
    emil.hears();
    expect(debate.text('c-a')).toBe('EMIL one two three DANA');
    expectAlike(debate, dana, emil);
  });
});

describe('[SY5] the order of sending', () => {
  test('one after another, an edit when the entry of an earlier one of its text is here', () => {
    const { debate, dana } = twoTabs();
    dana.writes('c-a', 'one');
    dana.writes('c-a', 'one more');
    dana.writes('c-d', 'another text');
    dana.asks(agree(1));
    const sent: number[] = [];
    const send = () => {
      const [one, ...more] = dana.hands();
      expect([more, dana.hands()]).toEqual([[], []]);
      if (one) sent.push(one.clientSeq);
      dana.acknowledge(dana.deliver(one ? [one] : []));
    };
    send();
    send();
    expect(sent).toEqual([1]);
    dana.hears();
    for (let turn = 0; turn < 3; turn += 1) send();
    expect(sent).toEqual([1, 2, 3, 4]);
    dana.hears();
    expect(dana.answers.every(({ ok }) => ok)).toBe(true);
    expect(debate.state.votes.get('c-a')?.get('dana')).toEqual({ answer: 'agree', wording: 1 });
    expectAlike(debate, dana);
  });

  test('an operation on a postponed one does not overtake it', () => {
    const { debate, dana } = twoTabs();
    dana.asks(newClaim('n', 'east'));
    dana.writes('c-n', 'reworded');
    expect(dana.hands()).toMatchObject([{ clientSeq: 1 }]);
    dana.replica = markForResend(dana.replica, 1);
    expect(dana.hands()).toMatchObject([{ clientSeq: 1 }]);
    expect(dana.hands()).toEqual([]);
    dana.loses();
    dana.settles();
    expect(debate.text('c-n')).toBe('reworded');
  });

  test('a queued edit names the revision its text has when it is sent', () => {
    const { debate, dana, emil } = twoTabs();
    dana.writes('c-a', 'one two three 1');
    dana.writes('c-a', 'one two three 1 2');
    emil.writes('c-a', 'EMIL one two three');
    const first = dana.hands();
    emil.settles();
    dana.acknowledge(dana.deliver(first));
    dana.hears();
    const [second] = dana.hands();
    expect(second?.payload).toMatchObject({ base: 3 });
    dana.acknowledge(dana.deliver(second ? [second] : []));
    dana.hears();
    expect(debate.text('c-a')).toBe('EMIL one two three 1 2');
    expectAlike(debate, dana);
  });
});

describe('[SY6] others’ edits are transformed through all pending edits', () => {
  test('at the beginning, in the middle, at one place', () => {
    const { debate, dana, emil } = twoTabs();
    for (const text of ['one two three a', 'one two three a b', 'one two b']) dana.writes('c-a', text);
    emil.writes('c-a', 'E one two 2 three');
    emil.settles();
    dana.hears();
    expect(dana.text('c-a')).toBe('E one two 2 b');
    dana.settles();
    emil.settles();
    expect(debate.text('c-a')).toBe('E one two 2 b');
    expectAlike(debate, dana, emil);
  });

  test('an own new claim, edited by others before its own edit is there', () => {
    const { debate, dana, emil } = twoTabs();
    dana.asks(newClaim('n', 'east', { text: 'new claim' }));
    const [claim] = dana.hands();
    const answers = dana.deliver(claim ? [claim] : []);
    dana.writes('c-n', 'new claim of mine');
    dana.writes('c-n', 'new claim of mine, too');
    emil.hears();
    emil.writes('c-n', 'a new claim');
    emil.sends();
    dana.acknowledge(answers);
    dana.hears();
    expect(dana.text('c-n')).toBe('a new claim of mine, too');
    dana.settles();
    emil.settles();
    expectAlike(debate, dana, emil);
    expect(debate.text('c-n')).toBe('a new claim of mine, too');
  });

  test('in a snapshot as in entries', () => {
    const { debate, dana } = twoTabs();
    dana.writes('c-a', 'one two three DANA');
    debate.does('emil', editTo(debate.state, 'c-a', 'E one two three'));
    debate.does('emil', editTo(debate.state, 'c-a', 'E one three'));
    dana.replica = resetToSnapshot(dana.replica, reread(debate.projection('dana')), 'dana');
    expect(dana.text('c-a')).toBe('E one three DANA');
    dana.settles();
    expect(debate.text('c-a')).toBe('E one three DANA');
    expectAlike(debate, dana);
  });
});

test('[SY3] a new participant continues from the confirmed state, and may write', () => {
  const debate = aDebate();
  const replica = createReplica(debate.projection(null), null, decide);
  debate.does(SYSTEM, SAMPLES['participant.join'].operation);
  const joined = resetToSnapshot(replica, debate.projection('nina'), 'nina');
  expect(predict(joined, newClaim('n', 'east')).ok).toBe(true);
});

test('[SY23] without the rules, submitted operations wait, and are shown when the rules have loaded', () => {
  const debate = aDebate();
  const page = createReplica(debate.projection('dana'), 'dana', null);
  expect(predict(page, retract('c-none'))).toEqual({ ok: true, state: page.view, effects: [] });
  const asked = submit(submit(page, 1, newClaim('n', 'c-a')), 2, retract('c-none'));
  expect(asked.view).toBe(page.view);
  expect(asked.pending).toHaveLength(2);
  const knowing = enablePrediction(asked, decide);
  expect(knowing.view.claims.has('c-n')).toBe(true);
  expect(knowing.view).toEqual(submit(enablePrediction(page, decide), 1, newClaim('n', 'c-a')).view);
});
