import {
  type GatheredOpinions,
  gatherOpinions,
  type OpinionsMoment,
  totalsSince,
} from '../../domain/analysis/gather-opinions.ts';
import { type SwingByTeam, swingByTeam } from '../../domain/analysis/swing-by-team.ts';
import type { LogEntry } from '../../domain/debate/engine/entries.ts';
import { evolveAll } from '../../domain/debate/engine/evolve.ts';
import { type DebateState, EMPTY_STATE } from '../../domain/debate/engine/state.ts';
import { areTalliesHidden } from '../../domain/debate/votes/ballots.ts';
import { finishInTurns } from '../finish-in-turns.ts';
import { entriesAfter } from '../log/entries-after.ts';
import type { OperationLog } from '../log/operation-log.ts';

/** What the log alone knows: how a debate stood when something secret came to be told. */
export interface ShownMoments {
  /** The state up to which it was read. */
  readonly state: DebateState;
  /** The votes of a secret ballot, at each moment from which on they were told. */
  readonly ballots: readonly (GatheredOpinions & OpinionsMoment)[];
  /** The votes of the last of these: it makes no moment to tell them again. */
  readonly votes: DebateState['votes'];
  /** The swing by team, as people were in teams when the last poll after the debate was closed. */
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
 * Reads on from what was read before, as far as `end`. What was told once stays known, so what is told next depends on it: and
 * every server, also after a start, has to come to the same.
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
      if (isTold(state) && !isTold(was) && state.votes !== votes) {
        const gathered = await finishInTurns(gatherOpinions(state, ballots.at(-1) ?? null));
        ballots.push({ ...gathered, totals: totalsSince(state) });
        votes = state.votes;
      }
      if (mayEndSwing(entry, state)) swing = swingByTeam(state) ?? swing;
    }
  }
  return { state, ballots, votes, swing };
}

/** Is the ballot secret, and told? */
function isTold(state: DebateState): boolean {
  return state.head?.settings.ballots === 'secret' && !areTalliesHidden(state);
}

/** Did this entry close a poll after the debate? Nothing else makes a swing: teams count as they were then. */
function mayEndSwing({ effect }: LogEntry, { polls }: DebateState): boolean {
  return effect.type === 'poll.turned' && !effect.open && polls.get(effect.pollId)?.kind === 'after';
}
