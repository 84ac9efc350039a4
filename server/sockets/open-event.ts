import { ENTRY_SHAPE } from '../../domain/debate/entries.ts';
import { liftEntry } from '../../domain/debate/lift.ts';
import { audienceOf, projectEntries, projectOwn, projectState } from '../../domain/debate/project.ts';
import { type RejectionCode, rejection } from '../../domain/debate/rejections.ts';
import { toSnapshot } from '../../domain/debate/snapshot.ts';
import type { OpenMessage } from '../../domain/protocol/client-messages.ts';
import type { Refusal, Welcome } from '../../domain/protocol/server-messages.ts';
import { PROTOCOL_VERSION } from '../../domain/protocol/version.ts';
import type { DebateRoom } from '../log/debate-room.ts';
import { firstAnswer } from '../log/debate-room.ts';
import type { OperationLog } from '../log/operation-log.ts';
import type { Rooms } from '../log/rooms.ts';
import { scopedClientId } from '../log/submission.ts';
import { mayRead } from '../use-cases/debates.ts';
import type { Participants } from '../use-cases/participants.ts';
import { channel, type LiveSocket, type OpenDebate } from './connection.ts';
import type { LiveRooms } from './live-rooms.ts';

/** Entries told one by one when catching up; further behind, a snapshot is smaller. */
const CATCH_UP = 500;

export interface OpenParts {
  readonly rooms: Rooms;
  readonly liveRooms: LiveRooms;
  readonly participants: Participants;
  readonly log: OperationLog;
}

/** Opens a debate on a connection, or catches it up: from here on it gets every frame. */
export async function openDebate(
  { rooms, liveRooms, participants, log }: OpenParts,
  socket: LiveSocket,
  message: OpenMessage,
): Promise<Welcome | Refusal> {
  if (message.protocol !== PROTOCOL_VERSION) return refusal('protocol_mismatch');
  closeDebate(rooms, liveRooms, socket);
  const room = await rooms.enter(message.debateId);
  if (room === null) return refusal('debate_not_found');
  try {
    const { person } = socket.data;
    const participantId = person && (await participants.join(room, person));
    if (!mayRead(room.state, participantId)) {
      rooms.leave(room.id);
      return refusal('debate_not_found');
    }
    const people = await participants.namesOf(room.id);
    const answers = participantId ? await answersOf(log, room.id, participantId, message) : [];
    const stored = await missedEntries(log, room, message.after);
    // From here to the answer nothing waits: no entry falls between what is told and what is broadcast.
    if (socket.disconnected || socket.data.open !== null)
      throw new Error('The connection went on without this answer');
    const role = (participantId && room.state.participants.get(participantId)?.role) || null;
    const open = { room, clientId: message.clientId, participantId, audience: audienceOf(role) };
    const live = liveRooms.of(room);
    live.broadcaster.flush();
    const state = welcomeState(open, message.after, stored);
    enter(socket, open);
    live.presence.set(socket.id, participantId, { at: null, writing: false });
    return { ok: true, participantId, people, present: live.presence.all(), answers, state };
  } catch (error) {
    rooms.leave(room.id);
    throw error;
  }
}

/** Takes a connection out of the debate it has open. */
export function closeDebate(rooms: Rooms, liveRooms: LiveRooms, socket: LiveSocket): void {
  const { open } = socket.data;
  if (open === null) return;
  socket.data.open = null;
  for (const name of channelsOf(open)) void socket.leave(name);
  liveRooms.of(open.room).presence.remove(socket.id);
  rooms.leave(open.room.id);
}

function enter(socket: LiveSocket, open: OpenDebate): void {
  socket.data.open = open;
  for (const name of channelsOf(open)) void socket.join(name);
}

function channelsOf({ room, audience, participantId }: OpenDebate): string[] {
  const channels = [channel.debate(room.id), channel.audience(room.id, audience)];
  return participantId === null ? channels : [...channels, channel.participant(room.id, participantId)];
}

async function answersOf(
  log: OperationLog,
  debateId: string,
  participantId: string,
  { clientId, unanswered }: OpenMessage,
): Promise<Welcome['answers']> {
  if (unanswered.length === 0) return [];
  const scoped = scopedClientId(participantId, clientId);
  const stored = await log.answers(
    debateId,
    unanswered.map((clientSeq) => ({ clientId: scoped, clientSeq })),
  );
  return stored.map((answer) => [answer.clientSeq, firstAnswer(answer, answer.hash)] as const);
}

type Missed = Awaited<ReturnType<OperationLog['read']>>;

/** What a client has missed, if that is little enough to be told entry by entry; null where a snapshot serves better. */
async function missedEntries(log: OperationLog, room: DebateRoom, after: number): Promise<Missed | null> {
  const behind = room.state.seq - after;
  if (after === 0 || behind < 0 || behind > CATCH_UP) return null;
  return behind === 0 ? [] : log.read(room.id, after, CATCH_UP);
}

function welcomeState(
  { room, audience, participantId }: OpenDebate,
  after: number,
  stored: Missed | null,
): Welcome['state'] {
  const { state } = room;
  const entries = (stored ?? [])
    .filter(({ seq }) => seq <= state.seq)
    .map((entry) => liftEntry(entry, ENTRY_SHAPE));
  // More may have been committed while the log was read: then a snapshot tells all of it.
  if (stored === null || after + entries.length !== state.seq) {
    return { kind: 'snapshot', snapshot: toSnapshot(projectState(state, audience, participantId)) };
  }
  const own = participantId === null ? [] : projectOwn(entries, participantId);
  const projected = projectEntries(entries, state, audience);
  return { kind: 'entries', frame: { after, to: state.seq, entries: projected, own } };
}

function refusal(code: RejectionCode): Refusal {
  return { ok: false, rejection: rejection(code) };
}
