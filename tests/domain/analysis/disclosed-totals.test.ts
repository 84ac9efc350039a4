import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evolveAll } from '#domain/debate/engine/evolve.ts';
import { fromSnapshot, toSnapshot } from '#domain/debate/engine/snapshot.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Tally } from '#domain/debate/map/claim.ts';
import { ANSWERS, type Answer } from '#domain/debate/votes/vote.ts';
import { countingFor } from '#domain/debate/votes/vote-count.ts';
import {
  aDebate,
  agree,
  bringBack,
  type DebateBuilder,
  hide,
  merge,
  newClaim,
  unmerge,
} from '../../support/debate-builder.ts';

const CROWD = Array.from({ length: 12 }, (_, nth) => `v-${nth}`);
const CLAIMS = ['c-a', 'c-p', 'c-q'];

/** A debate with a crowd, the ballot of which is secret. */
function aBallot(): DebateBuilder {
  const debate = aDebate();
  for (const participantId of CROWD)
    debate.does('system', { type: 'participant.join', participantId, role: 'debater' });
  return debate.does('dana', newClaim('p', 'c-b'), newClaim('q', 'c-b'));
}

const weigh = (linkId: string, weight: number) => ({ type: 'link.weigh', linkId, weight }) as const;
const secret = { type: 'debate.configure', ballots: 'secret' } as const;
const turned = (status: 'open' | 'closed') => ({ type: 'debate.setStatus', status }) as const;

function vote(debate: DebateBuilder, people: readonly string[], claimId: string, answer: Answer = 'agree') {
  for (const who of people) debate.does(who, { ...agree(claimId), answer });
  return debate;
}

function tallyOf(debate: DebateBuilder, claimId: string): readonly number[] {
  const { agree, disagree, pass } = debate.projection('otto').claims.get(claimId)?.tally ?? NONE;
  return [agree, disagree, pass];
}

const NONE = { agree: 0, disagree: 0, pass: 0 };

describe('[BL8] a secret ballot that is opened again', () => {
  const counted = () =>
    vote(aBallot().does('olga', secret), CROWD.slice(0, 6), 'c-p')
      .does('olga', turned('closed'))
      .does('olga', turned('open'));

  test('shows the total from before while fewer than five answers have changed', () => {
    const debate = vote(counted(), CROWD.slice(6, 10), 'c-p', 'disagree').does('olga', turned('closed'));
    expect(tallyOf(debate, 'c-p')).toEqual([6, 0, 0]);
    vote(debate.does('olga', turned('open')), CROWD.slice(10, 11), 'c-p', 'disagree');
    expect(tallyOf(debate.does('olga', turned('closed')), 'c-p')).toEqual([6, 5, 0]);
  });

  test('shows a total after five changed their minds, and not one that differs by few', () => {
    const debate = vote(counted(), CROWD.slice(0, 5), 'c-p', 'disagree').does('olga', turned('closed'));
    expect(tallyOf(debate, 'c-p')).toEqual([1, 5, 0]);
    // Four go back, and one more changes: five since the last total, and one since the first.
    debate.does('olga', turned('open'));
    vote(debate, CROWD.slice(0, 5), 'c-p');
    vote(debate, CROWD.slice(5, 6), 'c-p', 'pass').does('olga', turned('closed'));
    expect(tallyOf(debate, 'c-p')).toEqual([1, 5, 0]);
  });

  test('stays when someone withdraws a vote, unless five new ones came', () => {
    const debate = counted().does('v-0', { type: 'vote.withdraw', claimId: 'c-p' });
    vote(debate, CROWD.slice(1, 6), 'c-p', 'disagree').does('olga', turned('closed'));
    expect(tallyOf(debate, 'c-p')).toEqual([6, 0, 0]);
    vote(debate.does('olga', turned('open')), CROWD.slice(6, 11), 'c-p').does('olga', turned('closed'));
    expect(tallyOf(debate, 'c-p')).toEqual([5, 5, 0]);
  });

  test('a reworded claim has the total from before, as one of its earlier wording', () => {
    const debate = vote(counted(), CROWD.slice(6, 7), 'c-p', 'disagree').does('olga', turned('closed'));
    const { tally } = debate.projection('otto').claims.get('c-p') ?? {};
    expect(tally).toEqual({ agree: 6, disagree: 0, pass: 0, earlier: 0 });
  });

  test('stores disclosures in a snapshot, and shows them only as totals', () => {
    const debate = vote(counted(), CROWD.slice(6, 8), 'c-p', 'disagree');
    const read = fromSnapshot(JSON.parse(JSON.stringify(toSnapshot(debate.state))));
    expect(toSnapshot(read)).toEqual(toSnapshot(debate.state));
    const since = [...(read.disclosedTotals.get('c-p')?.at(-1)?.since ?? [])];
    expect(since).toEqual([
      ['v-6', null],
      ['v-7', null],
    ]);
    for (const who of ['olga', 'v-6', null])
      expect(JSON.stringify(toSnapshot(debate.projection(who)))).not.toContain('disclosedTotals');
  });
});

describe('[BL8] a ballot that was open before', () => {
  test('shows no total that differs from the last open one by fewer than five', () => {
    const debate = vote(aBallot(), CROWD.slice(0, 6), 'c-p').does('olga', secret);
    vote(debate, CROWD.slice(6, 9), 'c-p', 'disagree').does('olga', turned('closed'));
    expect(tallyOf(debate, 'c-p')).toEqual([6, 0, 0]);
  });
});

describe('[BL8] a merged claim of a secret ballot', () => {
  test('adds nothing to a total where its own was disclosed', () => {
    const debate = aBallot().does('olga', secret);
    vote(debate, CROWD.slice(0, 5), 'c-p');
    vote(debate, CROWD.slice(1, 6), 'c-q').does('olga', turned('closed'));
    debate.does('olga', turned('open'), merge('c-p', 'c-q'), turned('closed'));
    expect(tallyOf(debate, 'c-q')).toEqual([5, 0, 0]);
  });

  test('has no total of its own beside the one it is counted in', () => {
    const debate = aBallot().does('olga', secret);
    vote(debate, CROWD.slice(0, 5), 'c-p');
    vote(debate, CROWD.slice(5, 6), 'c-q').does('olga', merge('c-p', 'c-q'), turned('closed'));
    expect(tallyOf(debate, 'c-q')).toEqual([6, 0, 0]);
    expect(tallyOf(debate, 'c-p')).toEqual([0, 0, 0]);
  });
});

test('[BL8] weights of links are disclosed by the same rule', () => {
  const debate = aBallot().does('olga', secret);
  const weighs = (people: readonly string[], weight: number) => {
    for (const who of people) debate.does(who, weigh('l-p', weight));
  };
  weighs(CROWD.slice(0, 5), 4);
  const weights = () => debate.projection('otto').links.get('l-p')?.weighing;
  debate.does('olga', turned('closed'));
  expect(weights()).toEqual([0, 0, 0, 0, 5]);
  debate.does('olga', turned('open'));
  weighs(CROWD.slice(5, 6), 0);
  debate.does('olga', turned('closed'));
  expect(weights()).toEqual([0, 0, 0, 0, 5]);
  debate.does('olga', turned('open'));
  weighs(CROWD.slice(6, 10), 0);
  debate.does('olga', turned('closed'));
  expect(weights()).toEqual([5, 0, 0, 0, 5]);
});

/** The people and answers that a total counts. */
type Counted = ReadonlyMap<string, string>;

function countedIn(state: DebateState, claimId: string): Counted {
  const counted = new Map<string, string>();
  for (const on of countingFor(state, claimId))
    for (const [person, { answer }] of state.votes.get(on) ?? [])
      if (!counted.has(person)) counted.set(person, `${on} ${answer}`);
  return counted;
}

function countOf(counted: Counted): Omit<Tally, 'earlier'> {
  const answers = [...counted.values()].map((each) => each.split(' ')[1]);
  const count = (answer: Answer) => answers.filter((each) => each === answer).length;
  return { agree: count('agree'), disagree: count('disagree'), pass: count('pass') };
}

const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('vote' as const),
      people: fc.subarray(CROWD, { minLength: 1 }),
      on: fc.constantFrom(...CLAIMS),
      answer: fc.constantFrom(...ANSWERS),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('withdraw' as const),
      people: fc.subarray(CROWD, { minLength: 1, maxLength: 6 }),
      on: fc.constantFrom(...CLAIMS),
    }),
  },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('turn' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('secret' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('merge' as const, 'unmerge' as const, 'hide' as const, 'restore' as const),
      on: fc.constantFrom(...CLAIMS),
      into: fc.constantFrom(...CLAIMS),
    }),
  },
);

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function take(debate: DebateBuilder, next: Step): void {
  switch (next.kind) {
    case 'vote':
      for (const who of next.people) debate.ask(who, { ...agree(next.on), answer: next.answer });
      break;
    case 'withdraw':
      for (const who of next.people) debate.ask(who, { type: 'vote.withdraw', claimId: next.on });
      break;
    case 'turn':
      debate.does('olga', turned(debate.state.head?.status === 'open' ? 'closed' : 'open'));
      break;
    case 'secret':
      debate.ask('olga', secret);
      break;
    case 'merge':
      debate.ask('olga', merge(next.on, next.into));
      break;
    case 'unmerge':
      debate.ask('olga', unmerge(next.on));
      break;
    case 'hide':
      debate.ask('olga', hide(next.on));
      break;
    case 'restore':
      debate.ask('olga', bringBack(next.on));
      break;
  }
}

interface Result {
  readonly claimId: string;
  readonly counted: Counted;
  readonly openly: boolean;
}

const isSecret = ({ state }: DebateBuilder) => state.head?.settings.ballots === 'secret';
const written = (counted: Counted) => JSON.stringify([...counted].sort());

/** Notes each total that a secret ballot shows, and the votes it counts. */
class Watch {
  readonly results: Result[] = [];
  /** An open ballot showed everyone's votes. */
  readonly #open = new Map<string, Counted>();

  noteOpen(debate: DebateBuilder): void {
    for (const id of CLAIMS) this.#open.set(id, countedIn(debate.state, id));
  }

  look(debate: DebateBuilder): void {
    if (!isSecret(debate)) return;
    for (const claimId of CLAIMS) {
      const { agree, disagree, pass } = debate.projection('olga').claims.get(claimId)?.tally ?? NONE;
      if (agree + disagree + pass > 0) this.#note(debate, claimId, { agree, disagree, pass });
    }
  }

  #note({ state }: DebateBuilder, claimId: string, shown: Omit<Tally, 'earlier'>): void {
    expect(shown.agree + shown.disagree + shown.pass).toBeGreaterThanOrEqual(5);
    const isShown = (counted: Counted) => JSON.stringify(countOf(counted)) === JSON.stringify(shown);
    const last = this.results.findLast((result) => result.claimId === claimId)?.counted;
    if (last && isShown(last)) return;
    const [counted, open] = [countedIn(state, claimId), this.#open.get(claimId)];
    const openly = open !== undefined && written(open) === written(counted);
    if (isShown(counted)) this.results.push({ claimId, counted, openly });
    else expect(open && countOf(open), 'a total of no moment').toEqual(shown);
  }
}

/** Any two totals of a claim differ by nobody or by five; those of two claims count no vote alike, unless it was open. */
function expectApart(one: Result, other: Result): void {
  const people = new Set([...one.counted.keys(), ...other.counted.keys()]);
  const differ = [...people].filter((who) => one.counted.get(who) !== other.counted.get(who));
  if (one.claimId === other.claimId)
    expect(differ.length === 0 || differ.length >= 5, `${one.claimId}: ${differ}`).toBe(true);
  else if (differ.length < people.size && !(one.openly && other.openly))
    expect.fail(`${one.claimId} and ${other.claimId} count the same votes`);
}

test('[AN15] [BL8] no two disclosed totals ever differ by the answers of fewer than five people', {
  timeout: 120_000,
}, () => {
  let most = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 6, maxLength: 40 }), fc.boolean(), (steps, fromTheStart) => {
      const [debate, watch] = [aBallot(), new Watch()];
      if (fromTheStart) debate.does('olga', secret);
      for (const next of steps) {
        const [before, entries] = [debate.projection('otto'), debate.entries.length];
        if (next.kind === 'secret' && !isSecret(debate)) watch.noteOpen(debate);
        take(debate, next);
        // A connected client receives it in pieces, and knows the same.
        const { entries: frame, to, at } = debate.frame('otto', entries);
        expect(toSnapshot({ ...evolveAll(before, frame), seq: to, at })).toEqual(
          toSnapshot(debate.projection('otto')),
        );
        watch.look(debate);
      }
      most = Math.max(most, watch.results.length);
      for (const [nth, one] of watch.results.entries())
        for (const other of watch.results.slice(nth + 1)) expectApart(one, other);
    }),
    { numRuns: 60 },
  );
  expect(most).toBeGreaterThan(1);
});
