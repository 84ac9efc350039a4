import type { LogEntry } from '#domain/debate/engine/entries.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Meeting } from '#domain/debate/meetings/meeting.ts';
import { meetingsOf } from '#domain/debate/meetings/meetings.ts';
import { shortNames } from '#domain/debate/participants/namesakes.ts';
import {
  beginNotes,
  CONCLUSION_TURNS,
  type MeetingNotes,
  noteConclusionBefore,
  noteEntry,
  notePhaseBefore,
  PHASE_TURN,
} from '#domain/meeting/meeting-notes.ts';
import { type MeetingRecord, meetingRecord } from '#domain/meeting/meeting-record.ts';
import type { SignedIn } from '../../auth/sign-in/sign-ins.ts';
import { entriesAfter } from '../../log/entries-after.ts';
import type { OperationLog } from '../../log/operation-log.ts';
import { refuseNewer } from '../../log/refuse-newer.ts';
import { newestEntries } from '../../log/searched-entries.ts';
import { readHiddenStretches } from '../analysis/vote-times.ts';
import type { Debates, NotRead } from '../debates/debates.ts';

/** A number above any log's head. */
const ALL = 2 ** 31 - 1;
const MEETING_TURNS = ['meeting.started', 'meeting.ended'];

/** A meeting's record, and the debate as its reader may see it. */
export interface ReadRecord {
  readonly ok: true;
  readonly record: MeetingRecord;
  readonly view: DebateState;
  /** People's names by id, as in files: moderators hand their record out. */
  readonly names: ReadonlyMap<string, string>;
}

/** The records of a debate's meetings, for people who may read the debate. */
export class Meetings {
  readonly #log: OperationLog;
  readonly #debates: Debates;

  constructor(log: OperationLog, debates: Debates) {
    this.#log = log;
    this.#debates = debates;
  }

  /** The record of the meeting with a number; `null` if there is none. */
  async record(
    debateId: string,
    number: string,
    person: SignedIn | null,
  ): Promise<ReadRecord | NotRead | null> {
    const read = await this.#debates.read(debateId, person);
    if (!read.ok) return read;
    const { view, opening } = read;
    const meeting = meetingsOf(view).find(({ id }) => id === number);
    if (!meeting) return null;
    return refuseNewer(async () => {
      const notes = await this.#notesOf(debateId, meeting);
      const names = shortNames(opening.people, view.participants);
      return { ok: true, record: meetingRecord(meeting, notes, view), view, names };
    });
  }

  /**
   * The notes of the meeting's time, as far as it is written. Votes cast while tallies were hidden are only included if the whole meeting
   * was hidden: otherwise the record would show when they were cast.
   */
  async #notesOf(debateId: string, { id, startedAt }: Meeting): Promise<MeetingNotes> {
    const notes = beginNotes();
    const types = [...MEETING_TURNS, ...CONCLUSION_TURNS, PHASE_TURN];
    const head = (await this.#log.heads([debateId])).get(debateId)?.head ?? 0;
    const turns: LogEntry[] = [];
    for await (const entries of newestEntries(this.#log, debateId, head, { types, by: null, always: [] }))
      turns.push(...entries);
    turns.reverse();
    // By its number: `from` and `to` are numbers of an audience, and two meetings may have begun in one millisecond.
    const start = turns.filter(({ effect }) => effect.type === 'meeting.started')[Number(id) - 1]?.seq ?? ALL;
    const end =
      turns.find(({ seq, effect }) => seq > start && MEETING_TURNS.includes(effect.type))?.seq ?? head + 1;
    const { stretches } = await readHiddenStretches(this.#log, debateId, head);
    const hidden = stretches.filter(({ from, shown }) => from <= start || (shown?.seq ?? ALL) >= end);
    const isHidden = (seq: number) =>
      hidden.some(({ from, shown }) => from < seq && seq < (shown?.seq ?? ALL));
    const lastBefore = (types: readonly string[]) =>
      turns.findLast(({ seq, effect }) => seq < start && types.includes(effect.type));
    noteConclusionBefore(notes, lastBefore(CONCLUSION_TURNS));
    notePhaseBefore(notes, lastBefore([PHASE_TURN]), startedAt);
    notes.hasHiddenVotes = hidden.some(({ from, shown }) => from < end && (shown?.seq ?? ALL) > start);
    for await (const entries of entriesAfter(this.#log, debateId, start, end - 1))
      for (const entry of entries) {
        const isVote = entry.effect.type === 'vote.cast' || entry.effect.type === 'vote.withdrawn';
        if (!isVote || !isHidden(entry.seq)) noteEntry(notes, entry);
      }
    return notes;
  }
}
