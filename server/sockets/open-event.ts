import { ENTRY_SHAPE } from '../../domain/debate/entries.ts';
import { liftEntry } from '../../domain/debate/lift.ts';
import { audienceOf, projectEntries, projectOwn, projectState } from '../../domain/debate/project.ts';
import { type RejectionCode, rejection } from '../../domain/debate/rejections.ts';
import { toSnapshot } from '../../domain/debate/snapshot.ts';
import type { OpenMessage } from '../../domain/protocol/client-messages.ts';
import type { Refusal, Welcome } from '../../domain/protocol/server-messages.ts';
import { PROTOCOL_VERSION } from '../../domain/protocol/version.ts';
import { allows } from '../auth/scopes.ts';
import type { SignedIn } from '../auth/sign-ins.ts';
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

/**
 * Opens a debate on a connection, or catches it up: from here on it gets every frame. What is returned is the last step,
 * to be taken in the very moment of answering: in it nothing waits, so that no entry falls between what is told and what
 * is broadcast, and no frame overtakes the answer. Of several openings on one connection the last one stands.
 */
export async function openDebate(
  parts: OpenParts,
  socket: LiveSocket,
  message: OpenMessage,
): Promise<Refusal | (() => Welcome | Refusal)> {
  if (message.protocol !== PROTOCOL_VERSION) return refusal('protocol_mismatch');
  const { rooms, liveRooms } = parts;
  socket.data.openings += 1;
  const opening = socket.data.openings;
  closeDebate(rooms, liveRooms, socket);
  const room = await rooms.enter(message.debateId);
  if (room === null) return refusal('debate_not_found');
  const leaveOnFault = <T>(error: T): never => {
    rooms.leave(room.id);
    throw error;
  };
  const prepared = await prepare(parts, room, socket.data.person, message).catch(leaveOnFault);
  return () => {
    const overtaken = socket.disconnected || opening !== socket.data.openings;
    if (overtaken || prepared === null) {
      rooms.leave(room.id);
      return refusal(overtaken ? 'unavailable' : 'debate_not_found');
    }
    try {
      return complete(liveRooms, socket, room, message, prepared);
    } catch (error) {
      return leaveOnFault(error);
    }
  };
}

interface Prepared {
  readonly participantId: string | null;
  readonly people: Welcome['people'];
  readonly answers: Welcome['answers'];
  readonly missed: Missed | null;
  readonly rewound: boolean;
}

/** What has to be read from the database first; null where this person may not read. */
async function prepare(
  { participants, log }: OpenParts,
  room: DebateRoom,
  person: SignedIn | null,
  message: OpenMessage,
): Promise<Prepared | null> {
  // Looked at before joining: a private debate is nothing one can join by knowing its address.
  if (
    !mayRead(room.state, null) &&
    !mayRead(room.state, person && (await participants.find(room.id, person)))
  )
    return null;
  const participantId = person && (await enterAs(participants, room, person));
  const people = await participants.namesOf(room.id);
  const answers = participantId ? await answersOf(log, room.id, participantId, message) : [];
  // A client that was on another node may know more than this one has heard of yet.
  const known = Math.max(message.after, ...answers.map(([, answer]) => (answer.ok ? answer.seq : 0)));
  if (known > room.state.seq) await room.catchUp();
  const rewound = await isRewound(log, room, message);
  const missed = rewound ? null : await missedEntries(log, room, message.after);
  return { participantId, people, answers, missed, rewound };
}

/** Which participant somebody is from here on: they join, but by a token that only reads nobody does. */
function enterAs(participants: Participants, room: DebateRoom, person: SignedIn): Promise<string | null> {
  return allows(person, 'write') ? participants.join(room, person) : participants.find(room.id, person);
}

function complete(
  liveRooms: LiveRooms,
  socket: LiveSocket,
  room: DebateRoom,
  message: OpenMessage,
  { participantId, people, answers, missed, rewound }: Prepared,
): Welcome {
  const role = (participantId && room.state.participants.get(participantId)?.role) || null;
  const open = { room, clientId: message.clientId, participantId, audience: audienceOf(role) };
  const live = liveRooms.of(room);
  live.broadcaster.flush();
  const state = welcomeState(open, message.after, missed, rewound);
  enter(socket, open);
  live.presence.set(socket.id, participantId, { at: null, writing: false });
  const present = live.presence.all(open.audience);
  const pointers = live.pointers.all();
  return { ok: true, participantId, people, present, pointers, quiet: live.quiet.on, answers, state };
}

/** Takes a connection out of the debate it has open. */
export function closeDebate(rooms: Rooms, liveRooms: LiveRooms, socket: LiveSocket): void {
  const { open } = socket.data;
  if (open === null) return;
  socket.data.open = null;
  for (const name of channelsOf(open)) void socket.leave(name);
  const { presence, pointers, carets } = liveRooms.of(open.room);
  pointers.remove(socket.id);
  presence.remove(socket.id);
  carets.remove(socket);
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

/**
 * Has the log become another one? What this client knows as the entry `after` is not there, or was written at another time:
 * a database restored from a backup goes on in its own way.
 */
async function isRewound(
  log: OperationLog,
  { id, state }: DebateRoom,
  { after, at }: OpenMessage,
): Promise<boolean> {
  if (after === 0) return false;
  if (after >= state.seq) return after > state.seq || at !== state.at;
  const [entry] = await log.read(id, after - 1, 1);
  return entry?.at !== at;
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
  rewound: boolean,
): Welcome['state'] {
  const { state } = room;
  const entries = (stored ?? [])
    .filter(({ seq }) => seq <= state.seq)
    .map((entry) => liftEntry(entry, ENTRY_SHAPE));
  // More may have been committed while the log was read: then a snapshot tells all of it.
  if (stored === null || after + entries.length !== state.seq) {
    const snapshot = toSnapshot(projectState(state, audience, participantId));
    return { kind: 'snapshot', snapshot, rewound };
  }
  const own = participantId === null ? [] : projectOwn(entries, participantId);
  const projected = projectEntries(entries, state, audience);
  return { kind: 'entries', frame: { after, to: state.seq, at: state.at, entries: projected, own } };
}

function refusal(code: RejectionCode): Refusal {
  return { ok: false, rejection: rejection(code) };
}
