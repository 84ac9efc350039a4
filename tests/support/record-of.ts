import { expect } from 'vitest';
import { meetingsOf } from '#domain/debate/meetings/meetings.ts';
import {
  beginNotes,
  CONCLUSION_TURNS,
  noteConclusionBefore,
  noteEntry,
} from '#domain/meeting/meeting-notes.ts';
import { type MeetingRecord, meetingRecord } from '#domain/meeting/meeting-record.ts';
import type { DebateBuilder } from './debate-builder.ts';

/** The record of a debate's last meeting, for one of its people or a reader (`null`). */
export function recordOf(debate: DebateBuilder, who: string | null): MeetingRecord {
  const view = debate.projection(who);
  const meeting = meetingsOf(view).at(-1) ?? expect.fail('no meeting');
  const notes = beginNotes();
  const types = debate.entries.map(({ effect }) => effect.type);
  const [begun, ended] = [types.lastIndexOf('meeting.started'), types.lastIndexOf('meeting.ended')];
  const isTurn = (type: string) => CONCLUSION_TURNS.some((turn) => turn === type);
  noteConclusionBefore(
    notes,
    debate.entries.slice(0, begun).findLast(({ effect }) => isTurn(effect.type)),
  );
  for (const entry of debate.entries.slice(begun, ended < begun ? undefined : ended + 1))
    noteEntry(notes, entry);
  return meetingRecord(meeting, notes, view);
}
