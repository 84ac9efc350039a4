import { axisOver, stretchAt } from '#domain/analysis/over-time.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { isHiddenFromReaders } from '#domain/debate/visibility/hidden-content.ts';
import {
  AGENDA_TURNS,
  type HiddenStretches,
  noHiddenStretches,
  noteAgendaTurn,
} from '#domain/debate/votes/hidden-stretches.ts';
import type { VotesOverTime } from '#domain/protocol/opinions-answer.ts';
import { agendaEntries } from '../../log/agenda-entries.ts';
import type { OperationLog } from '../../log/operation-log.ts';

/** Entries read at once: the embedded database does nothing else meanwhile. */
const PAGE = 5_000;
const MINUTE = 60_000;

/** When votes of a debate were cast, by claim and by the minute since 1970, as far as its log was read. */
export interface VoteTimes {
  readonly seq: number;
  readonly claims: ReadonlyMap<string, ReadonlyMap<number, number>>;
  readonly hidden: HiddenStretches;
}

/** Before the first entry. */
export function noTimes(): VoteTimes {
  return { seq: 0, claims: new Map(), hidden: noHiddenStretches() };
}

/** Reads on in a log, up to `upTo`, for its periods of hidden tallies: it is read once, and what is needed of it kept. */
export async function readHiddenStretches(
  log: Pick<OperationLog, 'search'>,
  debateId: string,
  upTo: number,
  read = noHiddenStretches(),
): Promise<HiddenStretches> {
  const stretch = { after: read.seq, upTo };
  for await (const entry of agendaEntries(log, debateId, stretch, AGENDA_TURNS)) noteAgendaTurn(read, entry);
  read.seq = Math.max(read.seq, upTo);
  return read;
}

/**
 * Continues from what was read before, up to `end`: the state has people's answers, only the log has their times. Votes cast while tallies
 * were hidden get the time at which these were shown; those of tallies that are still hidden are not read yet.
 */
export async function readVoteTimes(
  log: OperationLog,
  debateId: string,
  before: VoteTimes,
  end: number,
): Promise<VoteTimes> {
  const claims = new Map([...before.claims].map(([id, minutes]) => [id, new Map(minutes)]));
  const hidden = await readHiddenStretches(log, debateId, end, before.hidden);
  const { stretches } = hidden;
  const last = stretches.at(-1);
  const readable = last?.shown === null ? Math.min(end, last.from) : end;
  for (let seq = before.seq; seq < readable; ) {
    const stretch = stretches.find(({ from, shown }) => seq < (shown?.seq ?? from) && from < seq + PAGE);
    const isHidden = stretch !== undefined && stretch.from <= seq;
    const bound =
      stretch === undefined ? readable : isHidden ? (stretch.shown?.seq ?? readable) : stretch.from;
    const upTo = Math.min(readable, seq + PAGE, bound);
    for (const { minute, claimId, count } of await log.countByMinute(debateId, 'vote.cast', seq, upTo)) {
      const minutes = claims.get(claimId) ?? new Map<number, number>();
      const at = isHidden && stretch.shown ? Math.floor(stretch.shown.at / MINUTE) : minute;
      claims.set(claimId, minutes.set(at, (minutes.get(at) ?? 0) + count));
    }
    seq = upTo;
  }
  return { seq: Math.max(before.seq, readable), claims, hidden };
}

/**
 * Votes by time intervals of equal length: those on claims that everyone sees, none earlier than its claim. Votes from before the board was
 * cleared are gone with it.
 */
export function votesOverTime({ claims: all }: VoteTimes, state: DebateState): VotesOverTime {
  const minutes = new Map<number, number>();
  for (const [claimId, ofClaim] of all) {
    const claim = state.claims.get(claimId);
    if (!claim || isHiddenFromReaders(state, claimId)) continue;
    const first = Math.floor(claim.at / MINUTE);
    for (const [minute, count] of ofClaim) {
      const at = Math.max(first, minute);
      minutes.set(at, (minutes.get(at) ?? 0) + count);
    }
  }
  const axis = axisOver([...minutes.keys()].map((minute) => minute * MINUTE));
  const stretches = axis.from.map((from) => ({ from, votes: 0 }));
  for (const [minute, count] of minutes) {
    const stretch = stretches[stretchAt(axis, minute * MINUTE)];
    if (stretch) stretch.votes += count;
  }
  return { step: axis.step, stretches };
}
