import { describe, expect, test } from 'vitest';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import { invertEffect } from '#domain/debate/engine/invert.ts';
import { projectState } from '#domain/debate/engine/project.ts';
import { presentedBy } from '#domain/debate/participants/teams.ts';
import { applyAuthorship, projectAuthorship } from '#domain/debate/projection/authorship.ts';
import { agreementsNeeded, steelmenIn, steelmenToAnswer } from '#domain/debate/steelmen/recognition.ts';
import { guidedOrder } from '#domain/debate/votes/guided-order.ts';
import {
  aDebate,
  comment,
  crossLink,
  type DebateBuilder,
  editTo,
  form,
  hide,
  merge,
  move,
  newClaim,
  retract,
  seal,
  agree as vote,
} from '#tests/support/debate-builder.ts';
import { speaksFor } from '#tests/support/made-conclusion.ts';
import {
  agree,
  notYet,
  promotedSteelman,
  recognize,
  SWITCHED,
  steelman,
  switchSides,
  unanswer,
} from '#tests/support/made-steelmen.ts';
import { turnTo } from '#tests/support/phased-debate.ts';

const over = (debate: DebateBuilder) => debate.does('olga', turnTo(null, SWITCHED.id));
const recognized = (debate: DebateBuilder) => steelman(debate).does('emil', agree('a-e'));
const reworded = (debate: DebateBuilder) =>
  debate.does('dana', editTo(debate.state, 'c-sm', 'east is better')).does('system', seal('c-sm'));

describe('a steelman', () => {
  const waiting = steelman(aDebate());

  test('[SM1] that waits is not attacked by what moves or is linked, not voted on and not merged, but withdrawn votes are', () => {
    expect(waiting.refusal('mona', crossLink('x-n', 'c-d', 'c-sm'))).toBe('steelman_waiting');
    expect(waiting.refusal('mona', { ...move('c-d', 'c-sm'), relation: 'attack' })).toBe('steelman_waiting');
    expect(waiting.refusal('emil', vote('c-sm'))).toBe('steelman_waiting');
    expect(waiting.refusal('mona', merge('c-sm', 'c-a'))).toBe('steelman_waiting');
    expect(waiting.refusal('mona', merge('c-d', 'c-sm'))).toBe('steelman_waiting');
    expect(waiting.refusal('mona', move('c-d', 'c-sm'))).toBeNull();
    expect(waiting.refusal('emil', comment({ on: { kind: 'claim', id: 'c-sm' } }))).toBeNull();
    const voted = reworded(recognized(aDebate()).does('emil', vote('c-sm')));
    expect(voted.refusal('emil', { type: 'vote.withdraw', claimId: 'c-sm' })).toBeNull();
  });

  test('[SM1] an attack from before stays, and moves among its siblings, when it waits again', () => {
    const attacked = reworded(
      recognized(aDebate()).does('mona', { ...newClaim('n', 'c-sm'), relation: 'attack' }),
    ).does('mona', newClaim('o', 'c-sm'));
    expect(attacked.state.links.get('l-n')?.retracted).toBe(false);
    expect(attacked.refusal('mona', { ...move('c-n', 'c-sm'), relation: 'attack' })).toBeNull();
  });

  test('[SM3] is recognized again when its wording returns', () => {
    const returned = reworded(recognized(aDebate()));
    returned.does('dana', editTo(returned.state, 'c-sm', 'east is best')).does('system', seal('c-sm'));
    expect(returned.state.claims.get('c-sm')).toMatchObject({ wording: 1, steelman: { recognized: [1] } });
  });

  test('[SW4] is changed by its author, the team that wrote it and moderators, in every phase', () => {
    const edit = editTo(waiting.state, 'c-sm', 'east is better');
    const ended = over(steelman(aDebate()));
    for (const debate of [waiting, ended]) {
      expect(debate.refusal('emil', edit)).toBe('other_side');
      expect(debate.refusal('dana', edit)).toBeNull();
      expect(debate.refusal('mona', edit)).toBeNull();
    }
    ended.does('olga', speaksFor('emil', 'west'), speaksFor('dana', 'east'));
    expect(ended.refusal('emil', edit)).toBeNull();
    expect(ended.refusal('dana', edit)).toBeNull();
  });

  test('[SW3] split gives parts that wait, and promoted from a group stays one', () => {
    const parts = [{ claimId: 'c-part', linkId: 'l-part', text: 'best', takes: [] }];
    const split = recognized(aDebate()).does('dana', {
      type: 'claim.split',
      claimId: 'c-sm',
      was: 'east is best',
      text: 'east is',
      parts,
    });
    expect(split.state.claims.get('c-part')?.steelman).toEqual({ by: 'west', recognized: [], answers: [] });
    const promoted = aDebate().does('olga', form('a', 'susi'), promotedSteelman('g'));
    expect(promoted.state.claims.get('c-g')).toMatchObject({ positionId: 'west', steelman: { by: 'east' } });
  });

  test('[SM4] stays recognized when the team grows and more must agree', () => {
    const debate = recognized(aDebate()).does('olga', { type: 'debate.configure', recognition: 3 });
    expect(debate.state.claims.get('c-sm')?.steelman?.recognized).toEqual([1]);
    expect(debate.refusal('mona', vote('c-sm'))).toBeNull();
  });
});

describe('[SM3] [SM4] recognition', () => {
  const wordings = (debate: DebateBuilder) => debate.state.claims.get('c-sm')?.steelman?.recognized;
  const returned = (debate: DebateBuilder) =>
    debate.does('dana', editTo(debate.state, 'c-sm', 'east is best')).does('system', seal('c-sm'));

  test('of an earlier wording ends with the answers to it, and not before', () => {
    const debate = reworded(recognized(aDebate()).does('olga', agree('a-o')));
    debate.does('emil', agree('a-e2', 'c-sm', 2));
    expect(wordings(debate)).toEqual([1, 2]);
    debate.does('olga', unanswer());
    expect(wordings(debate)).toEqual([2]);
    expect(returned(debate).refusal('mona', vote('c-sm'))).toBe('steelman_waiting');
  });

  test('returns with a wording while people still agree with it', () => {
    const debate = reworded(recognized(aDebate()).does('olga', agree('a-o')));
    debate.does('emil', agree('a-e2', 'c-sm', 2));
    expect(returned(debate).refusal('mona', vote('c-sm'))).toBeNull();
  });

  test('stays when more must agree and others answer', () => {
    const debate = recognized(aDebate()).does('olga', { type: 'debate.configure', recognition: 3 });
    debate.does('olga', speaksFor('mona', 'east'), notYet('a-o'));
    expect(wordings(debate)).toEqual([1]);
    debate.does('olga', unanswer());
    expect(wordings(debate)).toEqual([1]);
    debate.does('emil', unanswer());
    expect(wordings(debate)).toEqual([]);
  });

  test('[SM5] is ended by a moderator, who does not answer again for others by undoing it', () => {
    const debate = recognized(aDebate());
    const before = debate.state;
    debate.does('mona', recognize('a-none', 'c-sm', null));
    expect(debate.refusal('mona', vote('c-sm'))).toBe('steelman_waiting');
    const { effect } = debate.entries.at(-1) ?? expect.fail('no entry');
    expect(invertEffect(before, effect, 'mona')).toBeNull();
    expect(wordings(debate.does('emil', agree('a-e2')))).toEqual([1]);
  });

  /** All three of the east must agree: emil, mona and olga. */
  const allAgree = () => {
    const debate = aDebate().does('olga', { type: 'debate.configure', recognition: 3 });
    return steelman(debate).does('olga', speaksFor('mona', 'east'));
  };
  const needed = (debate: DebateBuilder) =>
    [debate.state, debate.projection('dana')].map((state) => agreementsNeeded(state, 'east'));

  test.each(['removed', 'banned'] as const)('[SM4] does not show that a person was %s', (membership) => {
    const out = {
      type: 'participant.setMembership',
      participantId: 'emil',
      membership,
      reason: 'other',
    } as const;
    const others = (debate: DebateBuilder) => debate.does('mona', agree('a-m')).does('olga', agree('a-o'));
    const debate = allAgree();
    expect(needed(debate)).toEqual([3, 3]);
    expect(needed(debate.does('olga', out))).toEqual([3, 3]);
    expect(wordings(others(debate))).toEqual([]);
    expect(wordings(others(allAgree().does('emil', agree('a-e')).does('olga', out)))).toEqual([1]);
  });

  test('[SM4] counts no one who is erased: everyone may know that', () => {
    const erased = { type: 'participant.erase', participantId: 'emil', words: false } as const;
    const debate = allAgree().does('emil', agree('a-e')).does(SYSTEM, erased);
    expect(needed(debate)).toEqual([2, 2]);
    expect(wordings(debate.does('mona', agree('a-m')))).toEqual([]);
    expect(wordings(debate.does('olga', agree('a-o')))).toEqual([1]);
  });
});

describe('[SW1] teams present', () => {
  const third = {
    type: 'position.add',
    positionId: 'north',
    name: 'North',
    hue: 'teal',
    summary: '',
  } as const;
  const presented = (debate: DebateBuilder) =>
    ['east', 'west', 'north'].map((team) => presentedBy(debate.state, team));

  test('the next position in order, after the last the first', () => {
    expect(presented(switchSides(aDebate().does('olga', third)))).toEqual(['west', 'north', 'east']);
  });

  test('the position that moderators chose, unless it is missing or the team’s own', () => {
    const presents = [
      { team: 'east', position: 'north' },
      { team: 'west', position: 'gone' },
      { team: 'north', position: 'north' },
    ];
    const debate = switchSides(aDebate().does('olga', third), { ...SWITCHED, presents });
    expect(presented(debate)).toEqual(['north', 'north', 'east']);
  });

  test('nothing without teams, in another phase, or with one position', () => {
    const off = switchSides(aDebate()).does('olga', { type: 'debate.configure', teams: 'off' });
    expect(presentedBy(off.state, 'east')).toBeNull();
    expect(presentedBy(over(switchSides(aDebate())).state, 'east')).toBeNull();
  });
});

describe('answers to a steelman', () => {
  const answersIn = (state: DebateBuilder['state']) => state.claims.get('c-sm')?.steelman?.answers ?? [];

  test('[SM7] in an anonymous debate are counted, and one’s own is known', () => {
    const debate = recognized(aDebate()).does('olga', agree('a-o'));
    debate.does('olga', { type: 'debate.configure', names: 'anonymous' });
    for (const audience of ['moderators', 'debaters', 'readers', 'stage'] as const) {
      const seen = projectState(debate.state, audience, null);
      expect(answersIn(seen).map(({ author }) => author)).toEqual(['', '']);
      const own = projectState(debate.state, audience, 'emil');
      expect(answersIn(own).map(({ author }) => author)).toEqual(['emil', '']);
    }
    const shared = projectState(debate.state, 'debaters', null);
    const owned = applyAuthorship(shared, projectAuthorship(debate.state, 'debaters', 'emil'));
    expect(answersIn(owned).map(({ author }) => author)).toEqual(['emil', '']);
  });

  test('[SM7] under the id of one’s own to another steelman are not one’s own', () => {
    const debate = steelman(aDebate()).does('dana', newClaim('sm2', 'east', { positionId: 'east' }));
    debate.does('emil', agree('a-e')).does('olga', agree('a-e', 'c-sm2'));
    debate.does('olga', { type: 'debate.configure', names: 'anonymous' });
    const shared = projectState(debate.state, 'debaters', null);
    const owned = applyAuthorship(shared, projectAuthorship(debate.state, 'debaters', 'emil'));
    const [answer] = owned.claims.get('c-sm2')?.steelman?.answers ?? [];
    expect([answersIn(owned)[0]?.author, answer?.author]).toEqual(['emil', '']);
  });

  test('[SM2] a comment says what is missing: it is hidden as one, and the answer stays', () => {
    const debate = steelman(aDebate()).does('emil', notYet('a-e')).does('olga', hide('m-a-e'));
    const seen = projectState(debate.state, 'debaters', 'dana');
    expect(seen.comments.has('m-a-e')).toBe(false);
    expect(answersIn(seen)).toMatchObject([{ id: 'a-e', agrees: false }]);
    expect(JSON.stringify(answersIn(seen))).not.toContain('m-a-e');
  });

  test('[UN2] are undone with their comment, and given again', () => {
    const debate = steelman(aDebate()).does('emil', notYet('a-e'));
    const before = debate.state;
    debate.does('emil', agree('a-2'));
    const { effect } = debate.entries.at(-1) ?? expect.fail('no entry');
    const inverse = invertEffect(before, effect, 'emil') ?? expect.fail('no inverse');
    debate.does('emil', inverse);
    expect(answersIn(debate.state)).toMatchObject([{ id: 'a-e', agrees: false }]);
  });

  test('[SM1] guided voting asks about it once it is recognized', () => {
    const voter = { participantId: 'emil', seed: 'x', branch: null };
    const debate = steelman(aDebate());
    expect(guidedOrder(debate.state, voter)).not.toContain('c-sm');
    expect(guidedOrder(debate.does('olga', agree('a-o')).state, voter)).toContain('c-sm');
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
      .does('emil', agree('a-2', 'c-s2'))
      .does('olga', merge('c-s2', 'c-a'));
    expect(idsOf()).toEqual(['c-sm']);
  });

  test('wait for members of their position that haven’t answered the present wording', () => {
    const debate = steelman(aDebate()).does('olga', { type: 'debate.configure', recognition: 2 });
    const waiting = (who: string, team = 'east') =>
      steelmenToAnswer(debate.state, team, who).map(({ id }) => id);
    expect([waiting('emil'), waiting('dana'), waiting('emil', 'west')]).toEqual([['c-sm'], [], []]);
    debate.does('emil', agree('a-e'));
    expect([waiting('emil'), waiting('olga')]).toEqual([[], ['c-sm']]);
    debate.does('dana', editTo(debate.state, 'c-sm', 'east is better')).does(SYSTEM, seal('c-sm'));
    expect(waiting('emil')).toEqual(['c-sm']);
    debate.does('emil', agree('a-f', 'c-sm', 2)).does('olga', agree('a-o', 'c-sm', 2));
    expect([waiting('emil'), waiting('olga')]).toEqual([[], []]);
  });
});
