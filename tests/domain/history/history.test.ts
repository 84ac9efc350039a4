import { describe, expect, test } from 'vitest';
import { finish } from '#domain/collections/steps.ts';
import { evolveAll } from '#domain/debate/engine/evolve.ts';
import { audienceIn, projectState } from '#domain/debate/engine/project.ts';
import { toSnapshot } from '#domain/debate/engine/snapshot.ts';
import { type DebateState, EMPTY_STATE } from '#domain/debate/engine/state.ts';
import { areTalliesHidden } from '#domain/debate/votes/ballots.ts';
import { NO_VOTES } from '#domain/debate/votes/vote.ts';
import { projectPast } from '#domain/history/project-past.ts';
import { wordDifference } from '#domain/ot/word-difference.ts';
import { anyDebate, PEOPLE } from '../../support/any-debate.ts';
import {
  aDebate,
  agree,
  bringBack,
  type DebateBuilder,
  editTo,
  everythingOf,
  hide,
  join,
  mark,
  merge,
  move,
  newClaim,
  quickPoll,
  report,
  retract,
  SPLIT,
  seal,
} from '../../support/debate-builder.ts';
import { OPEN, setAgenda, turnTo, WRITING } from '../../support/phased-debate.ts';
import { wordingsOf } from '../../support/wordings-of.ts';

const EVERYBODY = [...PEOPLE, null];
const DAY = 86_400_000;

function stateAt(debate: DebateBuilder, seq: number): DebateState {
  return evolveAll(EMPTY_STATE, debate.entries.slice(0, seq));
}

/** The debate after an entry, as a participant sees it now. */
function pastOf(debate: DebateBuilder, seq: number, who: string | null): DebateState {
  const audience = audienceIn(debate.state, who);
  return projectPast(stateAt(debate, seq), debate.state, audience, who);
}

describe('[HI1] a moment', () => {
  test('shows the map as it was', () => {
    const debate = aDebate();
    const before = debate.state.seq;
    debate
      .does('dana', editTo(debate.state, 'c-a', 'one two four'))
      .does('emil', move('c-b', 'west'), retract('c-d'))
      .does('dana', newClaim('new', 'east'));
    const past = pastOf(debate, before, null);
    expect(past.claims.get('c-a')?.text).toBe('one two three');
    expect(past.links.get('l-b')?.target.id).toBe('c-a');
    expect(past.claims.get('c-d')?.retracted).toBe(false);
    expect(past.claims.has('c-new')).toBe(false);
    expect(past.claims.get('c-a')?.tally).toMatchObject({ agree: 1 });
    const [is, now] = [pastOf(debate, debate.state.seq, null), debate.projection(null)];
    expect(toSnapshot(is).claims).toEqual(toSnapshot(now).claims);
    expect(toSnapshot(is).links).toEqual(toSnapshot(now).links);
  });
});

describe('[HI2] [HI3] [HI4] a past moment, in debates in which people did whatever came to their minds', () => {
  test.each(['shown', 'pseudonyms', 'anonymous'] as const)('names %s', (names) => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const debate = anyDebate(seed, names);
      for (const who of EVERYBODY) {
        const now = debate.projection(who);
        for (let seq = 1; seq <= debate.state.seq; seq += 9) isNoMoreThanNow(debate, seq, who, now);
      }
    }
  });
});

/** Nothing of a past moment is more than its reader may see now, or could see then. */
function isNoMoreThanNow(debate: DebateBuilder, seq: number, who: string | null, now: DebateState): void {
  const was = stateAt(debate, seq);
  const then = projectState(was, audienceIn(debate.state, who), who);
  const past = pastOf(debate, seq, who);
  const where = `at ${seq}, for ${who}`;
  for (const id of past.articles.keys()) expect(now.articles.has(id), `${id} ${where}`).toBe(true);
  for (const id of past.citations.keys()) expect(now.claims.has(id), `${id} ${where}`).toBe(true);
  for (const { id, comment: of } of past.origins.values())
    expect(now.claims.has(id) && now.comments.has(of), `${id} ${where}`).toBe(true);
  for (const kind of ['claims', 'links', 'comments', 'sources'] as const)
    for (const [id, record] of past[kind]) {
      expect(now[kind].has(id) && then[kind].has(id), `${id} ${where}`).toBe(true);
      expect(record.author, `${id} ${where}`).toBe(now[kind].get(id)?.author);
    }
  for (const [id, { text, tally }] of past.claims) {
    expect(text).toBe(was.claims.get(id)?.text);
    const today = now.claims.get(id)?.tally ?? NO_VOTES;
    const isShownToday = tally.agree === today.agree && tally.disagree === today.disagree;
    const isNone = tally.agree + tally.disagree + tally.pass === 0;
    if (areTalliesHidden(debate.state) || areTalliesHidden(was)) expect(isNone, `${id} ${where}`).toBe(true);
    if (debate.state.head?.settings.ballots === 'secret')
      expect(isNone || isShownToday, `${id} ${where}`).toBe(true);
  }
  for (const [id, person] of past.participants) expect(person).toEqual(now.participants.get(id));
  for (const ofClaim of past.votes.values()) expect([...ofClaim.keys()]).toEqual([who]);
  // An id is a trace too.
  const shown = JSON.stringify(everythingOf(past));
  for (const id of debate.state.claims.keys())
    if (!now.claims.has(id)) expect(shown.includes(`"${id}"`), `${id} ${where}`).toBe(false);
}

describe('[HI2] a past moment', () => {
  test('has nothing of what is hidden now, nor of what hung at it then or hangs at it now', () => {
    const debate = aDebate();
    debate.does('emil', newClaim('e', 'west'));
    const before = debate.state.seq;
    debate.does('emil', move('c-e', 'c-b')).does('olga', hide('c-b'));
    const past = pastOf(debate, before, 'dana');
    expect([...past.claims.keys()].sort()).toEqual(['c-a', 'c-d']);
    expect(past.links.has('x-a')).toBe(false);
    expect(pastOf(debate, before, 'olga').claims.has('c-b')).toBe(true);
    expect(pastOf(debate, before, 'emil').claims.has('c-b')).toBe(true);
  });

  test('has nothing of what was hidden then, and moderators see that it was', () => {
    const debate = aDebate().does('olga', hide('c-b'));
    const hidden = debate.state.seq;
    debate.does('olga', bringBack('c-b'));
    expect(pastOf(debate, hidden, 'dana').claims.has('c-b')).toBe(false);
    expect(pastOf(debate, hidden, 'mona').hidden.get('c-b')?.status).toBe('hidden');
    expect(pastOf(debate, debate.state.seq, 'dana').claims.has('c-b')).toBe(true);
  });

  test('in the current role: a new moderator sees what moderators saw', () => {
    const debate = aDebate().does('olga', hide('c-b'));
    const hidden = debate.state.seq;
    debate.does('olga', { type: 'participant.appoint', participantId: 'dana', role: 'moderator' });
    expect(pastOf(debate, hidden, 'dana').claims.has('c-b')).toBe(true);
    debate.does('olga', { type: 'participant.appoint', participantId: 'mona', role: 'debater' });
    expect(pastOf(debate, hidden, 'mona').claims.has('c-b')).toBe(false);
  });

  test('has what was written blind from the reveal on, and before it for its author alone', () => {
    const debate = aDebate().does('olga', setAgenda([WRITING, OPEN]), turnTo('p-write'));
    debate.does('dana', newClaim('blind', 'east'));
    const blind = debate.state.seq;
    expect(pastOf(debate, blind, 'olga').claims.has('c-blind')).toBe(false);
    debate.does('olga', turnTo('p-open', 'p-write'));
    expect(pastOf(debate, blind, 'olga').claims.has('c-blind')).toBe(false);
    expect(pastOf(debate, blind, 'dana').claims.has('c-blind')).toBe(true);
    expect(pastOf(debate, debate.state.seq, null).claims.has('c-blind')).toBe(true);
  });

  test('from before the board was cleared has only the positions, even if ids were used again', () => {
    const debate = aDebate();
    const before = debate.state.seq;
    debate.now += DAY;
    debate.does('olga', { type: 'debate.clear' }).does('emil', newClaim('a', 'east', { text: 'again' }));
    const past = pastOf(debate, before, 'olga');
    expect([past.claims.size, past.links.size, past.comments.size]).toEqual([0, 0, 0]);
    expect(past.positions.size).toBe(2);
  });
});

describe('[HI3] the tallies of a past moment', () => {
  const votes = (debate: DebateBuilder, seq: number, who: string | null = 'olga') =>
    pastOf(debate, seq, who).claims.get('c-a')?.tally.agree;

  test('of a secret ballot are shown only where they are shown now and have not changed', () => {
    const debate = aDebate();
    const open = debate.state.seq;
    const turn = (status: 'open' | 'closed') =>
      debate.does('olga', { type: 'debate.setStatus', status }).state.seq;
    debate.does('olga', { type: 'debate.configure', ballots: 'secret' });
    const people = ['olga', 'mona', 'dana', 'susi', 'nora'];
    debate.does('system', { type: 'participant.join', participantId: 'nora', role: 'debater' });
    for (const who of people) debate.does(who, agree('c-a'));
    const voting = debate.state.seq;
    const first = turn('closed');
    expect([votes(debate, open), votes(debate, voting), votes(debate, first)]).toEqual([0, 0, 6]);
    turn('open');
    expect(votes(debate, first), 'while it is voted again').toBe(0);
    debate.does('susi', { type: 'vote.withdraw', claimId: 'c-a' }).does('susi', agree('c-a'));
    turn('closed');
    expect(votes(debate, first), 'nothing has changed').toBe(6);
    turn('open');
    for (const who of people) debate.does(who, { ...agree('c-a'), answer: 'disagree' });
    const second = turn('closed');
    expect(votes(debate, second)).toBe(1);
    expect(votes(debate, first), 'another total').toBe(0);
  });

  test('leave out content hidden now, where it was merged', () => {
    const debate = aDebate().does('susi', agree('c-d')).does('olga', merge('c-d', 'c-a'));
    const merged = debate.state.seq;
    expect(votes(debate, merged)).toBe(2);
    debate.does('olga', hide('c-d'));
    for (const who of ['olga', 'emil', null]) expect(votes(debate, merged, who), `${who}`).toBe(1);
  });

  test('are none while a phase hides them, and votes stay private', () => {
    const debate = aDebate();
    const before = debate.state.seq;
    debate.does('olga', setAgenda([WRITING]), turnTo('p-write'));
    expect(votes(debate, before)).toBe(0);
    expect(pastOf(debate, before, 'emil').votes.get('c-a')?.get('emil')?.answer).toBe('agree');
    expect(pastOf(debate, before, 'dana').votes.size).toBe(0);
  });
});

describe('[HI4] people in a past moment', () => {
  test('are shown as they are now', () => {
    const debate = aDebate();
    const before = debate.state.seq;
    debate.does('olga', { type: 'debate.configure', names: 'anonymous' });
    expect(pastOf(debate, before, 'dana').claims.get('c-b')?.author).toBe('');
    expect(pastOf(debate, before, 'dana').claims.get('c-a')?.author).toBe('dana');
    expect([...pastOf(debate, before, null).participants.keys()]).toEqual([]);
  });

  test('are the people who had joined', () => {
    const debate = aDebate();
    const early = 3;
    expect([...pastOf(debate, early, 'olga').participants.keys()].sort()).toEqual(['mona', 'olga']);
  });
});

test('[HI5] a past moment is the map alone', () => {
  const debate = aDebate()
    .does('olga', mark('c-a', 'unclear'), quickPoll('q'), { type: 'spotlight.set', on: 'c-a', call: false })
    .does('emil', report('r-1', 'c-a'))
    .does('dana', { type: 'hand.raise' });
  const { reviews, reports, polls, floor, spotlight, moderationLog } = pastOf(
    debate,
    debate.state.seq,
    'olga',
  );
  expect([reviews.size, reports.size, polls.size, moderationLog.size, floor.hands.length, spotlight]).toEqual(
    [0, 0, 0, 0, 0, null],
  );
});

describe('[HI6] the wordings of a claim', () => {
  const of = (debate: DebateBuilder, claimId: string, who: string | null = null) => {
    return finish(wordingsOf(claimId, debate.entries, debate.state, who));
  };
  const texts = (...asked: Parameters<typeof of>) => of(...asked)?.map(({ text }) => text);

  test('with who made each, and when', () => {
    const debate = aDebate();
    debate.now += DAY;
    debate
      .does('emil', editTo(debate.state, 'c-a', 'one two 三'))
      .does('dana', editTo(debate.state, 'c-a', 'one 二 三'));
    debate.does('system', seal('c-a'));
    expect(of(debate, 'c-a')).toEqual([
      { at: 1_000, number: 1, text: 'one two three', by: ['dana'] },
      { at: 1_000 + DAY, number: 2, text: 'one 二 三', by: ['emil', 'dana'] },
    ]);
    debate.does('dana', editTo(debate.state, 'c-a', 'one two three')).does('system', seal('c-a'));
    expect(of(debate, 'c-a')?.map(({ number }) => number)).toEqual([1, 2, 1]);
  });

  test('of a claim that was split, and of its part', () => {
    const debate = aDebate().does('dana', SPLIT);
    expect(texts(debate, 'c-a')).toEqual(['one two three', 'one']);
    expect(of(debate, 'c-two')).toMatchObject([{ text: 'two three', by: ['dana'] }]);
    debate.does('dana', join('c-a', 'c-two'));
    expect(texts(debate, 'c-a')?.at(-1)).toBe(debate.text('c-a'));
  });

  test('in any debate end with the present one, where it is sealed', () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const debate = anyDebate(seed);
      for (const claim of debate.projection('olga').claims.values()) {
        const all = of(debate, claim.id, 'olga');
        expect(all?.at(-1)?.number, `${claim.id} of ${seed}`).toBe(claim.wording);
        if ((debate.state.histories.get(claim.id)?.sealed ?? null) === null)
          expect(all?.at(-1)?.text).toBe(claim.text);
      }
    }
  });

  test('that stood only while it was hidden are its author’s and theirs who run the debate', () => {
    const debate = aDebate().does('olga', hide('c-b'));
    expect(of(debate, 'c-b', 'dana')).toBeNull();
    debate.does('emil', editTo(debate.state, 'c-b', 'worse')).does('system', seal('c-b'));
    debate.does('emil', editTo(debate.state, 'c-b', 'better')).does('system', seal('c-b'));
    debate.does('olga', bringBack('c-b'));
    expect(texts(debate, 'c-b', 'dana')).toEqual(['four five six', 'better']);
    expect(texts(debate, 'c-b', 'emil')).toEqual(['four five six', 'worse', 'better']);
    expect(texts(debate, 'c-b', 'olga')).toEqual(['four five six', 'worse', 'better']);
  });

  test('that were written blind are shown from the reveal on, also to moderators', () => {
    const debate = aDebate().does('olga', setAgenda([WRITING, OPEN]), turnTo('p-write'));
    debate.does('dana', newClaim('blind', 'east', { text: 'draft' }));
    debate.does('dana', editTo(debate.state, 'c-blind', 'final')).does('system', seal('c-blind'));
    expect(of(debate, 'c-blind', 'olga')).toBeNull();
    debate.does('olga', turnTo('p-open', 'p-write'));
    expect(texts(debate, 'c-blind', 'olga')).toEqual(['final']);
    expect(texts(debate, 'c-blind', 'dana')).toEqual(['draft', 'final']);
  });

  test('name only the viewer in an anonymous debate', () => {
    const debate = aDebate().does('olga', { type: 'debate.configure', names: 'anonymous' });
    expect(of(debate, 'c-a', 'emil')?.[0]?.by).toEqual([]);
    expect(of(debate, 'c-a', 'dana')?.[0]?.by).toEqual(['dana']);
  });
});

describe('[HI9] the difference of two wordings', () => {
  const difference = (before: string, after: string) =>
    wordDifference(before, after)
      .map(({ kind, text }) => (kind === 'same' ? text : kind === 'put' ? `[+${text}]` : `[-${text}]`))
      .join('');

  test('is shown in whole words', () => {
    expect(difference('Tariffs help the poor', 'Tariffs hurt the poor')).toBe(
      'Tariffs [-help][+hurt] the poor',
    );
    expect(difference('one two three', 'one two three four')).toBe('one two three[+ four]');
    expect(difference('a b c d', 'a x y d')).toBe('a [-b c][+x y] d');
    expect(difference('same', 'same')).toBe('same');
    expect(difference('', 'new')).toBe('[+new]');
  });

  test('in Chinese, Arabic and emoji', () => {
    expect(difference('关税保护工人', '关税伤害工人')).toBe('关税[-保护][+伤害]工人');
    expect(difference('التجارة تصنع السلام', 'التجارة تصنع الحرب')).toBe('التجارة تصنع [-السلام][+الحرب]');
    expect(difference('so 👩‍👩‍👧', 'so 👩‍👩‍👦')).toBe('so [-👩‍👩‍👧][+👩‍👩‍👦]');
  });

  test('makes both again, whatever they are', () => {
    const words = ['trade', ' ', '关税', '👩‍👩‍👧', 'السلام', ',', '\n'];
    let seed = 7;
    const next = (most: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % most;
    };
    const text = () => Array.from({ length: next(30) }, () => words[next(words.length)]).join('');
    for (let round = 0; round < 300; round += 1) {
      const [before, after] = [text(), text()];
      const all = wordDifference(before, after);
      const without = (kind: string) => all.flatMap((one) => (one.kind === kind ? [] : one.text)).join('');
      expect(without('put')).toBe(before);
      expect(without('taken')).toBe(after);
    }
  });
});
