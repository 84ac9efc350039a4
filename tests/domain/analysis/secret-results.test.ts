import fc from 'fast-check';
import { expect, test } from 'vitest';
import { discloseOpinions } from '#domain/analysis/opinions/disclosed-opinions.ts';
import {
  gatherOpinions,
  type OpinionsMoment,
  totalsSince,
} from '#domain/analysis/opinions/gather-opinions.ts';
import { finish } from '#domain/collections/steps.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { ANSWERS, type Answer } from '#domain/debate/votes/vote.ts';
import { camps } from '../../support/analysis/camps.ts';
import { aDebate, agree, type DebateBuilder, newClaim } from '../../support/debate-builder.ts';

const CLAIMS = Array.from({ length: 8 }, (_, nth) => `c-s${nth}`);
const CROWD = Array.from({ length: 21 }, (_, nth) => `v-${nth}`);
const OPINIONS = { '1': 'agree', '-1': 'disagree', '0': 'pass' } as const;

/** Three camps of seven have voted, secretly, on eight claims. */
const VOTED = (() => {
  const debate = aDebate().does('dana', ...CLAIMS.map((id) => newClaim(id.slice(2), 'c-b')));
  for (const participantId of CROWD)
    debate.does('system', { type: 'participant.join', participantId, role: 'debater' });
  debate.does('olga', { type: 'debate.configure', ballots: 'secret' });
  const { answers } = camps(7, 7, 7);
  for (const [person, who] of CROWD.entries())
    for (const [nth, claimId] of CLAIMS.entries())
      debate.does(who, { ...agree(claimId), answer: OPINIONS[`${answers[person]?.[nth] ?? 0}`] });
  return debate;
})();

/** The people and answers that a result counts. */
interface Result {
  readonly claimId: string;
  readonly what: string;
  readonly counted: ReadonlyMap<string, string>;
}

function countedOn({ votes }: DebateState, claimId: string, isOf: (person: string) => boolean = () => true) {
  const all = [...(votes.get(claimId) ?? [])].filter(([person]) => isOf(person));
  return new Map(all.map(([person, { answer }]) => [person, answer]));
}

/** The totals that a state newly discloses: those that differ from the claim's last disclosed total. */
function totalsIn(debate: DebateBuilder, known: readonly Result[]): Result[] {
  return CLAIMS.flatMap((claimId) => {
    const { tally } = debate.projection('olga').claims.get(claimId) ?? {};
    const wasDisclosed = (counted: Result['counted']) =>
      ANSWERS.every(
        (answer) => tally?.[answer] === [...counted.values()].filter((each) => each === answer).length,
      );
    const last = known.findLast((one) => one.claimId === claimId && one.what === 'total');
    if (last && wasDisclosed(last.counted)) return [];
    const counted = countedOn(debate.state, claimId);
    expect(wasDisclosed(counted), `${claimId} has a total of no moment`).toBe(true);
    return counted.size === 0 ? [] : { claimId, what: 'total', counted };
  });
}

/** Everything disclosed about groups at each claim, alone and combined. */
function groupsIn(debate: DebateBuilder, moments: readonly OpinionsMoment[]): Result[] {
  const { disclosed, participants, groupOf } = discloseOpinions(moments, { secret: true, named: false });
  if (disclosed.kind !== 'groups') return [];
  const groups = [...disclosed.groups.keys()].filter((group) => disclosed.groups[group]);
  const choices = Array.from({ length: 2 ** groups.length - 1 }, (_, nth) =>
    groups.filter((_, at) => (nth + 1) & (1 << at)),
  );
  const group = new Map(participants.map((id, at) => [id, groupOf[at] ?? -1]));
  return disclosed.statements.flatMap(({ id: claimId }) =>
    choices.map((some) => ({
      claimId,
      what: `groups ${some}`,
      counted: countedOn(debate.state, claimId, (person) => some.includes(group.get(person) ?? -1)),
    })),
  );
}

const change = fc.record({
  people: fc.oneof(fc.subarray(CROWD, { minLength: 1, maxLength: 8 }), fc.constant(CROWD.slice(0, 7))),
  claimId: fc.constantFrom(...CLAIMS.slice(0, 3)),
  answer: fc.constantFrom<(Answer | null)[]>('agree', 'disagree', 'pass', null),
});

test('[AN15] [AN21] [BL8] totals and groups of a secret ballot, at any times and in any choice, differ by five people or none', {
  timeout: 120_000,
}, () => {
  let most = 0;
  fc.assert(
    fc.property(fc.array(fc.array(change, { maxLength: 4 }), { minLength: 3, maxLength: 4 }), (rounds) => {
      const debate = Object.assign(aDebate(), { state: VOTED.state });
      const results: Result[] = [];
      const moments: OpinionsMoment[] = [];
      let last = '';
      for (const changes of rounds) {
        for (const { people, claimId, answer } of changes)
          for (const who of people)
            debate.ask(who, answer ? { ...agree(claimId), answer } : { type: 'vote.withdraw', claimId });
        debate.does('olga', { type: 'debate.setStatus', status: 'closed' });
        const gathered = finish(gatherOpinions(debate.state));
        moments.push({ ...gathered, totals: totalsSince(debate.state) });
        results.push(...totalsIn(debate, results));
        // Where the groups from before stay, they count what they counted.
        const now = JSON.stringify(discloseOpinions(moments, { secret: true, named: false }).disclosed);
        if (now !== last) results.push(...groupsIn(debate, moments));
        last = now;
        debate.does('olga', { type: 'debate.setStatus', status: 'open' });
      }
      most = Math.max(most, results.length);
      for (const [nth, one] of results.entries()) {
        for (const other of results.slice(nth + 1)) {
          if (one.claimId !== other.claimId) continue;
          const people = new Set([...one.counted.keys(), ...other.counted.keys()]);
          const differ = [...people].filter((who) => one.counted.get(who) !== other.counted.get(who));
          const said = `${one.claimId}, ${one.what}, ${other.what}: ${differ}`;
          expect(differ.length === 0 || differ.length >= 5, said).toBe(true);
        }
      }
    }),
    { numRuns: 20 },
  );
  expect(most).toBeGreaterThan(30);
});
