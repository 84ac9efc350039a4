import { setTimeout as wait } from 'node:timers/promises';
import { type GatheredOpinions, gatherOpinions } from '../../domain/analysis/opinions/gather-opinions.ts';
import { debateStrengths } from '../../domain/analysis/strength/debate-strengths.ts';
import { PersistentMap } from '../../domain/collections/persistent-map.ts';
import { finish } from '../../domain/collections/steps.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import { type DebateState, EMPTY_STATE } from '../../domain/debate/engine/state.ts';
import { ANSWERS, type Vote } from '../../domain/debate/votes/vote.ts';
import { generatedOperations } from '../../server/cli/generate/generated-operations.ts';
import { createEntries } from '../../server/log/create-entries.ts';
import { DebateRoom } from '../../server/log/debate-room.ts';
import { GroupCommit } from '../../server/log/group-commit.ts';
import { MemoryLog } from '../../server/log/memory-log.ts';
import type { Rooms } from '../../server/log/rooms.ts';
import { OpinionAnalysis } from '../../server/services/analysis/opinions.ts';
import { OpinionsCalculator } from '../../server/services/analysis/opinions-calculator.ts';
import type { Participants } from '../../server/services/participants/participants.ts';
import { addClaim, submitAs, upTo } from '../support/log-node.ts';
import { percentile } from './figures.ts';

const PEOPLE = 2_000;
const CLAIMS = 500;
/** Claims of the debate whose strengths are calculated. */
const LARGE = 10_000;
/** Votes cast while nobody looks, and while someone looks all the time. */
const VOTES = 400;
/** Milliseconds between two of them. */
const PACE = 15;

export interface AnalysisResult {
  /** Milliseconds in the thread, and of CPU time of the whole process meanwhile. */
  readonly groups: { readonly wall: number; readonly cpu: number };
  /** Milliseconds of gathering the votes: all of them, and after one vote; in turns that others come between. */
  readonly gathering: { readonly all: number; readonly one: number };
  /** Milliseconds from a vote until the strengths are there: the middle one and the slowest. */
  readonly strengths: { readonly first: number; readonly p50: number; readonly max: number };
  /** Milliseconds until a vote is acknowledged, while nobody looks and while someone looks all the time. */
  readonly quiet: Acknowledged;
  readonly looking: Acknowledged & { readonly looks: number };
}

interface Acknowledged {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** How long opinion groups and strengths take, and whether any acknowledgement waits for them. */
export async function benchAnalysis(say: (line: string) => void): Promise<AnalysisResult> {
  say(`${PEOPLE} people who voted on half of ${CLAIMS} claims …`);
  const { log, state } = await aVotedDebate();
  const [all, gathered] = timed(() => finish(gatherOpinions(state)));
  const { voted, one } = afterOneVote(state, gathered);
  const groups = await calculatedInThread(voted);
  say(`a vote every ${PACE} ms, while nobody looks and while somebody does …`);
  const { quiet, looking } = await acknowledged(log, state);
  say(`strengths of ${LARGE} claims …`);
  return { groups, gathering: { all, one }, strengths: strengthsAfterVotes(), quiet, looking };
}

/** The votes are put into the state: a million entries would say no more. */
async function aVotedDebate(): Promise<{ log: MemoryLog; state: DebateState }> {
  const operations: Operation[] = [
    {
      type: 'debate.create',
      title: 'Trade',
      motion: 'Trade makes friends',
      visibility: 'public',
      settings: { guests: 'debater', wording: 'shared' },
      ownerId: 'm_owner',
    },
    { type: 'position.add', positionId: 'p_yes', name: 'Yes', hue: 'blue', summary: '' },
    ...upTo(CLAIMS).map((nth) => addClaim(`c${nth}`)),
    ...upTo(PEOPLE - 1).map(
      (nth): Operation => ({ type: 'participant.join', participantId: `m_v${nth}`, role: 'debater' }),
    ),
  ];
  const created = createEntries(EMPTY_STATE, operations, 'm_owner', 1_000);
  if (!created.ok) throw new Error(created.rejection.code);
  const log = new MemoryLog();
  await log.createDebate(
    { id: 'd_bench', title: 'Trade', visibility: 'public', listing: {} },
    created.entries,
  );
  const random = aRandom();
  // Three camps, each with its own leaning on each claim.
  const votes = [...created.state.claims.keys()].map((claimId) => {
    const leanings = [random(), random(), random()];
    const ofClaim = upTo(PEOPLE - 1).flatMap((nth): [string, Vote][] => {
      if (random() < 0.5) return [];
      const isPass = random() < 0.15;
      const answer = isPass ? ANSWERS[2] : random() < (leanings[nth % 3] ?? 0) ? ANSWERS[0] : ANSWERS[1];
      return [[`m_v${nth}`, { answer, wording: 1 }]];
    });
    return [claimId, PersistentMap(ofClaim)] as const;
  });
  return { log, state: { ...created.state, votes: PersistentMap(votes) } };
}

function afterOneVote(state: DebateState, before: GatheredOpinions) {
  const [claimId = '', ofClaim = PersistentMap<string, Vote>()] = [...state.votes][0] ?? [];
  const vote: Vote = { answer: 'agree', wording: 1 };
  const next = { ...state, votes: state.votes.set(claimId, ofClaim.set('m_owner', vote)) };
  const [one, voted] = timed(() => finish(gatherOpinions(next, before)));
  return { voted, one };
}

async function calculatedInThread(opinions: GatheredOpinions): Promise<AnalysisResult['groups']> {
  const calculator = new OpinionsCalculator();
  const policy = { secret: false, named: true };
  const moments = [{ ...opinions, totals: null }];
  // The first has the thread started, and its script made quick.
  await calculator.calculate(moments, policy);
  const [cpu, start] = [process.cpuUsage(), performance.now()];
  await calculator.calculate(moments, policy);
  const { user, system } = process.cpuUsage(cpu);
  const wall = performance.now() - start;
  calculator.stop();
  return { wall, cpu: (user + system) / 1_000 };
}

async function acknowledged(
  log: MemoryLog,
  state: DebateState,
): Promise<Pick<AnalysisResult, 'quiet' | 'looking'>> {
  const commit = new GroupCommit(log, Date.now, () => undefined);
  const room = new DebateRoom('d_bench', state, log, commit);
  let number = 0;
  const claims = [...state.claims.keys()];
  const voting = async (): Promise<Acknowledged> => {
    const waits: number[] = [];
    for (let nth = 0; nth < VOTES; nth += 1) {
      number += 1;
      const claimId = claims[number % claims.length] ?? '';
      const start = performance.now();
      const answer = ANSWERS[Math.floor(number / claims.length) % 2 === 0 ? 2 : 0] ?? 'pass';
      const result = await submitAs(room, 'm_owner', number, {
        type: 'vote.cast',
        claimId,
        answer,
        wording: 1,
      });
      if (!result.ok) throw new Error(result.rejection.code);
      waits.push(performance.now() - start);
      await wait(PACE);
    }
    return { p50: percentile(waits, 0.5), p95: percentile(waits, 0.95), max: Math.max(...waits) };
  };
  const quiet = await voting();
  const opinions = new OpinionAnalysis({
    rooms: { answer: (_id: string, use: (room: DebateRoom) => unknown) => use(room) } as unknown as Rooms,
    log,
    participants: { findIn: async () => ({ participantId: null }) } as unknown as Participants,
  });
  let [looks, isOver] = [0, false];
  const lookOn = async () => {
    while (!isOver) {
      await opinions.of('d_bench', null);
      looks += 1;
    }
  };
  const looked = lookOn();
  const looking = await voting();
  isOver = true;
  await looked;
  opinions.stop();
  return { quiet, looking: { ...looking, looks } };
}

function strengthsAfterVotes(): AnalysisResult['strengths'] {
  let state = EMPTY_STATE;
  const size = { claims: LARGE, positions: 4, people: 40, votesPerClaim: 1, seed: 1 };
  for (const { author, operation } of generatedOperations(size)) {
    const created = createEntries(state, [operation], author, 1_000);
    if (created.ok) state = created.state;
  }
  const [first, calculated] = timed(() => debateStrengths(state));
  let strengths = calculated;
  const waits = [...state.claims.keys()].slice(0, 200).map((id) => {
    const claim = state.claims.get(id);
    if (!claim) return 0;
    const tally = { ...claim.tally, agree: claim.tally.agree + 1 };
    state = { ...state, claims: state.claims.set(id, { ...claim, tally }) };
    const [time, next] = timed(() => debateStrengths(state, strengths));
    strengths = next;
    return time;
  });
  return { first, p50: percentile(waits, 0.5), max: Math.max(...waits) };
}

function timed<T>(work: () => T): [number, T] {
  const start = performance.now();
  const result = work();
  return [performance.now() - start, result];
}

/** The same numbers each time. */
function aRandom(): () => number {
  let seed = 7;
  return () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
}
