import { describe, expect, test } from 'vitest';
import type { OperationType } from '#domain/debate/engine/operations.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Link } from '#domain/debate/map/link.ts';
import { Tab } from '../../simulation/tab.ts';
import { aDebate, type DebateBuilder, everythingOf, move, newClaim } from '../../support/debate-builder.ts';
import { firstOf, PERSONAL_TYPES, SAMPLES, samplerOf } from '../../support/operation-samples.ts';

const FINAL: readonly OperationType[] = [
  'position.add',
  'source.add',
  'debate.configure',
  'debate.setVisibility',
  'debate.setStatus',
  'debate.delete',
  'debate.clear',
  'debate.transfer',
  'agenda.set',
  'agenda.goTo',
  'perspective.show',
  'agenda.setTimer',
  'participant.rename',
  'group.form',
  'group.setStatus',
  'meeting.setStatus',
  'poll.open',
  'poll.setStatus',
  'poll.hideAnswer',
  'hand.raise',
  'hand.lower',
  'floor.give',
  'floor.order',
  'floor.invite',
  'floor.uninvite',
  'spotlight.set',
];
const UNDOABLE = PERSONAL_TYPES.filter((type) => !FINAL.includes(type));

/** Converts maps to plain objects. */
const plain = (records: unknown): unknown => JSON.parse(JSON.stringify(records));

const factsOf = ({ id, target, relation, scheme, answeredQuestions }: Link) =>
  [id, target, relation, scheme, answeredQuestions] as const;

/** Questions from the floor, tasks, and the conclusion without its count of edits. */
const askedIn = ({ questions, tasks, conclusion, signatures }: DebateState) => ({
  conclusion: { ...conclusion, revision: 0, editedAt: 0 },
  signatures: [...signatures.values()].map(({ id, positionId, recorded }) => [id, positionId, recorded]),
  questions: [...questions.values()].filter(({ withdrawn }) => !withdrawn),
  tasks: [...tasks.values()].map(({ id, kind, count, due }) => [id, kind, count, due]),
});

/** The visible part of a state: no times, revisions or order keys. */
function visible(debate: DebateBuilder): unknown {
  const {
    claims,
    links,
    positions,
    sources,
    comments,
    head,
    votes,
    ratings,
    hidden,
    locks,
    merges,
    reviews,
    reports,
    articles,
    citations,
    suggestions,
    participants,
    groups,
    answers,
  } = debate.state;
  const isGone = (id: string) => claims.get(id)?.retracted === true || merges.has(id);
  return {
    head,
    ...askedIn(debate.state),
    locks: [...locks.values()].map(({ id, branch }) => [id, branch]).sort(),
    hidden: [...hidden.values()].map(({ id, reason, note }) => [id, reason, note]).sort(),
    marks: [...reviews.values()].flatMap(({ id, flags }) =>
      flags.map(({ what, other, note, revised }) => [id, what, other, note, revised]),
    ),
    reports: [...reports.values()].map(({ id, on, reason, words, outcome }) => [
      id,
      on,
      reason,
      words,
      outcome,
    ]),
    articles: [...articles.values()].filter(({ text }) => text !== '').map(({ id, text }) => [id, text]),
    citations: plain(citations),
    suggestions: [...suggestions.values()].map(({ id, text, outcome, note }) => [id, text, outcome, note]),
    votes: plain(votes),
    ratings: plain(ratings),
    answers: plain(answers),
    positions: plain(positions),
    sources: plain(sources),
    comments: [...comments.values()]
      .filter(({ withdrawn }) => !withdrawn)
      .map(({ id, text, resolved }) => [id, text, resolved]),
    links: [...links.values()]
      .filter(({ retracted, from }) => !retracted && !isGone(from))
      .map(factsOf)
      .sort(),
    claims: [...claims.values()]
      .filter(({ id }) => !isGone(id))
      .map(({ id, text, sources, steelman }) => [id, text, sources, steelman?.answers.length])
      .sort(),
    groups: [...groups.values()].map(({ id, members }) => [id, members]),
    people: [...participants.values()].map(({ id, role, team, muted, membership }) => [
      id,
      role,
      team,
      muted,
      membership,
    ]),
    places: Object.fromEntries(
      ['east', 'west', 'c-a'].map((target) => [target, debate.at(target).filter((id) => !isGone(id))]),
    ),
  };
}

function begin(who: string): { debate: DebateBuilder; me: Tab; emil: Tab } {
  const debate = aDebate();
  return { debate, me: new Tab(debate, who), emil: new Tab(debate, 'emil') };
}

function expectAlike(debate: DebateBuilder, ...tabs: Tab[]): void {
  for (const tab of tabs) {
    tab.settles();
    expect(everythingOf(tab.replica.view)).toEqual(everythingOf(debate.projection(tab.who)));
  }
}

describe('[UN1] [UN2] undo brings back what stood before, redo what was undone', () => {
  test.each(UNDOABLE)('%s', (type) => {
    const { debate, me } = begin(samplerOf(type));
    const { operation } = SAMPLES[type];
    for (const first of firstOf(type)) me.asks(first);
    me.settles();
    const before = visible(debate);
    expect(me.asks(operation)).toBe(true);
    me.settles();
    const done = visible(debate);
    expect(done).not.toEqual(before);
    for (let round = 0; round < 2; round += 1) {
      expect(me.steps('undo')).toBe(true);
      me.settles();
      expect(visible(debate)).toEqual(before);
      expect(me.steps('redo')).toBe(true);
      me.settles();
      expect(visible(debate)).toEqual(done);
    }
    expectAlike(debate, me);
  });

  test.each(FINAL)('%s cannot be undone', (type) => {
    const { me } = begin('olga');
    const { operation } = SAMPLES[type];
    for (const first of firstOf(type)) me.asks(first);
    expect(me.asks(operation)).toBe(true);
    expect(me.steps('undo')).toBe(false);
  });

  test('several steps, back and forth again', () => {
    const { debate, me } = begin('dana');
    const states = [visible(debate)];
    const actions = [
      () => me.writes('c-a', 'one'),
      () => me.asks(move('c-b', 'west', null)),
      () => me.writes('c-a', 'one and more'),
      () => me.asks(newClaim('n', 'c-a')),
      () => me.writes('c-a', 'all new'),
    ];
    for (const action of actions) {
      expect(action()).toBe(true);
      me.settles();
      states.push(visible(debate));
    }
    for (const state of states.slice(0, -1).reverse()) {
      me.steps('undo');
      me.settles();
      expect(visible(debate)).toEqual(state);
    }
    expect(me.steps('undo')).toBe(false);
    for (const state of states.slice(1)) {
      me.steps('redo');
      me.settles();
      expect(visible(debate)).toEqual(state);
    }
    expectAlike(debate, me);
  });

  test('something new forgets what could be redone', () => {
    const { me } = begin('dana');
    me.writes('c-a', 'one');
    me.steps('undo');
    me.asks(newClaim('n', 'east'));
    expect(me.steps('redo')).toBe(false);
  });

  test('only the fields that were changed are put back', () => {
    const { debate, me } = begin('olga');
    me.asks({ type: 'debate.edit', title: 'Mine' });
    me.settles();
    debate.does('mona', { type: 'debate.edit', motion: 'Hers' });
    me.settles();
    expect(me.steps('undo')).toBe(true);
    me.settles();
    expect(debate.state.head).toMatchObject({ title: 'A debate', motion: 'Hers' });
  });
});

describe('[UN3] undoing an edit after others edited the same text', () => {
  test.each([
    ['before it', 'E one two three mine', 'E one two three'],
    ['behind it', 'one two three mine E', 'one two three E'],
    ['within it', 'one two three mEine', 'one two threeE'],
    ['around what it left', 'one E two three mine', 'one E two three'],
  ])('%s', (_, theirs, left) => {
    const { debate, me, emil } = begin('dana');
    me.writes('c-a', 'one two three mine');
    me.settles();
    emil.hears();
    emil.writes('c-a', theirs);
    emil.settles();
    me.hears();
    expect(me.steps('undo')).toBe(true);
    me.settles();
    expect(debate.text('c-a')).toBe(left);
    expectAlike(debate, me, emil);
  });

  test('several own edits, among them others’', () => {
    const { debate, me, emil } = begin('dana');
    for (const [mine, theirs] of [
      ['one two three 1', 'E one two three 1'],
      ['E one two three 1 2', 'E one two E three 1 2'],
    ] as const) {
      me.writes('c-a', mine);
      me.settles();
      emil.hears();
      emil.writes('c-a', theirs);
      emil.settles();
      me.hears();
    }
    me.steps('undo');
    expect(me.text('c-a')).toBe('E one two E three 1');
    me.steps('undo');
    expect(me.text('c-a')).toBe('E one two E three');
    me.settles();
    emil.hears();
    emil.writes('c-a', 'E one two E three!');
    emil.settles();
    me.hears();
    me.steps('redo');
    me.steps('redo');
    expect(me.text('c-a')).toBe('E one two E three! 1 2');
    expectAlike(debate, me, emil);
  });
});

describe('[UN4] undo while pending', () => {
  test('before the server has heard of the operation', () => {
    const { debate, me } = begin('dana');
    me.writes('c-a', 'mine');
    me.asks(newClaim('n', 'c-a'));
    me.steps('undo');
    me.steps('undo');
    expect(me.text('c-a')).toBe('one two three');
    expect(me.replica.view.claims.get('c-n')?.retracted).toBe(true);
    me.settles();
    expect(debate.text('c-a')).toBe('one two three');
    expect(me.answers.every(({ ok }) => ok)).toBe(true);
    expectAlike(debate, me);
  });

  test('while others edit the same text', () => {
    const { debate, me, emil } = begin('dana');
    me.writes('c-a', 'one two three mine');
    const answers = me.deliver(me.hands());
    me.steps('undo');
    emil.writes('c-a', 'E one two three');
    emil.sends();
    me.acknowledge(answers);
    me.hears();
    expect(me.text('c-a')).toBe('E one two three');
    expectAlike(debate, me, emil);
    expect(debate.text('c-a')).toBe('E one two three');
  });
});

describe('[UN5] undo never undoes what others did', () => {
  test('a claim others moved since stays where they put it', () => {
    const { debate, me } = begin('dana');
    me.asks(newClaim('n', 'c-d'));
    me.asks(move('c-b', 'west'));
    me.settles();
    debate.does('emil', move('c-b', 'east'));
    me.hears();
    // The step before is undone instead.
    expect(me.steps('undo')).toBe(true);
    me.settles();
    expect(debate.at('east')).toEqual(['c-a', 'c-b']);
    expect(debate.state.claims.get('c-n')?.retracted).toBe(true);
  });

  test('a motion, a name others changed since stays', () => {
    const { debate, me } = begin('olga');
    me.asks({ type: 'debate.edit', motion: 'Mine' });
    me.asks({ type: 'position.edit', positionId: 'east', name: 'Mine' });
    me.settles();
    debate.does('mona', { type: 'debate.edit', motion: 'Hers' });
    debate.does('mona', { type: 'position.edit', positionId: 'east', name: 'Hers' });
    me.hears();
    expect(me.steps('undo')).toBe(false);
  });

  test('an adjacent insertion does not count', () => {
    const { debate, me } = begin('dana');
    me.asks(move('c-b', 'west'));
    me.settles();
    debate.does('emil', newClaim('n', 'west', { after: null }), move('c-d', 'east'));
    me.hears();
    expect(me.steps('undo')).toBe(true);
    me.settles();
    expect(debate.at('c-a')).toEqual(['c-b']);
  });
});

describe('[UN6] a step that no longer fits', () => {
  test('is dropped, and the one before it is next', () => {
    const { debate, me } = begin('dana');
    me.asks(newClaim('n', 'east'));
    me.asks({
      type: 'comment.add',
      commentId: 'm-n',
      on: { kind: 'claim', id: 'c-b' },
      replyTo: null,
      text: 'x',
    });
    me.asks(newClaim('m', 'east'));
    me.settles();
    debate.does('olga', { type: 'claim.retract', claimId: 'c-m', reason: 'off_topic' });
    me.hears();
    expect(me.steps('undo')).toBe(true);
    me.settles();
    expect(debate.state.comments.get('m-n')?.withdrawn).toBe(true);
    expect(debate.state.claims.get('c-n')?.retracted).toBe(false);
  });

  test('restoring a claim its author had retracted is undone: it is its author’s retraction again, without a reason', () => {
    const { debate, me } = begin('olga');
    debate.does('dana', { type: 'claim.retract', claimId: 'c-a' });
    me.hears();
    me.asks({ type: 'claim.restore', claimId: 'c-a' });
    me.settles();
    expect(me.steps('undo')).toBe(true);
    me.settles();
    expect(debate.state.claims.get('c-a')).toMatchObject({ retracted: true });
    expect(debate.state.claims.get('c-a')).not.toHaveProperty('retractedFor');
    expect(me.steps('redo')).toBe(true);
    me.settles();
    expect(debate.state.claims.get('c-a')?.retracted).toBe(false);
  });

  test('with an edit go the earlier ones of its text, and no others', () => {
    const { debate, me } = begin('dana');
    me.writes('c-a', 'one TWO three');
    me.writes('c-d', 'SEVEN');
    me.writes('c-a', 'one TWO 333');
    me.settles();
    debate.does('olga', { type: 'claim.retract', claimId: 'c-a', reason: 'off_topic' });
    me.hears();
    expect(me.steps('undo')).toBe(true);
    me.settles();
    expect(debate.text('c-d')).toBe('seven');
    debate.does('olga', { type: 'claim.restore', claimId: 'c-a' });
    me.hears();
    expect(me.steps('undo')).toBe(false);
    expect(debate.text('c-a')).toBe('one TWO 333');
  });
});

test('[UN7] with a refused edit go the steps on its text', () => {
  const { debate, me, emil } = begin('dana');
  const long = 'x'.repeat(300);
  me.writes('c-a', 'one TWO three');
  me.settles();
  emil.hears();
  me.writes('c-a', `one TWO three ${long}`);
  emil.writes('c-a', `${long} one TWO three`);
  emil.settles();
  me.settles();
  expect(me.answers.at(-1)).toMatchObject({ ok: false, rejection: { code: 'text_too_long' } });
  expect(me.undoStack.undo).toEqual([]);
  expectAlike(debate, me, emil);
});
