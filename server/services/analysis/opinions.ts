import { setTimeout as wait } from 'node:timers/promises';
import type { ComputedOpinions, DisclosedOpinions } from '#domain/analysis/opinions/disclosed-opinions.ts';
import {
  type GatheredOpinions,
  gatherOpinions,
  statementsOf,
} from '#domain/analysis/opinions/gather-opinions.ts';
import { type SwingByTeam, swingByTeam } from '#domain/analysis/opinions/swing-by-team.ts';
import type { Refusal } from '#domain/debate/engine/refusal.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { isAnonymous } from '#domain/debate/head/names.ts';
import { cursorFor } from '#domain/debate/projection/audience-sequence.ts';
import { isHiddenFromReaders } from '#domain/debate/visibility/hidden-content.ts';
import type { BallotTable } from '#domain/debate/votes/ballot-rows.ts';
import { areTalliesHidden, isBallotSecret, takesVotes } from '#domain/debate/votes/ballots.ts';
import type {
  OpinionsAnswer,
  OwnPlace,
  VotesGiven,
  VotesOverTime,
} from '#domain/protocol/opinions-answer.ts';
import type { SignedIn } from '../../auth/sign-in/sign-ins.ts';
import type { DebateRoom } from '../../log/debate-room.ts';
import type { OperationLog } from '../../log/operation-log.ts';
import { finishInTurns } from '../../timing/finish-in-turns.ts';
import { NO_MOMENTS, readMoments, type ShownMoments } from '../history/shown-moments.ts';
import { asReader, type ReadableDebates } from '../participants/as-reader.ts';
import { OpinionsCalculator } from './opinions-calculator.ts';
import { noTimes, readVoteTimes, type VoteTimes, votesOverTime } from './vote-times.ts';

/** Milliseconds between two calculations for one debate: if 300 people vote at once, one calculation covers them. */
const REST = 2_000;

/** A result, and the state it was calculated from. */
export interface OpinionsCalculation {
  readonly state: DebateState;
  readonly opinions: ComputedOpinions;
  readonly swing: SwingByTeam | null;
  /** `null`: the ballot is secret. */
  readonly time: VotesOverTime | null;
}

/** The calculations for a debate so far; dropped with its room. */
interface Desk {
  begunAt: number;
  gathered: GatheredOpinions | null;
  moments: ShownMoments;
  times: VoteTimes;
  last: OpinionsCalculation | null;
  running: Promise<OpinionsCalculation> | null;
}

/**
 * How people's votes relate to each other, for people who may read the debate: calculated when someone looks and something changed, at most
 * every two seconds per debate, in a separate thread.
 */
export class OpinionAnalysis {
  readonly #debates: ReadableDebates;
  readonly #log: OperationLog;
  readonly #calculator = new OpinionsCalculator();
  readonly #desks = new WeakMap<DebateRoom, Desk>();

  constructor({ log, ...debates }: ReadableDebates & { readonly log: OperationLog }) {
    this.#debates = debates;
    this.#log = log;
  }

  /** The part a viewer may know now. A stage gets the part everyone may know. */
  async of(
    debateId: string,
    person: SignedIn | null,
    as: 'oneself' | 'stage' = 'oneself',
  ): Promise<OpinionsAnswer | Refusal> {
    return this.read(debateId, person, ({ state }, calculation, reader) =>
      calculation ? answer(state, calculation, as === 'stage' ? null : reader) : nothingOf(state),
    );
  }

  /** The votes of a ballot for research as they may leave now; `null`: the ballot is another one, or the person may not read the debate. */
  async tableOf(debateId: string, person: SignedIn | null): Promise<BallotTable | null> {
    const table = await this.read(debateId, person, ({ state }, calculation) => {
      if (state.head?.settings.ballots !== 'research') return null;
      return calculation?.opinions.table ?? ({ kind: 'kept', why: 'voting' } as const);
    });
    return table === null || 'ok' in table ? null : table;
  }

  /** Reads the result for a debate's current state, if the person may read the debate. The result is `null` while nothing is disclosed. */
  read<Said>(
    debateId: string,
    person: SignedIn | null,
    read: (
      room: DebateRoom,
      calculation: OpinionsCalculation | null,
      reader: string | null,
    ) => Said | Promise<Said>,
  ): Promise<Said | Refusal> {
    return asReader<Said>(this.#debates, debateId, person, async (room, reader) => {
      if (areTalliesHidden(room.state)) return read(room, null, reader);
      const calculation = await this.#latest(room);
      // By now the tallies may be hidden.
      return read(room, areTalliesHidden(room.state) ? null : calculation, reader);
    });
  }

  /** Stops all calculations. */
  stop(): void {
    this.#calculator.stop();
  }

  /** The result for the current state; concurrent callers wait for the same calculation. */
  async #latest(room: DebateRoom): Promise<OpinionsCalculation> {
    const asked = room.state;
    const desk = this.#deskOf(room);
    for (;;) {
      if (desk.last && isUpToDate(desk.last.state, asked)) return desk.last;
      const running = desk.running ?? this.#begin(room, desk);
      desk.running = running;
      const calculation = await running;
      if (calculation.state.seq >= asked.seq) return calculation;
    }
  }

  #deskOf(room: DebateRoom): Desk {
    const known = this.#desks.get(room);
    if (known) return known;
    const nothing = { gathered: null, moments: NO_MOMENTS, times: noTimes(), last: null, running: null };
    const desk = { begunAt: -Infinity, ...nothing };
    this.#desks.set(room, desk);
    return desk;
  }

  async #begin(room: DebateRoom, desk: Desk): Promise<OpinionsCalculation> {
    try {
      await wait(Math.max(0, desk.begunAt + REST - performance.now()));
      desk.begunAt = performance.now();
      desk.last = await this.#calculate(room, desk);
      return desk.last;
    } finally {
      desk.running = null;
    }
  }

  async #calculate(room: DebateRoom, desk: Desk): Promise<OpinionsCalculation> {
    const { state } = room;
    const secret = isBallotSecret(state);
    if (secret || state.polls.some((poll) => poll.secret && poll.kind === 'after')) {
      const before = state.erasedAt === desk.moments.state.erasedAt ? desk.moments : NO_MOMENTS;
      desk.moments = await readMoments(this.#log, room.id, before, state.seq);
    }
    if (!secret) {
      desk.gathered = await finishInTurns(gatherOpinions(state, desk.gathered));
      desk.times = await readVoteTimes(this.#log, room.id, desk.times, state.seq);
    }
    const open = desk.gathered ? [{ ...desk.gathered, totals: null }] : [];
    const moments = secret ? desk.moments.ballots : open;
    const opinions = await this.#calculator.calculate(moments, {
      secret,
      named: !secret && !isAnonymous(state),
      ...(state.head?.settings.ballots === 'research' && { research: statementsOf(state) }),
    });
    return {
      state,
      opinions,
      swing: disclosedSwing(state, desk.moments),
      time: secret ? null : votesOverTime(desk.times, state),
    };
  }
}

/**
 * The swing as disclosed: of secret polls by the teams when they were closed; otherwise a later change of sides would reveal a person's
 * answer.
 */
function disclosedSwing(state: DebateState, { swing }: ShownMoments): SwingByTeam | null {
  const now = swingByTeam(state);
  if (now === null || !state.polls.get(now.pollId)?.secret) return now;
  return swing?.pollId === now.pollId ? swing : null;
}

/** True if nothing relevant changed between two states. */
function isUpToDate(before: DebateState, now: DebateState): boolean {
  return (
    before.votes === now.votes &&
    before.claims === now.claims &&
    before.merges === now.merges &&
    before.hidden === now.hidden &&
    before.embargoed === now.embargoed &&
    before.links === now.links &&
    before.polls === now.polls &&
    before.agenda === now.agenda &&
    before.participants === now.participants &&
    before.head === now.head
  );
}

function nothingOf(state: DebateState): OpinionsAnswer {
  const { seq } = cursorFor(state, null);
  return { ok: true, seq, opinions: { kind: 'kept', why: 'voting' }, own: null, given: null, swing: null };
}

function answer(
  now: DebateState,
  { state, opinions, swing, time }: OpinionsCalculation,
  reader: string | null,
): OpinionsAnswer {
  return {
    ok: true,
    seq: cursorFor(state, null).seq,
    opinions: standing(opinions.disclosed, now),
    own: ownPlace(opinions, reader),
    given: votesGiven(state, opinions, time),
    swing,
  };
}

/** The disclosed result without claims that no longer exist: results of a secret ballot date from when it was closed. */
function standing(disclosed: DisclosedOpinions, state: DebateState): DisclosedOpinions {
  if (disclosed.kind !== 'groups') return disclosed;
  const stands = (id: string) => {
    const claim = state.claims.get(id);
    return (
      claim !== undefined && !claim.retracted && !state.merges.has(id) && !isHiddenFromReaders(state, id)
    );
  };
  return {
    ...disclosed,
    statements: disclosed.statements.filter(({ id }) => stands(id)),
    shared: disclosed.shared.filter(stands),
    dividing: disclosed.dividing.filter(stands),
    groups: disclosed.groups.map(
      (group) => group && { ...group, holds: group.holds?.filter(({ id }) => stands(id)) ?? null },
    ),
  };
}

function ownPlace(
  { disclosed, participants, places, groupOf }: ComputedOpinions,
  reader: string | null,
): OwnPlace | null {
  const person = disclosed.kind === 'groups' && reader !== null ? participants.indexOf(reader) : -1;
  const at = places[person];
  return at ? { at: [round(at[0]), round(at[1])], group: groupOf[person] ?? null } : null;
}

/**
 * Votes per person are disclosed if names are shown, the ballot is open and voting has ended: earlier, they would reveal who just
 * changed a total. Vote times are disclosed for open ballots. Of a secret ballot nothing is: less the totals that are shown, the sum would
 * be the votes on the others. Of one for research, the sums are those of the rows that may leave.
 */
function votesGiven(
  state: DebateState,
  { disclosed, participants, answered }: ComputedOpinions,
  time: VotesOverTime | null,
): VotesGiven | null {
  const secret = isBallotSecret(state);
  if (disclosed.kind === 'kept' || state.head?.settings.ballots === 'secret') return null;
  const people = answered.filter((count) => count > 0).length;
  const by =
    secret || isAnonymous(state) || takesVotes(state)
      ? null
      : Object.fromEntries(participants.map((id, person) => [id, answered[person] ?? 0]));
  const votes = answered.reduce((sum, count) => sum + count, 0);
  return { votes, people, by, time };
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
