import { describe, expect, test } from 'vitest';
import { guidedPhaseOf } from '#domain/debate/agenda/guided-phase.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { blankText } from '#domain/debate/erasure/tombstone.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import type { Phase } from '#domain/debate/phases/agenda.ts';
import { conflictingVotes } from '#domain/debate/votes/conflicting-votes.ts';
import {
  asksForVote,
  currentAnswer,
  type GuidedVoter,
  guidedOrder,
} from '#domain/debate/votes/guided-order.ts';
import { findInDebate } from '#domain/search/find-in-debate.ts';
import { NO_CRITERIA } from '#domain/search/search-criteria.ts';
import {
  aDebate,
  agree,
  crossLink,
  type DebateBuilder,
  editTo,
  hide,
  lock,
  merge,
  newClaim,
  retract,
  seal,
} from '#tests/support/debate-builder.ts';
import { OPEN, setAgenda, turnTo, VOTING, WRITING } from '#tests/support/phased-debate.ts';

const orderFor = (state: DebateState, who: string | null, more: Partial<GuidedVoter> = {}) =>
  guidedOrder(state, { participantId: who, seed: 'a seed', branch: null, ...more });
const votes = (claimId: string, answer: 'agree' | 'disagree' | 'pass') =>
  ({ ...agree(claimId), answer }) as const;

/** Twelve claims beside each other, each with an argument. */
function aWideDebate(): DebateBuilder {
  const debate = aDebate();
  for (let at = 0; at < 12; at += 1)
    debate.does('dana', newClaim(`f${at}`, 'east'), newClaim(`r${at}`, `c-f${at}`));
  return debate;
}

describe('[VO13] the order of guided voting', () => {
  test('every claim comes before the arguments about it, and nobody is asked about their own', () => {
    const { state } = aDebate();
    const order = orderFor(state, 'susi');
    expect(order.toSorted()).toEqual(['c-a', 'c-b', 'c-d', 'c-u']);
    expect(order.slice(0, 2).toSorted()).toEqual(['c-a', 'c-d']);
    expect(order.slice(2)).toEqual(['c-b', 'c-u']);
    expect(orderFor(state, 'dana').toSorted()).toEqual(['c-b', 'c-d']);
    expect(orderFor(state, null).toSorted()).toEqual(order.toSorted());
  });

  test('claims of one level come in an order of the person’s own, the same each time', () => {
    const { state } = aWideDebate();
    const [mona, susi] = ['mona', 'susi'].map((who) => orderFor(state, who, { seed: who }));
    expect(orderFor(state, 'mona', { seed: 'mona' })).toEqual(mona);
    expect(mona).not.toEqual(susi);
    expect(mona?.toSorted()).toEqual(susi?.toSorted());
    expect(mona?.slice(0, 14).every((id) => /^c-(a|d|f\d+)$/.test(id))).toBe(true);
  });

  test('each place on a level is equally likely for each claim', () => {
    const { state } = aWideDebate();
    const firsts = new Map<string, number>();
    for (let seed = 0; seed < 1_400; seed += 1) {
      const [first = ''] = orderFor(state, 'mona', { seed: `person_${seed}` });
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
    }
    expect(firsts.size).toBe(14);
    expect(Math.min(...firsts.values())).toBeGreaterThan(60);
    expect(Math.max(...firsts.values())).toBeLessThan(150);
  });

  test('votes change nothing about it', () => {
    const debate = aWideDebate();
    const before = orderFor(debate.state, 'mona');
    debate.does('emil', agree('c-f3'), votes('c-r5', 'disagree')).does('susi', agree('c-f3'));
    debate.does('mona', agree('c-f1'));
    expect(orderFor(debate.state, 'mona')).toEqual(before);
    debate.does('dana', newClaim('late', 'c-f1'));
    expect(orderFor(debate.state, 'mona')).toHaveLength(before.length + 1);
  });

  test('a branch is the claim with what is below it, or what a position holds', () => {
    const { state } = aDebate();
    expect(orderFor(state, 'susi', { branch: 'c-b' })).toEqual(['c-b', 'c-u']);
    expect(orderFor(state, 'susi', { branch: 'west' })).toEqual(['c-d']);
    expect(orderFor(state, 'susi', { branch: 'nowhere' })).toEqual([]);
  });

  test('hidden, retracted, merged and locked claims are left out, for moderators too; replies to a retracted one stay', () => {
    const debate = aDebate().does('dana', newClaim('x', 'west'), newClaim('y', 'c-x'), newClaim('z', 'west'));
    debate.does('olga', retract('c-x'), merge('c-z', 'c-d'), lock('c-b', true), hide('c-d'));
    expect(orderFor(debate.state, 'mona')).toEqual(['c-a', 'c-y']);
    expect(orderFor(debate.projection('susi'), 'susi')).toEqual(['c-a', 'c-y']);
  });

  test('a hidden or locked claim is left out at once, with what is below it, however often it was asked about before', () => {
    const debate = aWideDebate();
    const asked = () => orderFor(debate.state, 'mona');
    const expectSame = () =>
      expect(asked().toSorted()).toEqual(
        [...debate.state.claims.values()]
          .filter((claim) => asksForVote(debate.state, claim, 'mona'))
          .map(({ id }) => id)
          .toSorted(),
      );
    expect(asked()).toContain('c-r2');
    for (const change of [hide('c-f2'), lock('c-f3', true), lock('c-f4', false)]) {
      debate.does('olga', change);
      expectSame();
    }
    for (const left of ['c-f2', 'c-r2', 'c-f3', 'c-r3']) expect(asked()).not.toContain(left);
  });

  test('a claim whose words were erased is left out', () => {
    const { state } = aDebate();
    const claims = state.claims.update('c-a', state.claims.get('c-a') as Claim, (claim) => ({
      ...claim,
      text: blankText(claim.text),
    }));
    expect(orderFor(state, 'susi')).toContain('c-a');
    expect(orderFor({ ...state, claims }, 'susi')).toEqual(
      orderFor(state, 'susi').filter((id) => id !== 'c-a'),
    );
  });

  test('unrevealed claims are neither asked about nor counted, in any view', () => {
    const debate = aDebate().does('olga', setAgenda([WRITING, VOTING]), turnTo('p-write'));
    const before = orderFor(debate.projection('mona'), 'mona');
    debate.does('emil', newClaim('blind', 'c-a'));
    for (const who of ['emil', 'mona', 'susi', null])
      expect(orderFor(debate.projection(who), who)).not.toContain('c-blind');
    expect(orderFor(debate.projection('mona'), 'mona')).toEqual(before);
    debate.does('olga', turnTo('p-vote', 'p-write'));
    expect(orderFor(debate.projection('mona'), 'mona')).toContain('c-blind');
  });

  test('a claim is voted on if its present wording is', () => {
    const debate = aDebate().does('susi', votes('c-a', 'pass'));
    const answerOf = () => {
      const claim = debate.state.claims.get('c-a');
      return claim && currentAnswer(debate.state, claim, 'susi');
    };
    expect(answerOf()).toBe('pass');
    debate.does('dana', editTo(debate.state, 'c-a', 'reworded')).does('system', seal('c-a'));
    expect(answerOf()).toBeNull();
  });
});

describe('[VO14] votes that conflict', () => {
  /** `c-no` attacks c-a in the map, c-d attacks c-b by a cross-link. */
  const debate = () => aDebate().does('emil', newClaim('no', 'c-a', { relation: 'attack' }));

  test('are agreement with a claim and with what attacks it, in the map or by a cross-link', () => {
    const voted = debate().does('susi', agree('c-a'), agree('c-no'), agree('c-b'), agree('c-d'));
    expect(conflictingVotes(voted.state, 'susi')).toEqual([
      { claimId: 'c-b', attackerId: 'c-d' },
      { claimId: 'c-a', attackerId: 'c-no' },
    ]);
    expect(conflictingVotes(voted.projection('susi'), 'susi')).toHaveLength(2);
    expect(conflictingVotes(voted.projection('mona'), 'mona')).toEqual([]);
    expect(conflictingVotes(voted.projection('mona'), 'susi')).toEqual([]);
    expect(conflictingVotes(voted.state, null)).toEqual([]);
  });

  test('are none where one is withdrawn, passed, reworded or retracted, nor with an undercut or a supporting argument', () => {
    const voted = debate().does('susi', agree('c-a'), agree('c-b'), agree('c-u'));
    expect(conflictingVotes(voted.state, 'susi')).toEqual([]);
    voted.does('susi', votes('c-no', 'pass'));
    expect(conflictingVotes(voted.state, 'susi')).toEqual([]);
    voted.does('susi', agree('c-no'));
    expect(conflictingVotes(voted.state, 'susi')).toHaveLength(1);
    const reworded = voted.copy();
    reworded.does('emil', editTo(voted.state, 'c-no', 'reworded')).does('system', seal('c-no'));
    expect(conflictingVotes(reworded.state, 'susi')).toEqual([]);
    expect(conflictingVotes(voted.does('emil', retract('c-no')).state, 'susi')).toEqual([]);
  });

  test('are found through merged claims, and a claim is never against itself', () => {
    const voted = debate().does('emil', newClaim('same', 'west'), crossLink('x-s', 'c-same', 'c-a'));
    voted.does('olga', merge('c-same', 'c-d')).does('susi', agree('c-a'), agree('c-d'));
    expect(conflictingVotes(voted.state, 'susi')).toEqual([{ claimId: 'c-a', attackerId: 'c-d' }]);
    voted.does('olga', merge('c-a', 'c-d'));
    expect(conflictingVotes(voted.state, 'susi')).toEqual([]);
  });
});

describe('[AG8] a guided-vote phase', () => {
  const GUIDED: Phase = { ...VOTING, id: 'p-guided', kind: 'guided_vote' };

  test('asks for votes while it runs in an open debate and allows them', () => {
    const debate = aDebate().does('olga', setAgenda([GUIDED, VOTING]));
    expect(guidedPhaseOf(debate.state)).toBeNull();
    debate.does('olga', turnTo('p-guided'));
    expect(guidedPhaseOf(debate.projection('susi'))).toBe('p-guided');
    expect(debate.refusal('susi', agree('c-a'))).toBeNull();
    expect(debate.refusal('dana', newClaim('n', 'east'))).toBe('phase_closed');
    debate.does('olga', setAgenda([{ ...GUIDED, may: [] }, VOTING], 1));
    expect(guidedPhaseOf(debate.state)).toBeNull();
    debate.does('olga', turnTo('p-vote', 'p-guided'));
    expect(guidedPhaseOf(debate.state)).toBeNull();
  });

  test('asks for nothing once the debate is closed, nor without an agenda', () => {
    const debate = aDebate();
    expect(guidedPhaseOf(debate.state)).toBeNull();
    debate.does('olga', setAgenda([GUIDED, OPEN]), turnTo('p-guided'));
    debate.does('olga', { type: 'debate.setStatus', status: 'closed' });
    expect(guidedPhaseOf(debate.state)).toBeNull();
  });
});

test('[SE4] a search is narrowed down to claims without the viewer’s vote', () => {
  const { state } = aDebate().does('mona', agree('c-a'));
  const unvotedBy = (viewer: string | null) =>
    findInDebate(state, { ...NO_CRITERIA, trait: 'unvoted', viewer });
  expect(unvotedBy('mona')).toEqual(['c-b', 'c-u', 'c-d']);
  expect(unvotedBy('emil')).toEqual(['c-u']);
  expect(unvotedBy(null)).toEqual(['c-a', 'c-b', 'c-u', 'c-d']);
});
