import { describe, expect, test } from 'vitest';
import { nextClaimAt, PACE_WINDOW, predictNextClaimAt } from '#domain/debate/claims/pace.ts';
import { decide } from '#domain/debate/engine/decide.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { aDebate, comment, hide, newClaim, split } from '#tests/support/debate-builder.ts';

const configure = (pace: number): Operation => ({ type: 'debate.configure', pace });

describe('[MO10] the pace of new claims', () => {
  test('refuses one more within ten minutes, naming the pace', () => {
    const debate = aDebate().does('mona', configure(2));
    debate.now = 10_000_000;
    debate.does('emil', newClaim('1', 'east', { text: 'A first thing' }));
    debate.now += 1_000;
    debate.does('emil', newClaim('2', 'east', { text: 'A second thing' }));
    expect(debate.ask('emil', newClaim('3', 'east', { text: 'A third thing' }))).toEqual({
      ok: false,
      rejection: { code: 'claim_rate_exceeded', limit: 2 },
    });
    // Others have a pace of their own.
    debate.does('dana', newClaim('4', 'east', { text: 'Said by somebody else' }));
    debate.now = 10_000_000 + PACE_WINDOW;
    debate.does('emil', newClaim('5', 'east', { text: 'The first is long ago' }));
    expect(debate.refusal('emil', newClaim('6', 'east', { text: 'The second is not' }))).toBe(
      'claim_rate_exceeded',
    );
  });

  test('counts what was retracted or hidden', () => {
    const debate = aDebate().does('mona', configure(2));
    debate.now = 10_000_000;
    debate.does(
      'emil',
      newClaim('1', 'east', { text: 'A first thing' }),
      newClaim('2', 'east', { text: 'A second thing' }),
    );
    debate.does('emil', { type: 'claim.retract', claimId: 'c-1' }).does('mona', hide('c-2'));
    expect(debate.refusal('emil', newClaim('3', 'east', { text: 'A third thing' }))).toBe(
      'claim_rate_exceeded',
    );
  });

  test('refuses parts of a claim that is split, as they are new claims', () => {
    const debate = aDebate().does('mona', configure(2));
    debate.now = 10_000_000;
    const whole = 'Rails are cheap, roads are not, canals are slow';
    debate.does('emil', newClaim('1', 'east', { text: whole }));
    const roads = split('c-1', [whole, 'Rails are cheap, canals are slow'], {
      key: '2',
      text: 'roads are not',
    });
    debate.does('emil', roads);
    const left = debate.state.claims.get('c-1')?.text ?? '';
    const canals = split('c-1', [left, 'Rails are cheap'], { key: '3', text: 'canals are slow' });
    expect(debate.refusal('emil', canals)).toBe('claim_rate_exceeded');
    debate.does('mona', canals);
  });

  test.each(['shown', 'anonymous'] as const)(
    'counts nothing that moderators make of its author’s words (names %s)',
    (names) => {
      const debate = aDebate().does('mona', configure(2));
      if (names === 'anonymous') debate.does('mona', { type: 'debate.configure', names });
      debate.now = 10_000_000;
      const whole = 'Rails are cheap, roads are not, canals are slow';
      debate.does(
        'emil',
        newClaim('1', 'east', { text: whole }),
        comment({ commentId: 'm-n', text: 'Ships are slow' }),
      );
      debate.does(
        'mona',
        split('c-1', [whole, 'Rails are cheap, canals are slow'], { key: '2', text: 'roads are not' }),
        { ...newClaim('3', 'east', { text: 'Ships are slow' }), comment: 'm-n' },
      );
      expect(predictNextClaimAt(debate.projection('emil'), { id: 'emil', role: 'debater' }, debate.now)).toBe(
        null,
      );
      debate.does('emil', newClaim('4', 'east', { text: 'My second thing' }));
      expect(debate.refusal('emil', newClaim('5', 'east', { text: 'My third thing' }))).toBe(
        'claim_rate_exceeded',
      );
    },
  );

  test('counts a comment that its author makes a claim of', () => {
    const debate = aDebate().does('mona', configure(1));
    debate.now = 10_000_000;
    debate.does('emil', comment({ commentId: 'm-n', text: 'Ships are slow' }));
    debate.does('emil', { ...newClaim('3', 'east', { text: 'Ships are slow' }), comment: 'm-n' });
    expect(debate.refusal('emil', newClaim('4', 'east', { text: 'A second thing' }))).toBe(
      'claim_rate_exceeded',
    );
  });

  test('says when the next claim may come', () => {
    const debate = aDebate().does('mona', configure(2));
    debate.now = 10_000_000;
    const emil = { id: 'emil', role: 'debater' } as const;
    debate.does('emil', newClaim('1', 'east', { text: 'A first thing' }));
    expect(nextClaimAt(debate.state, emil, debate.now)).toBe(null);
    debate.does('emil', newClaim('2', 'east', { text: 'A second thing' }));
    expect(nextClaimAt(debate.state, emil, debate.now + 5)).toBe(10_000_000 + PACE_WINDOW);
  });

  test('is no matter for moderators, and none where it is not chosen', () => {
    const debate = aDebate().does('mona', configure(1));
    debate.now = 10_000_000;
    debate.does(
      'mona',
      newClaim('1', 'east', { text: 'One' }),
      newClaim('2', 'east', { text: 'Two' }),
      configure(0),
    );
    debate.does('emil', newClaim('3', 'east', { text: 'Three' }), newClaim('4', 'east', { text: 'Four' }));
  });

  test('is left to the server in a forecast', () => {
    const debate = aDebate().does('mona', configure(1));
    debate.now = 10_000_000;
    debate.does('emil', newClaim('1', 'east', { text: 'A first thing' }));
    const forecast = decide(debate.state, newClaim('2', 'east', { text: 'A second thing' }), {
      id: 'emil',
      role: 'debater',
    });
    expect(forecast.ok).toBe(true);
  });
});
