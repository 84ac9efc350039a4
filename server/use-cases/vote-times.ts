import { axisOver, stretchAt } from '../../domain/analysis/over-time.ts';
import type { DebateState } from '../../domain/debate/state.ts';
import type { VotesOverTime } from '../../domain/protocol/opinions-answer.ts';
import type { OperationLog } from '../log/operation-log.ts';

/** Entries looked at in one go: the embedded database does nothing else meanwhile. */
const PAGE = 5_000;
const MINUTE = 60_000;

/** When votes of a debate were cast, by the minute since 1970, as far as its log was read. */
export interface VoteTimes {
  readonly seq: number;
  readonly minutes: ReadonlyMap<number, number>;
}

/** Before the first entry. */
export const NO_TIMES: VoteTimes = { seq: 0, minutes: new Map() };

/** Reads on from what was read before, as far as `end`: the state knows what people answer, the log alone when they did. */
export async function readVoteTimes(
  log: OperationLog,
  debateId: string,
  before: VoteTimes,
  end: number,
): Promise<VoteTimes> {
  const minutes = new Map(before.minutes);
  for (let seq = before.seq; seq < end; seq += PAGE) {
    const counts = await log.countByMinute(debateId, 'vote.cast', seq, Math.min(end, seq + PAGE));
    for (const [minute, count] of counts) minutes.set(minute, (minutes.get(minute) ?? 0) + count);
  }
  return { seq: Math.max(before.seq, end), minutes };
}

/** Votes by stretches of one length: those since there is a claim. What was voted before the board was cleared is gone with it. */
export function votesOverTime({ minutes: all }: VoteTimes, { claims }: DebateState): VotesOverTime {
  let first = Number.POSITIVE_INFINITY;
  for (const { at } of claims.values()) first = Math.min(first, at);
  const minutes = [...all].filter(([minute]) => (minute + 1) * MINUTE > first);
  const axis = axisOver(minutes.map(([minute]) => minute * MINUTE));
  const stretches = axis.from.map((from) => ({ from, votes: 0 }));
  for (const [minute, count] of minutes) {
    const stretch = stretches[stretchAt(axis, minute * MINUTE)];
    if (stretch) stretch.votes += count;
  }
  return { step: axis.step, stretches };
}
