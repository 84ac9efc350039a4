import {
  type GatheredOpinions,
  gatherOpinions,
  type OpinionsMoment,
  totalsSince,
} from '#domain/analysis/opinions/gather-opinions.ts';
import { type SwingByTeam, swingByTeam } from '#domain/analysis/opinions/swing-by-team.ts';
import type { LogEntry } from '#domain/debate/engine/entries.ts';
import { evolveAll } from '#domain/debate/engine/evolve.ts';
import { type DebateState, EMPTY_STATE } from '#domain/debate/engine/state.ts';
import { areTalliesHidden, isBallotSecret } from '#domain/debate/votes/ballots.ts';
import { entriesAfter } from '../../log/entries-after.ts';
import type { OperationLog } from '../../log/operation-log.ts';
import { finishInTurns } from '../../timing/finish-in-turns.ts';

/** Moments only the log knows: the debate's votes when something secret was disclosed. */
export interface ShownMoments {
  /** The state up to which the log was read. */
  readonly state: DebateState;
  /** The votes of a secret ballot, at each moment when they were disclosed. */
  readonly ballots: readonly (GatheredOpinions & OpinionsMoment)[];
  /** The votes of the last of these: disclosing them again adds no moment. */
  readonly votes: DebateState['votes'];
  /** The swing by team, with the teams at the time when the last poll after the debate was closed. */
  readonly swing: SwingByTeam | null;
}

/** Before the first entry. */
export const NO_MOMENTS: ShownMoments = {
  state: EMPTY_STATE,
  ballots: [],
  votes: EMPTY_STATE.votes,
  swing: null,
};

/**
 * Continues from what was read before, up to `end`. What was disclosed once stays known, so later disclosures depend on it: every server,
 * also after a restart, has to come to the same result.
 */
export async function readMoments(
  log: OperationLog,
  debateId: string,
  before: ShownMoments,
  end: number,
): Promise<ShownMoments> {
  let { state, votes, swing } = before;
  const ballots = [...before.ballots];
  for await (const entries of entriesAfter(log, debateId, state.seq, end)) {
    for (const entry of entries) {
      const was = state;
      state = evolveAll(state, [entry]);
      if (isDisclosed(state) && !isDisclosed(was) && state.votes !== votes) {
        const gathered = await finishInTurns(gatherOpinions(state, ballots.at(-1) ?? null));
        ballots.push({ ...gathered, totals: totalsSince(state) });
        votes = state.votes;
      }
      if (mayEndSwing(entry, state)) swing = swingByTeam(state) ?? swing;
    }
  }
  return { state, ballots, votes, swing };
}

/** True if the ballot is secret and disclosed. */
function isDisclosed(state: DebateState): boolean {
  return isBallotSecret(state) && !areTalliesHidden(state);
}

/** True if this entry closed a poll after the debate. Nothing else makes a swing: teams count as they were then. */
function mayEndSwing({ effect }: LogEntry, { polls }: DebateState): boolean {
  return effect.type === 'poll.statusChanged' && !effect.open && polls.get(effect.pollId)?.kind === 'after';
}
