import { describe, expect, test } from 'vitest';
import { ENTRY_SHAPE, type LogEntry, type ProjectedEntry, SYSTEM } from '#domain/debate/engine/entries.ts';
import { evolveAll } from '#domain/debate/engine/evolve.ts';
import {
  audienceOf,
  projectEntries,
  projectOwn,
  projectState,
  viewerIn,
} from '#domain/debate/engine/project.ts';
import { fromSnapshot, toSnapshot } from '#domain/debate/engine/snapshot.ts';
import { type DebateState, EMPTY_STATE } from '#domain/debate/engine/state.ts';
import { toStoredEntry, upcastEntry } from '#domain/debate/engine/upcast.ts';
import { RESTRICTIONS } from '#domain/debate/head/head.ts';
import { ROLES } from '#domain/debate/participants/participant.ts';
import { entriesFor, numberForAudience } from '#domain/debate/projection/audience-entries.ts';
import { cursorFor } from '#domain/debate/projection/audience-sequence.ts';
import {
  acceptWording,
  aDebate,
  answer,
  bringBack,
  closePoll,
  type DebateBuilder,
  editTo,
  everythingOf,
  giveBack,
  hide,
  hold,
  move,
  newClaim,
  reread,
  SOURCE,
  seal,
  stancePoll,
  suggest,
  toPlenary,
  unmerge,
} from '#tests/support/debate-builder.ts';
import { sampleOf } from '#tests/support/how-many.ts';
import { agree as agreeTo, steelman } from '#tests/support/made-steelmen.ts';
import {
  firstOf,
  OPERATION_TYPES,
  PERSONAL_TYPES,
  SAMPLES,
  samplerOf,
} from '#tests/support/operation-samples.ts';
import { turnTo } from '#tests/support/phased-debate.ts';
import { hideAnswer, textPoll } from '#tests/support/polls.ts';

/** A debate in which every operation was done, some things at one moment, and votes all along. */
function everyOperation(): DebateBuilder {
  const debate = aDebate().does(SYSTEM, SAMPLES['participant.join'].operation);
  debate.does('dana', newClaim('z', 'east', { after: null }), newClaim('y', 'c-a'));
  for (const [turn, type] of PERSONAL_TYPES.entries()) {
    if (type === 'debate.clear') continue;
    const { operation } = SAMPLES[type];
    const who = samplerOf(type);
    if (turn % 3 === 0) debate.now += 10;
    for (const first of firstOf(type)) debate.ask(who, first);
    debate.ask(who, operation);
    for (const owner of ['emil', 'dana'])
      debate.ask(owner, { type: 'debate.transfer', participantId: 'olga' });
    debate.ask('olga', { type: 'debate.delete', deleted: false });
    debate.ask('olga', { type: 'debate.setStatus', status: 'open' });
    if (turn % 7 === 0)
      for (const restriction of RESTRICTIONS)
        for (const reason of ['Unlawful', null])
          debate.ask(SYSTEM, { type: 'debate.restrict', restriction, reason });
    debate.ask('olga', { type: 'claim.restore', claimId: 'c-a' });
    debate.ask('olga', turnTo(null, 'p-write'));
    debate.ask('olga', unmerge('c-a'));
    debate.ask('susi', {
      type: 'vote.cast',
      claimId: 'c-a',
      answer: turn % 2 ? 'agree' : 'pass',
      wording: 1,
    });
  }
  debate.does('olga', bringBack(...debate.state.hidden.keys()));
  debate.does('olga', hold('c-a'), giveBack('c-a'), bringBack('c-a'));
  debate.does('olga', { type: 'spotlight.set', on: 'c-a', call: true }, hide('c-a'), bringBack('c-a'));
  debate.does('mona', suggest('w-s', 'c-d', ['seven', 'seven or eight']));
  debate.does('olga', acceptWording('w-s', 'seven'));
  const voters = ['v-1', 'v-2', 'v-3', 'v-4', 'v-5'];
  for (const participantId of voters)
    debate.does(SYSTEM, { type: 'participant.join', participantId, role: 'debater' });
  for (const type of ['floor.invite', 'floor.uninvite'] as const)
    debate.does('olga', { type, participantId: 'v-1' });
  debate.does('olga', textPoll('p-text'), hideAnswer('p-text', 'x'));
  for (const kind of ['before', 'after'] as const) {
    debate.does('olga', stancePoll(`p-${kind}`, kind));
    for (const [at, who] of voters.entries()) debate.does(who, answer(`p-${kind}`, at % 3));
    debate.does('olga', closePoll(`p-${kind}`));
  }
  debate.does('emil', {
    type: 'link.add',
    linkId: 'x-0',
    from: 'c-d',
    target: { kind: 'claim', id: 'c-z' },
    relation: 'attack',
  });
  debate.does('emil', {
    type: 'comment.add',
    commentId: 'm-0',
    on: { kind: 'claim', id: 'c-a' },
    replyTo: 'm-a',
    text: 'x',
  });
  debate
    .does('emil', editTo(debate.state, 'c-a', 'at last'))
    .does(SYSTEM, seal('c-a'), toPlenary('c-y'), {
      type: 'participant.erase',
      participantId: 'otto',
      words: true,
    })
    .does('dana', move('c-y', 'c-z'), move('c-z', 'west', null));
  return debate.does('emil', { type: 'vote.withdraw', claimId: 'c-a' });
}

const debate = everyOperation();
const cuts = sampleOf(
  debate.entries.map((_, index) => index + 1),
  100,
);
const stateAt = (cut: number) => debate.stateAt(cut);

/** A board that is cleared, and goes on. */
const cleared = steelman(
  aDebate()
    .does('emil', editTo(aDebate().state, 'c-b', 'four'))
    .does('olga', { type: 'debate.clear' })
    .does('dana', newClaim('a', 'west'), { ...SOURCE, sourceId: 's-b' })
    .does('susi', { type: 'vote.cast', claimId: 'c-a', answer: 'agree', wording: 1 }),
).does('emil', agreeTo('a-e'));

test('every operation is in the histories that the tests below cut; two of them hide, two add claims', () => {
  const types = [debate, cleared].flatMap(({ entries }) => entries.map(({ effect }) => effect.type));
  // Signatures and recognitions that moderators record have the entries of any.
  expect(new Set(types).size).toBe(OPERATION_TYPES.length - 3);
});

describe('[PJ1] a projected state', () => {
  test('holds the viewer’s own votes, and all tallies', () => {
    const { state } = aDebate().does('susi', {
      type: 'vote.cast',
      claimId: 'c-b',
      answer: 'pass',
      wording: 1,
    });
    expect(toSnapshot(projectState(state, 'debaters', 'emil')).votes).toEqual([['c-a', 'emil', 'agree', 1]]);
    expect(toSnapshot(projectState(state, 'moderators', 'olga')).votes).toEqual([]);
    const stranger = projectState(state, 'readers', null);
    expect(stranger.votes.size).toBe(0);
    expect(stranger.claims.get('c-a')?.tally.agree).toBe(1);
    expect(JSON.stringify(toSnapshot(stranger).claims)).not.toContain('"pass","susi"');
  });
});

describe('[PJ2] projected entries', () => {
  test('hold one tally a claim, in the place of its last vote, without an actor', () => {
    const before = aDebate();
    const after = before.entries.length;
    for (const who of ['dana', 'susi', 'olga']) {
      before.does(who, { type: 'vote.cast', claimId: 'c-a', answer: 'disagree', wording: 1 });
      before.does(who, { type: 'vote.cast', claimId: 'c-b', answer: 'agree', wording: 1 });
    }
    const sent = projectEntries(before.entries.slice(after), before.state, 'debaters');
    expect(sent.map(({ seq, actor, author, effect }) => ({ seq, actor, author, type: effect.type }))).toEqual(
      [
        { seq: after + 5, actor: '', author: '', type: 'vote.tallied' },
        { seq: after + 6, actor: '', author: '', type: 'vote.tallied' },
      ],
    );
    expect(sent[0]?.effect).toMatchObject({ claimId: 'c-a', tally: { agree: 1, disagree: 3 } });
    expect(JSON.stringify(sent)).not.toMatch(/dana|susi|olga|emil/);
  });

  test('leave all others as they are', () => {
    const apart =
      /^(vote|content|flag|report|group|poll|hand|floor|spotlight|agenda|suggestion)\.|^(link\.weighed|claim\.reacted|question\.supported)$|^participant\.(muted|membershipChanged|appointed|renamed)$|^debate\.restricted$|^claim\.(merged|unmerged|split|joined|retracted)$/;
    const isKept = (effect: object) => !('byModerator' in effect);
    const others = debate.entries.filter(({ effect }) => !apart.test(effect.type) && isKept(effect));
    const sent = projectEntries(others, debate.state, 'readers');
    // A moved argument is another step, so its weights are sent with it.
    expect(sent.filter(({ effect }) => effect.type !== 'rating.tallied')).toEqual(others);
  });
});

test('[PJ3] votes are sent only to the voter', () => {
  const own = projectOwn(debate.entries, debate.state, 'debaters', 'emil');
  expect(own.map(({ author, effect }) => [author, effect.type])).toEqual([
    ['emil', 'vote.own'],
    ['emil', 'vote.own'],
  ]);
  expect(own.at(-1)?.effect).toMatchObject({ claimId: 'c-a', answer: null });
  expect(projectOwn(debate.entries, debate.state, 'debaters', 'otto')).toEqual([]);
});

describe('[PJ4] a projection and the projected entries after it make the later projection', () => {
  test.each(['olga', 'emil', 'susi', 'otto', null])('for %s, at every cut', (who) => {
    const expected = everythingOf(debate.projection(who));
    for (const cut of cuts) {
      const { entries, own = [], to } = debate.frame(who, cut);
      const folded = evolveAll(debate.projection(who, stateAt(cut)), entries);
      const state = { ...evolveAll(folded, own), seq: to, at: folded.at };
      expect(everythingOf(state), `cut at ${cut}`).toEqual(expected);
    }
  });

  test.each(['olga', 'emil', 'susi', null])('for %s, where the board is cleared between', (who) => {
    const expected = everythingOf(cleared.projection(who));
    for (const [cut] of cleared.entries.entries()) {
      const { entries, own = [], to } = cleared.frame(who, cut);
      const before = evolveAll(EMPTY_STATE, cleared.entries.slice(0, cut));
      const folded = evolveAll(cleared.projection(who, before), entries);
      const state = { ...evolveAll(folded, own), seq: to, at: folded.at };
      expect(everythingOf(state), `cut at ${cut}`).toEqual(expected);
    }
  });

  test('in pieces of any size', () => {
    for (const size of [1, 2, 3, 5, 8]) {
      let state: DebateState = { ...EMPTY_STATE, numbering: null };
      for (let from = 0; from < debate.entries.length; from += size) {
        const piece = debate.entries.slice(from, from + size);
        const after = stateAt(from + size);
        const sent = entriesFor(numberForAudience(stateAt(from), piece, after), viewerIn('debaters', null));
        const entries: ProjectedEntry[] = projectEntries(sent, after, 'debaters');
        state = { ...evolveAll(state, entries), seq: cursorFor(after, null).seq };
      }
      expect(everythingOf(state)).toEqual(everythingOf(projectState(debate.state, 'debaters', null)));
    }
  });
});

test('[PJ5] each role has one audience', () => {
  expect([...ROLES, null].map(audienceOf)).toEqual([
    'moderators',
    'moderators',
    'debaters',
    'debaters',
    'debaters',
    'readers',
  ]);
});

describe('[SN1] a snapshot read back is the state', () => {
  test('at every cut, with the order of siblings, cross-links and comments', () => {
    for (const cut of [0, ...cuts]) {
      const state = stateAt(cut);
      expect(everythingOf(reread(state))).toEqual(everythingOf(state));
    }
  });

  test('comments of one moment keep the order of the log', () => {
    const talk = aDebate();
    for (const id of ['m-z', 'm-b', 'm-y']) {
      talk.does('susi', {
        type: 'comment.add',
        commentId: id,
        on: { kind: 'claim', id: 'c-a' },
        replyTo: null,
        text: id,
      });
    }
    expect(reread(talk.state).commentsOn.get('c-a')).toEqual(['m-a', 'm-z', 'm-b', 'm-y']);
  });
});

test('[SN2] equal states give equal snapshots, whatever way they were reached', () => {
  const add = (...keys: string[]) =>
    aDebate().does('dana', ...keys.map((key) => newClaim(key, 'west', { after: null })));
  const straight = add('2', '1');
  const around = add('1', '2').does('dana', move('c-1', 'west', null));
  expect(around.at('west')).toEqual(straight.at('west'));
  const text = (state: DebateState) => JSON.stringify(toSnapshot(state));
  expect(text(fromSnapshot(toSnapshot(straight.state)))).toBe(text(straight.state));
  expect(text(stateAt(debate.entries.length))).toBe(text(debate.state));
});

describe('[SN3] a stale snapshot and the entries after it make what a fresh load makes (I5)', () => {
  test('at every cut', () => {
    const fresh = everythingOf(debate.state);
    for (const cut of cuts) {
      expect(
        everythingOf(evolveAll(reread(stateAt(cut)), debate.entries.slice(cut))),
        `cut at ${cut}`,
      ).toEqual(fresh);
    }
  });

  test('from entries as they are stored', () => {
    const stored = debate.entries.map((entry) => JSON.parse(JSON.stringify(toStoredEntry(entry))));
    const lifted: LogEntry[] = stored.map((entry) => upcastEntry(entry, ENTRY_SHAPE));
    expect(lifted).toEqual(debate.entries);
    expect(everythingOf(evolveAll(EMPTY_STATE, lifted))).toEqual(everythingOf(debate.state));
  });
});
