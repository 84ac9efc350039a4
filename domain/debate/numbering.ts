import { hidesTallies, isHushed } from './ballots.ts';
import type { EntryFrame, LogEntry, ProjectedEntry } from './entries.ts';
import { erasesWords } from './erases-words.ts';
import { PersistentMap } from './persistent-map.ts';
import { hidesAnswers } from './polls.ts';
import type { Numbering } from './records/numbering.ts';
import type { DebateState } from './state.ts';
import { subjectOf } from './subject.ts';
import { veilersOf } from './withheld.ts';

/** Where somebody stands in a debate, as they are told it. */
export interface Place {
  readonly seq: number;
  readonly at: number;
}

/** A millionth, about, that a computer adds up without a remainder. */
const BETWEEN = 2 ** -20;

/** Where a participant stands who knows all of a state that they may; null: who is nobody in particular. */
export function placeIn(
  { seq, at, numbering }: Pick<DebateState, 'seq' | 'at' | 'numbering'>,
  participantId: string | null,
): Place {
  if (numbering === null) return { seq, at };
  const own = participantId === null ? undefined : numbering.own.get(participantId);
  return own
    ? { seq: numbering.told + own.count * BETWEEN, at: own.at }
    : { seq: numbering.told, at: numbering.at };
}

/** Whose alone an entry is that is folded into this state; null: all may know of it. */
export function ownerOf(state: DebateState, { author, effect }: LogEntry): string | null {
  switch (effect.type) {
    case 'vote.cast':
    case 'vote.withdrawn':
    case 'link.weighed':
      if (hidesTallies(state)) return author;
      break;
    case 'poll.answered':
      if (hidesAnswers(state)) return author;
      break;
    case 'claim.added':
    case 'comment.added':
    case 'source.added':
      if (effect.veiled) return author;
  }
  if (state.veiled.size === 0) return null;
  const about = effect.type === 'link.added' ? [effect.from, effect.target.id] : [subjectOf(effect)];
  return about.flatMap((id) => veilersOf(state, id))[0] ?? null;
}

/** Is this a number that somebody may have been told? */
export function isTold(seq: number): boolean {
  return seq >= 0 && Number.isSafeInteger(seq / BETWEEN);
}

/** The number an entry of the log has for those who may know of it, and how it is gone on from there. */
export function numberNext(
  state: DebateState,
  numbering: Numbering,
  entry: LogEntry,
): { seq: number; numbering: Numbering } {
  const owner = ownerOf(state, entry);
  const { told, own } = numbering;
  if (owner !== null) {
    const count = (own.get(owner)?.count ?? 0) + 1;
    return {
      seq: told + count * BETWEEN,
      numbering: { ...numbering, own: own.set(owner, { count, at: entry.at }) },
    };
  }
  return {
    seq: told + 1,
    numbering: {
      told: told + 1,
      at: entry.at,
      since: isHushed(state) ? told + 1 : numbering.since,
      own: own.size > 0 ? PersistentMap() : own,
      erasedAt: erasesWords(entry) ? entry.seq : numbering.erasedAt,
    },
  };
}

/** An entry with the number it is told by. */
export function withNumber<T extends EntryFrame>(entry: T, seq: number): T {
  return entry.seq === seq ? entry : { ...entry, seq };
}

/**
 * Which number in the log the entry has that somebody was told as `seq`; null where that is not known, as something was hidden
 * since, or is. What is known then depends on nothing that is hidden.
 */
export function seqInLog(state: DebateState, seq: number): number | null {
  const { numbering } = state;
  if (numbering === null) return seq;
  const isApart = isHushed(state) || seq < numbering.since || seq > numbering.told || !Number.isInteger(seq);
  return isApart ? null : seq + untold(state);
}

/** Entries that led to a state in which nothing is hidden, nor was since before the first of them, as they are told. */
export function numberedAlike(entries: readonly LogEntry[], state: DebateState): LogEntry[] {
  const more = untold(state);
  return entries.map((entry) => withNumber(entry, entry.seq - more));
}

/** By how much numbers in the log are above those told. */
function untold({ seq, numbering }: DebateState): number {
  return numbering === null ? 0 : seq - numbering.told;
}

/** Sequence number in the log of the last entry that erased words; 0: none has. */
export function erasedAtInLog({ numbering, erasedAt }: DebateState): number {
  return numbering?.erasedAt ?? erasedAt;
}

/** Is it an entry of the log, not one of a projection? Only such are folded into a state that numbers them. */
export function asLogged(entry: ProjectedEntry): LogEntry {
  return entry as LogEntry;
}
