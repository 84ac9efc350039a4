import { decide } from '#domain/debate/engine/decide.ts';
import { evolveAll } from '#domain/debate/engine/evolve.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { actorOf } from '#domain/debate/engine/permissions.ts';
import { AUDIENCES, projectEntries } from '#domain/debate/engine/project.ts';
import { type DebateState, EMPTY_STATE } from '#domain/debate/engine/state.ts';
import { toLogEntries } from '#domain/debate/engine/to-log-entries.ts';
import { generatedOperations } from '#server/cli/generate/generated-operations.ts';
import { createEntries } from '#server/log/create-entries.ts';
import { type Figures, percentile } from '../figures.ts';
import { parleyParty } from './parties.ts';
import { runWorkload } from './run-workload.ts';
import { type DatabaseName, withParley } from './with-parley.ts';

/** The part that grows to ten times as much, while everything else stays. */
export interface Growth {
  readonly of: 'connections' | 'claims' | 'rooms' | 'votes';
  readonly points: readonly GrowthPoint[];
}

export interface GrowthPoint {
  /** How many of what grows. */
  readonly size: number;
  readonly postgresql: Figures;
  readonly pglite: Figures;
}

/** Milliseconds to decide an operation, apply it and project it for every audience, at the middle. */
export interface OperationCost {
  readonly claims: number;
  readonly claim: number;
  readonly vote: number;
  readonly comment: number;
}

export interface GrowthResult {
  readonly growths: readonly Growth[];
  readonly operations: readonly OperationCost[];
}

/** How it is before anything grows: one debate, and how much each room writes. */
const BASE = { connections: 50, claims: 950, rooms: 10, votesPerClaim: 4 };
const SIZES = { ...BASE, votes: BASE.claims * BASE.votesPerClaim };
const TIMES = [1, 3, 10];
const SECONDS = 8;
/** Operations a second: in the one debate, and in each of many rooms. */
const PACE = 20;
const ROOM_PACE = 2;
/** Operations decided for one figure. */
const ROUNDS = 400;

/** Connections, claims, rooms and votes, most of the log, grow to ten times as much: what a delivery costs then, and an operation. */
export async function benchGrowth(say: (line: string) => void): Promise<GrowthResult> {
  const growths: Growth[] = [];
  for (const of of ['connections', 'claims', 'rooms', 'votes'] as const) {
    const points: GrowthPoint[] = [];
    for (const times of TIMES) {
      say(`growth: ${times} times as many ${of} …`);
      const postgresql = await measure('postgresql', of, times);
      const pglite = await measure('pglite', of, times);
      points.push({ size: SIZES[of] * times, postgresql, pglite });
    }
    growths.push({ of, points });
  }
  say('growth: deciding operations …');
  const operations: OperationCost[] = [];
  for (const claims of [BASE.claims, BASE.claims * 10]) operations.push(operationCost(claims));
  return { growths, operations };
}

async function measure(database: DatabaseName, of: Growth['of'], times: number): Promise<Figures> {
  const grown = (one: Growth['of']) => (of === one ? times : 1);
  const isOfRooms = of === 'rooms';
  const rooms = isOfRooms ? BASE.rooms * times : 1;
  const workload = {
    name: `${of} × ${times}`,
    rooms,
    connections: isOfRooms ? 10 : BASE.connections * grown('connections'),
    writers: 10,
    perSecond: isOfRooms ? rooms * ROOM_PACE : PACE,
    seconds: SECONDS,
  };
  const made = { claims: BASE.claims * grown('claims'), votesPerClaim: BASE.votesPerClaim * grown('votes') };
  return withParley(database, async (server, meter) => {
    const party = parleyParty([server], isOfRooms ? undefined : made);
    return (await runWorkload(workload, party, meter)).figures;
  });
}

/** Runs in this process, without a server: what the rules themselves cost. */
function operationCost(claims: number): OperationCost {
  const size = { claims, positions: 3, people: 40, votesPerClaim: BASE.votesPerClaim, seed: 1 };
  let state = EMPTY_STATE;
  for (const { author, operation } of generatedOperations(size)) {
    const created = createEntries(state, [operation], author, 1);
    if (created.ok) state = created.state;
  }
  const ids = [...state.claims.keys()];
  const someClaim = (round: number) => ids[(round * 7_919) % ids.length] ?? '';
  const person = 'm_made1';
  const cost = (operation: (round: number) => Operation) => middleCost(state, person, operation);
  return {
    claims: state.claims.size,
    claim: cost((round) => ({
      type: 'claim.add',
      claimId: `c_new${round}`,
      linkId: `l_new${round}`,
      target: { kind: 'claim', id: someClaim(round) },
      relation: 'support',
      positionId: null,
      text: 'One more claim.',
    })),
    vote: cost((round) => ({ type: 'vote.cast', claimId: someClaim(round), answer: 'agree', wording: 1 })),
    comment: cost((round) => ({
      type: 'comment.add',
      commentId: `n_new${round}`,
      on: { kind: 'claim', id: someClaim(round) },
      replyTo: null,
      text: 'One more comment.',
    })),
  };
}

function middleCost(before: DebateState, person: string, operation: (round: number) => Operation): number {
  let state = before;
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const actor = actorOf(state, person);
    const wanted = operation(round);
    if (!actor) throw new Error('The person takes no part.');
    const began = performance.now();
    const decision = decide(state, wanted, actor, 2);
    // Too deep a claim, for example.
    if (!decision.ok) continue;
    const entries = toLogEntries(state, decision.effects, { actor: person, author: person }, 2);
    state = evolveAll(state, entries);
    for (const audience of AUDIENCES) projectEntries(entries, state, audience);
    times.push(performance.now() - began);
  }
  return percentile(times, 0.5);
}
