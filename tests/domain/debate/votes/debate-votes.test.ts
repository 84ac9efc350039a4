import { describe, expect, test } from 'vitest';
import { type LogEntry, SYSTEM } from '#domain/debate/engine/entries.ts';
import { conflictingVotes, conflictingVotesAt } from '#domain/debate/votes/conflicting-votes.ts';
import { noHiddenStretches, noteAgendaTurn } from '#domain/debate/votes/hidden-stretches.ts';
import type { Answer } from '#domain/debate/votes/vote.ts';
import { countedVote, countedVotes } from '#domain/debate/votes/vote-count.ts';
import {
  aDebate,
  agree,
  type DebateBuilder,
  editTo,
  hide,
  merge,
  newClaim,
  seal,
} from '#tests/support/debate-builder.ts';
import { aDebateIn, OPEN, turnTo, VOTING, WRITING } from '#tests/support/phased-debate.ts';

const stretchesOf = (entries: readonly LogEntry[]) => {
  const read = noHiddenStretches();
  for (const entry of entries) noteAgendaTurn(read, entry);
  return read.stretches;
};

const vote = (answer: Answer, wording = 1) =>
  ({ type: 'vote.cast', claimId: 'c-a', answer, wording }) as const;
const withdraw = { type: 'vote.withdraw', claimId: 'c-a' } as const;
const reword = (debate: DebateBuilder) =>
  debate.does('dana', editTo(debate.state, 'c-a', 'reworded')).does(SYSTEM, seal('c-a'));
const tallyOf = (debate: DebateBuilder) => debate.state.claims.get('c-a')?.tally;

describe('[VO1] one vote a person and claim', () => {
  test('a new one takes the place of the last, and may be withdrawn', () => {
    const debate = aDebate()
      .does('dana', vote('agree'))
      .does('dana', vote('disagree'))
      .does('dana', vote('pass'));
    expect(tallyOf(debate)).toEqual({ agree: 1, disagree: 0, pass: 1, earlier: 0 });
    debate.does('dana', withdraw).does('emil', withdraw);
    expect(tallyOf(debate)).toEqual({ agree: 0, disagree: 0, pass: 0, earlier: 0 });
    expect(debate.state.votes.size).toBe(0);
    expect(debate.refusal('dana', withdraw)).toBe('no_vote');
  });

  test('the same again is nothing new, on a later wording it is', () => {
    const debate = aDebate();
    expect(debate.refusal('emil', vote('agree'))).toBe('nothing_changed');
    reword(debate).does('emil', vote('agree', 2));
    expect(tallyOf(debate)).toEqual({ agree: 1, disagree: 0, pass: 0, earlier: 0 });
  });
});

describe('[LN3] votes on merged claims', () => {
  test('all that count for a person are those that count claim by claim', () => {
    const debate = aDebate();
    // A tree of merges: 0 with 1 and 2 in it, 1 with 3 and 4, and so on.
    for (let at = 0; at < 31; at += 1) debate.does('dana', newClaim(`m${at}`, 'east'));
    for (let at = 30; at > 0; at -= 1) {
      debate.now += at % 3;
      debate.does('olga', merge(`c-m${at}`, `c-m${(at - 1) >> 1}`));
    }
    const votes = [3, 8, 9, 11, 13, 14, 17, 18, 19, 20, 21, 25, 26, 29];
    for (const at of votes)
      debate.does('emil', { ...vote(at % 2 === 0 ? 'agree' : 'pass'), claimId: `c-m${at}` });
    for (const state of [debate.state, debate.does('olga', hide('c-m9'), hide('c-m6')).state]) {
      const each = [...state.claims.keys()].flatMap((id) => {
        const counted = countedVote(state, id, 'emil');
        return counted ? [[id, counted] as const] : [];
      });
      expect(countedVotes(state, 'emil')).toEqual(new Map(each));
    }
  });
});

test('[VO2] tallies are a recount after every entry, among votes, edits and withdrawals', () => {
  const debate = aDebate();
  // The builder recounts after every entry.
  for (let turn = 0; turn < 60; turn += 1) {
    const who = ['dana', 'emil', 'susi', 'olga'][turn % 4] as string;
    const wording = debate.state.claims.get('c-a')?.wording ?? 1;
    if (turn % 7 === 3)
      debate.does('emil', editTo(debate.state, 'c-a', `wording ${turn}`)).does(SYSTEM, seal('c-a'));
    else if (turn % 5 === 4) debate.ask(who, withdraw);
    else
      debate.ask(
        who,
        vote((['agree', 'disagree', 'pass'] as const)[turn % 3] ?? 'pass', Math.max(1, wording - (turn % 2))),
      );
  }
  const tally = tallyOf(debate);
  expect((tally?.agree ?? 0) + (tally?.disagree ?? 0) + (tally?.pass ?? 0)).toBe(
    debate.state.votes.get('c-a')?.size ?? 0,
  );
});

test('[VO3] a vote names its wording', () => {
  const debate = aDebate().does('dana', vote('pass'));
  expect(debate.refusal('olga', vote('agree', 2))).toBe('wording_changed');
  reword(debate);
  expect(tallyOf(debate)).toEqual({ agree: 1, disagree: 0, pass: 1, earlier: 2 });
  debate.does('olga', vote('agree', 1)).does('mona', vote('agree', 2));
  expect(tallyOf(debate)).toEqual({ agree: 3, disagree: 0, pass: 1, earlier: 3 });
});

describe('[VO4] vote against edit', () => {
  const edit = editTo(aDebate().state, 'c-a', 'reworded');

  test('in either order the vote counts, as earlier once the wording is sealed', () => {
    const voteFirst = aDebate().does('olga', vote('disagree')).does('dana', edit).does(SYSTEM, seal('c-a'));
    const editFirst = aDebate().does('dana', edit).does(SYSTEM, seal('c-a')).does('olga', vote('disagree'));
    expect(tallyOf(voteFirst)).toEqual({ agree: 1, disagree: 1, pass: 0, earlier: 2 });
    expect(tallyOf(editFirst)).toEqual(tallyOf(voteFirst));
  });

  test('one cast while the wording is being changed answers the last that was sealed', () => {
    const debate = aDebate().does('dana', edit).does('olga', vote('disagree'));
    expect(tallyOf(debate)).toEqual({ agree: 1, disagree: 1, pass: 0, earlier: 0 });
    expect(debate.refusal('mona', vote('agree', 2))).toBe('wording_changed');
    debate.does(SYSTEM, seal('c-a'));
    expect(tallyOf(debate)).toEqual({ agree: 1, disagree: 1, pass: 0, earlier: 2 });
  });
});

test('[VO5] retract against vote', () => {
  const debate = aDebate()
    .does('olga', vote('disagree'))
    .does('dana', { type: 'claim.retract', claimId: 'c-a' });
  expect(debate.refusal('mona', vote('agree'))).toBe('claim_retracted');
  debate.does('dana', { type: 'claim.restore', claimId: 'c-a' });
  expect(tallyOf(debate)).toEqual({ agree: 1, disagree: 1, pass: 0, earlier: 0 });
});

test('[VO14] votes conflict where a person agrees with a claim and an attack on it; they are found at both', () => {
  const debate = aDebate().does('dana', newClaim('e', 'c-d', { relation: 'attack' }));
  const pairs = (at?: string) =>
    at === undefined ? conflictingVotes(debate.state, 'susi') : conflictingVotesAt(debate.state, 'susi', at);
  debate.does('susi', agree('c-d'), agree('c-e'));
  const pair = { claimId: 'c-d', attackerId: 'c-e' };
  expect([pairs(), pairs('c-d'), pairs('c-e'), pairs('c-b')]).toEqual([[pair], [pair], [pair], []]);
  debate.does('susi', agree('c-b'));
  const cross = { claimId: 'c-b', attackerId: 'c-d' };
  expect([pairs('c-d'), pairs('c-e'), pairs('c-b')]).toEqual([[pair, cross], [pair], [cross]]);
  debate.does('susi', { type: 'vote.cast', claimId: 'c-d', answer: 'pass', wording: 1 });
  expect([pairs(), pairs('c-d'), pairs('c-e'), pairs('c-gone')]).toEqual([[], [], [], []]);
  expect(conflictingVotes(debate.state, null)).toEqual([]);
});

test('stretches in which tallies are hidden begin and end with phases', () => {
  const debate = aDebateIn(WRITING);
  const begun = debate.state.seq;
  debate.now += 10;
  debate.does('olga', turnTo(VOTING.id, WRITING.id), turnTo(OPEN.id, VOTING.id));
  const shown = { seq: debate.state.seq, at: debate.now };
  expect(stretchesOf(debate.entries)).toEqual([{ from: begun, shown }]);
  debate.now += 10;
  debate.does('olga', turnTo(VOTING.id, OPEN.id));
  expect(stretchesOf(debate.entries)).toEqual([
    { from: begun, shown },
    { from: debate.state.seq, shown: null },
  ]);
  expect(stretchesOf(aDebate().entries)).toEqual([]);
});
