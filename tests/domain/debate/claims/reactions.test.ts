import { describe, expect, test } from 'vitest';
import { brokenInvariants } from '#domain/debate/engine/invariants.ts';
import { invertEffect } from '#domain/debate/engine/invert.ts';
import type { Reaction } from '#domain/debate/map/claim.ts';
import { aDebate, type DebateBuilder } from '#tests/support/debate-builder.ts';

const react = (reaction: Reaction | null, claimId = 'c-a') =>
  ({ type: 'claim.react', claimId, reaction }) as const;

const counts = (debate: DebateBuilder) => debate.state.claims.get('c-a')?.reactions;

describe('[VO11] a reaction', () => {
  test('replaces the last, is counted, and can be withdrawn', () => {
    const debate = aDebate().does('dana', react('unclear')).does('mona', react('unclear'));
    expect(counts(debate)).toEqual([0, 0, 0, 2]);
    debate.does('dana', react('insightful'));
    expect(counts(debate)).toEqual([1, 0, 0, 1]);
    debate.does('dana', react(null)).does('mona', react(null));
    expect(counts(debate)).toBeUndefined();
    expect(brokenInvariants(debate.state)).toEqual([]);
  });

  test('is refused if it changes nothing, or the claim is retracted', () => {
    const debate = aDebate().does('dana', react('well_put'));
    expect(debate.refusal('dana', react('well_put'))).toBe('nothing_changed');
    expect(debate.refusal('mona', react(null))).toBe('nothing_changed');
    debate.does('olga', { type: 'claim.retract', claimId: 'c-a', reason: 'off_topic' });
    expect(debate.refusal('dana', react('unclear'))).toBe('claim_retracted');
  });

  test('is undone as the reaction before it', () => {
    const before = aDebate().does('dana', react('surprising'));
    const effect = { type: 'claim.reacted', claimId: 'c-a', reaction: 'unclear' } as const;
    expect(invertEffect(before.state, effect, 'dana')).toEqual(react('surprising'));
    expect(invertEffect(before.state, effect, 'mona')).toEqual(react(null));
  });
});

test('[VO11] the parts of a split claim have no reactions: people reacted to the whole', () => {
  const parts = [{ claimId: 'c-p', linkId: 'l-p', text: 'Part', takes: [] }];
  const debate = aDebate().does('dana', react('unclear'));
  const { text: was = '' } = debate.state.claims.get('c-a') ?? {};
  debate.does('olga', { type: 'claim.split', claimId: 'c-a', was, text: 'Rest', parts });
  expect(counts(debate)).toEqual([0, 0, 0, 1]);
  expect(debate.state.claims.get('c-p')?.reactions).toBeUndefined();
  expect(brokenInvariants(debate.state)).toEqual([]);
});

describe('[VO12] which reactions are shown', () => {
  test('counts to everyone, and to a person their own', () => {
    const debate = aDebate().does('dana', react('unclear')).does('mona', react('insightful'));
    for (const who of ['dana', 'otto', null]) {
      const seen = debate.projection(who);
      expect(seen.claims.get('c-a')?.reactions).toEqual([1, 0, 0, 1]);
      expect([...(seen.ratings.get('c-a')?.keys() ?? [])]).toEqual(who === 'dana' ? ['dana'] : []);
    }
  });

  test('none while a secret ballot is open, and after it only from five people on', () => {
    const debate = aDebate().does('olga', { type: 'debate.configure', ballots: 'secret' });
    for (const who of ['olga', 'mona', 'dana', 'emil']) debate.does(who, react('insightful'));
    expect(debate.projection('olga').claims.get('c-a')?.reactions).toBeUndefined();
    debate.does('olga', { type: 'debate.setStatus', status: 'closed' });
    expect(debate.projection('olga').claims.get('c-a')?.reactions).toBeUndefined();
    debate.does('olga', { type: 'debate.setStatus', status: 'open' }).does('susi', react('unclear'));
    debate.does('olga', { type: 'debate.setStatus', status: 'closed' });
    expect(debate.projection('otto').claims.get('c-a')?.reactions).toEqual([4, 0, 0, 1]);
  });
});
