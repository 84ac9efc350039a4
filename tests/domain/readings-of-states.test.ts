import { describe, expect, test } from 'vitest';
import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import { NewerEntry, storedTypes, upcastEntry } from '../../domain/debate/engine/upcast.ts';
import { splittingsOf } from '../../domain/debate/lineage/split-parts.ts';
import { newHolder } from '../../domain/debate/map/holders.ts';
import { remainingPositions, shownPositions } from '../../domain/debate/map/positions-in-order.ts';
import { inReadingOrder } from '../../domain/debate/map/reading-order.ts';
import { targetText } from '../../domain/debate/map/target-text.ts';
import { ancestorsOf, heightOf, laneOf, lanesIn, shownPlaceOf } from '../../domain/debate/map/tree.ts';
import { isLive, meetingNow, meetingsOf } from '../../domain/debate/meetings/meetings.ts';
import { isOnStageOnly } from '../../domain/debate/meetings/spotlight.ts';
import { changedMinds, countVoters, peopleToAsk } from '../../domain/debate/polls/polls.ts';
import { steelmenIn, steelmenToAnswer } from '../../domain/debate/steelmen/recognition.ts';
import {
  creditOf,
  isStale,
  suggestionsOn,
  textOfSuggestion,
} from '../../domain/debate/suggestions/suggestions.ts';
import { conflictingVotes, conflictingVotesAt } from '../../domain/debate/votes/conflicting-votes.ts';
import { hiddenStretches } from '../../domain/debate/votes/hidden-stretches.ts';
import {
  acceptWording,
  aDebate,
  agree,
  answer,
  type DebateBuilder,
  editTo,
  meet,
  merge,
  newClaim,
  quickPoll,
  retract,
  SPLIT,
  seal,
  split,
  suggest,
} from '../support/debate-builder.ts';
import { agree as agreeTo, steelman } from '../support/made-steelmen.ts';
import { SAMPLES } from '../support/operation-samples.ts';
import { aDebateIn, OPEN, setAgenda, turnTo, VOTING, WRITING } from '../support/phased-debate.ts';

describe('a claim’s place', () => {
  const merged = () =>
    aDebate()
      .does('dana', newClaim('e', 'c-d', { positionId: 'east' }), newClaim('f', 'c-e'), newClaim('g', 'c-u'))
      .does('olga', merge('c-b', 'c-e'));
  const ids = ['c-a', 'c-b', 'c-u', 'c-d', 'c-e', 'c-f', 'c-g'];

  test('has the claims above it, nearest first, and its position', () => {
    const { state } = merged();
    expect(ids.map((id) => ancestorsOf(state, id))).toEqual([
      ...[[], ['c-a'], ['c-e', 'c-d'], [], ['c-d'], ['c-e', 'c-d'], ['c-u', 'c-e', 'c-d']],
    ]);
    const lanes = ['east', 'east', 'west', 'west', 'west', 'west', 'west'];
    expect(ids.map((id) => laneOf(state, id))).toEqual(lanes);
    expect(ids.map(lanesIn(state))).toEqual(lanes);
    expect(ids.toReversed().map(lanesIn(state))).toEqual(lanes.toReversed());
    expect(laneOf(state, 'c-gone')).toBeNull();
  });

  test('has so many levels below it', () => {
    const { state } = merged();
    expect(ids.map((id) => heightOf(state, id))).toEqual([0, 2, 1, 3, 2, 0, 0]);
  });

  test('is in reading order', () => {
    const { state } = merged();
    expect(inReadingOrder(state, ids.toReversed())).toEqual([
      'c-a',
      'c-b',
      'c-d',
      'c-e',
      'c-f',
      'c-u',
      'c-g',
    ]);
    expect(inReadingOrder(state, ['c-gone', 'c-g', 'c-a'])).toEqual(['c-a', 'c-g', 'c-gone']);
  });

  test('names a holder where another one holds what is above', () => {
    const { state } = merged();
    const holderOf = (id: string) => newHolder(state, state.claims.get(id) ?? expect.fail(id))?.id;
    expect(ids.map(holderOf)).toEqual([
      ...[undefined, undefined, undefined, undefined, 'east', undefined, undefined],
    ]);
    const held = merged().does(
      'dana',
      newClaim('h', 'east', { positionId: 'west' }),
      newClaim('i', 'c-h', { positionId: 'west' }),
    );
    const holder = (id: string) => newHolder(held.state, held.state.claims.get(id) ?? expect.fail(id))?.id;
    expect([holder('c-h'), holder('c-i')]).toEqual(['west', undefined]);
  });

  test('is the nearest one above that is shown, once it is not', () => {
    const gone = merged().does('dana', retract('c-g'), retract('c-u'), retract('c-f'));
    const placeOf = (kind: 'claim' | 'link' | 'position', id: string) =>
      shownPlaceOf(gone.state, { kind, id })?.id;
    expect(placeOf('claim', 'c-g')).toBe('c-e');
    expect(placeOf('link', 'l-g')).toBe('c-e');
    expect(placeOf('claim', 'c-b')).toBe('c-e');
    expect(placeOf('claim', 'c-a')).toBe('c-a');
    expect(placeOf('position', 'west')).toBe('west');
    expect(placeOf('claim', 'c-gone')).toBeUndefined();
  });

  test('is named by the text of what it replies to', () => {
    const { state } = merged();
    expect(targetText(state, { kind: 'position', id: 'west' })).toBe('West');
    expect(targetText(state, { kind: 'claim', id: 'c-a' })).toBe('one two three');
    expect(targetText(state, { kind: 'link', id: 'l-b' })).toBe('four five six');
    for (const kind of ['position', 'claim', 'link'] as const)
      expect(targetText(state, { kind, id: 'x' })).toBe('');
  });
});

test('a removed position is shown while claims belong to it', () => {
  const { state } = aDebate();
  const removed = (id: string) => {
    const position = state.positions.get(id) ?? expect.fail(id);
    return { ...state, positions: state.positions.set(id, { ...position, removed: true }) };
  };
  const idsOf = (positions: readonly { readonly id: string }[]) => positions.map(({ id }) => id);
  expect(idsOf(shownPositions(removed('west')))).toEqual(['east', 'west']);
  expect(idsOf(remainingPositions(removed('west')))).toEqual(['east']);
  const left = { ...removed('west'), childLinks: state.childLinks.set('west', []) };
  expect(idsOf(shownPositions(left))).toEqual(['east']);
});

test('the splits of a claim are its parts by split, the newest first, without those that were joined', () => {
  const debate = aDebate().does('olga', SPLIT);
  debate.does('olga', split('c-a', ['one', 'o'], { key: 'ne', text: 'ne' }));
  const parts = () => splittingsOf(debate.state, 'c-a').map((one) => one.map(({ id }) => id));
  expect(parts()).toEqual([['c-ne'], ['c-two']]);
  debate.does('olga', { type: 'claim.join', claimId: 'c-a', parts: ['c-ne'] });
  expect(parts()).toEqual([['c-two']]);
  expect(splittingsOf(debate.state, 'c-b')).toEqual([]);
});

describe('a meeting', () => {
  test.each<[string, (debate: DebateBuilder) => unknown, boolean]>([
    ['nothing', () => {}, false],
    ['a meeting', (debate) => debate.does('olga', meet(true)), true],
    ['a meeting that is over', (debate) => debate.does('olga', meet(true), meet(false)), false],
    ['an agenda without a phase', (debate) => debate.does('olga', setAgenda([OPEN])), false],
    [
      'the spotlight',
      (debate) => debate.does('olga', { type: 'spotlight.set', on: 'c-a', call: false }),
      true,
    ],
    ['a raised hand', (debate) => debate.does('dana', { type: 'hand.raise' }), true],
    [
      'an invitation to speak',
      (debate) => debate.does('olga', { type: 'floor.invite', participantId: 'dana' }),
      true,
    ],
    ['a speaker', (debate) => debate.does('olga', SAMPLES['floor.give'].operation), true],
  ])('is live by %s', (_, does, expected) => {
    const debate = aDebate();
    does(debate);
    expect(isLive(debate.state)).toBe(expected);
  });

  test('is the present one of several, the oldest first', () => {
    const debate = aDebate();
    expect(meetingNow(debate.state)).toBeUndefined();
    for (const live of [true, false, true]) {
      debate.now += 10;
      debate.does('olga', meet(live));
    }
    expect(meetingsOf(debate.state).map(({ id }) => id)).toEqual(['1', '2']);
    expect(meetingNow(debate.state)?.id).toBe('2');
  });

  test('shows pictures and questions on the stage only', () => {
    expect(['u-q', '*.opinions', 'c-a'].map((on) => isOnStageOnly(aDebate().state, on))).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('polls', () => {
  test('are for participants who do more than watch, and ask those who haven’t answered', () => {
    const debate = aDebate().does('olga', quickPoll('p-n')).does('emil', answer('p-n', 1));
    expect(countVoters(debate.state)).toBe(5);
    expect(peopleToAsk(debate.state, 'p-n').sort()).toEqual(['dana', 'mona', 'olga', 'susi']);
    debate
      .does('olga', {
        type: 'participant.setMembership',
        participantId: 'dana',
        membership: 'removed',
        reason: 'other',
      })
      .does(SYSTEM, { type: 'participant.erase', participantId: 'susi', words: false });
    expect(peopleToAsk(debate.state, 'p-n').sort()).toEqual(['mona', 'olga']);
  });

  test('count who changed their minds', () => {
    const swing = {
      flows: [
        [4, 1, 2],
        [3, 9, 0],
        [5, 6, 7],
      ],
    };
    expect(changedMinds(swing as unknown as Parameters<typeof changedMinds>[0])).toBe(17);
  });
});

describe('steelmen', () => {
  test('are listed in order of time, without retracted and merged ones', () => {
    const debate = steelman(aDebate());
    const idsOf = () => steelmenIn(debate.state).map(({ id }) => id);
    debate.now += 1;
    for (const key of ['s2', 's1']) debate.does('dana', newClaim(key, 'east', { positionId: 'east' }));
    expect(idsOf()).toEqual(['c-sm', 'c-s1', 'c-s2']);
    debate
      .does('dana', retract('c-s1'))
      .does('emil', agreeTo('a-2', 'c-s2'))
      .does('olga', merge('c-s2', 'c-a'));
    expect(idsOf()).toEqual(['c-sm']);
  });

  test('wait for members of their position that haven’t answered the present wording', () => {
    const debate = steelman(aDebate()).does('olga', { type: 'debate.configure', recognition: 2 });
    const waiting = (who: string, team = 'east') =>
      steelmenToAnswer(debate.state, team, who).map(({ id }) => id);
    expect([waiting('emil'), waiting('dana'), waiting('emil', 'west')]).toEqual([['c-sm'], [], []]);
    debate.does('emil', agreeTo('a-e'));
    expect([waiting('emil'), waiting('olga')]).toEqual([[], ['c-sm']]);
    debate.does('dana', editTo(debate.state, 'c-sm', 'east is better')).does(SYSTEM, seal('c-sm'));
    expect(waiting('emil')).toEqual(['c-sm']);
    debate.does('emil', agreeTo('a-f', 'c-sm', 2)).does('olga', agreeTo('a-o', 'c-sm', 2));
    expect([waiting('emil'), waiting('olga')]).toEqual([[], []]);
  });
});

test('an accepted suggestion is credited for the wording it became, as long as that stands', () => {
  const debate = aDebate().does('susi', suggest('w-1', 'c-a', ['one two three', 'one two four']));
  const credit = () => creditOf(debate.state, debate.state.claims.get('c-a') ?? expect.fail('no claim'))?.id;
  const suggestion = () => debate.state.suggestions.get('w-1') ?? expect.fail('no suggestion');
  expect(credit()).toBeUndefined();
  debate.does('dana', editTo(debate.state, 'c-a', 'zero one two three'));
  expect(isStale(debate.state, suggestion())).toBe(true);
  expect(textOfSuggestion(debate.state, suggestion())).toBe('zero one two four');
  debate.does('dana', editTo(debate.state, 'c-a', 'one two three'));
  expect(isStale(debate.state, suggestion())).toBe(false);
  debate.does('dana', acceptWording('w-1', 'one two three'));
  expect(credit()).toBe('w-1');
  expect(suggestionsOn(debate.state, new Set(['c-a'])).map(({ id }) => id)).toEqual(['w-1']);
  expect(suggestionsOn(debate.state, new Set(['c-b']))).toEqual([]);
  debate.does('dana', editTo(debate.state, 'c-a', 'one')).does(SYSTEM, seal('c-a'));
  expect(credit()).toBeUndefined();
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
  expect(hiddenStretches(debate.entries)).toEqual([{ from: begun, shown }]);
  debate.now += 10;
  debate.does('olga', turnTo(VOTING.id, OPEN.id));
  expect(hiddenStretches(debate.entries)).toEqual([
    { from: begun, shown },
    { from: debate.state.seq, shown: null },
  ]);
  expect(hiddenStretches(aDebate().entries)).toEqual([]);
});

describe('[RL1] a stored entry', () => {
  const stored = {
    seq: 7,
    at: 1,
    actor: 'olga',
    author: 'dana',
    shape: 3,
    type: 'claim.retracted',
    payload: { claimId: 'c-a' },
  };

  test('of a newer release is refused by its number, shape and type', () => {
    const newer = { ...stored, shape: 9 };
    expect(() => upcastEntry(newer, 8)).toThrow(new NewerEntry(newer));
    const unknown = { ...stored, type: 'claim.sung' };
    expect(() => upcastEntry(unknown, 8)).toThrow(
      'Entry 7 has shape 3 and type "claim.sung", which this release does not know',
    );
    const error = new NewerEntry(unknown);
    expect([error.seq, error.shape, error.type, error.name]).toEqual([7, 3, 'claim.sung', 'NewerEntry']);
  });

  test('is read without what an import kept for exports', () => {
    const kept = { ...stored, payload: { claimId: 'c-a', kept: { x: 1 } } };
    const { shape: _, type, payload, ...frame } = stored;
    expect(upcastEntry(kept, 8)).toEqual({ ...frame, effect: { type, ...payload } });
  });

  test('has one of the names that its type has had', () => {
    expect(storedTypes(['claim.split'])).toEqual(['claim.split', 'claim.divided']);
    expect(storedTypes(['claim.added'])).toEqual(['claim.added']);
  });
});
