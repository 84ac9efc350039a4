import { ENTRY_SHAPE } from '../../domain/debate/entries.ts';
import { liftEntry } from '../../domain/debate/lift.ts';
import { meetingsOf } from '../../domain/debate/meetings.ts';
import type { Meeting } from '../../domain/debate/records/meeting.ts';
import type { DebateState } from '../../domain/debate/state.ts';
import { beginNotes, type MeetingNotes, noteEntry } from '../../domain/meeting/meeting-notes.ts';
import { type MeetingRecord, meetingRecord } from '../../domain/meeting/meeting-record.ts';
import type { Person } from '../../domain/protocol/server-messages.ts';
import type { SignedIn } from '../auth/sign-ins.ts';
import type { OperationLog } from '../log/operation-log.ts';
import type { Debates, NotRead } from './debates.ts';

/** Entries read from the log at once. */
const PAGE = 2_000;

/** A meeting's record, and the debate as its reader may see it, with what people are called for them. */
export interface ReadRecord {
  readonly ok: true;
  readonly record: MeetingRecord;
  readonly view: DebateState;
  readonly people: readonly Person[];
}

/** What came of a debate's meetings, for whoever may read the debate. */
export class Meetings {
  readonly #log: OperationLog;
  readonly #debates: Debates;

  constructor(log: OperationLog, debates: Debates) {
    this.#log = log;
    this.#debates = debates;
  }

  /** The record of the meeting of a number; null where there is none. */
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
    const notes = await this.#notesOf(debateId, meeting);
    return { ok: true, record: meetingRecord(meeting, notes, view), view, people: opening.people };
  }

  /** Of its stretch, as far as it is written. It begins at its number or after it: the log counts more than people are told. */
  async #notesOf(debateId: string, { from, startedAt }: Meeting): Promise<MeetingNotes> {
    const notes = beginNotes();
    let isOn = false;
    for (let after = from - 1; ; ) {
      const page = await this.#log.read(debateId, after, PAGE);
      for (const stored of page) {
        const entry = liftEntry(stored, ENTRY_SHAPE);
        if (isOn && entry.effect.type === 'meeting.ended') return notes;
        if (isOn) noteEntry(notes, entry);
        isOn ||= entry.effect.type === 'meeting.started' && entry.at === startedAt;
      }
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) return notes;
      after = last.seq;
    }
  }
}
