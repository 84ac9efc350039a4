import { randomUUID } from 'node:crypto';
import type { LogEntry } from '#domain/debate/engine/entries.ts';
import {
  type Audience,
  audienceIn,
  projectOwnPart,
  projectStanding,
  projectVotes,
  viewerIn,
} from '#domain/debate/engine/project.ts';
import { refuse } from '#domain/debate/engine/refusal.ts';
import type { RejectionCode } from '#domain/debate/engine/rejections.ts';
import { ratingsOf, votesOf } from '#domain/debate/engine/snapshot.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Names } from '#domain/debate/head/head.ts';
import { namesIn } from '#domain/debate/head/names.ts';
import { mayChangeProjection } from '#domain/debate/participants/access.ts';
import {
  CATCH_UP_RANGE,
  catchUpSeq,
  countSince,
  toLogSeq,
  viewerCursor,
  withAudienceSeqs,
} from '#domain/debate/projection/audience-sequence.ts';
import { projectAuthorship } from '#domain/debate/projection/authorship.ts';
import type { Viewer } from '#domain/debate/visibility/viewer.ts';
import { isActivityHidden } from '#domain/debate/votes/ballots.ts';
import { projectRatings } from '#domain/debate/votes/project-ratings.ts';
import type { OpenMessage } from '#domain/protocol/client-messages.ts';
import type { KnownPerson } from '#domain/protocol/project-people.ts';
import type { AccessDenied, Welcome } from '#domain/protocol/server-messages.ts';
import { PROTOCOL_VERSION } from '#domain/protocol/version.ts';
import type { SentSnapshot } from '#domain/protocol/welcome-wire.ts';
import { allows } from '../../auth/sign-in/scopes.ts';
import type { SignedIn } from '../../auth/sign-in/sign-ins.ts';
import type { DebateRoom } from '../../log/debate-room.ts';
import type { OperationLog } from '../../log/operation-log.ts';
import { readingProblem, readingProblemNow } from '../../log/reading-problem.ts';
import type { Rooms } from '../../log/rooms.ts';
import { firstAnswer, scopedClientId } from '../../log/submission.ts';
import type { Participants } from '../../services/participants/participants.ts';
import type { ReadMarksStore } from '../../services/participants/read-marks.ts';
import { channel, type LiveSocket, type OpenDebate } from '../connection.ts';
import type { GroupWatches } from '../group-watches.ts';
import type { LiveRooms } from '../live-rooms.ts';
import { sharedPeople } from '../shared-people.ts';
import type { SharedSnapshot, SharedSnapshots } from '../shared-snapshots.ts';
import { sharedTail } from '../shared-tail.ts';
import type { SharedWelcome } from '../shared-welcome.ts';
import { announcePresence } from './announce-presence.ts';
import { readAfter, readMissed } from './missed-entries.ts';

export interface OpenParts {
  readonly rooms: Rooms;
  readonly liveRooms: LiveRooms;
  readonly groupWatches: GroupWatches;
  readonly participants: Participants;
  readonly log: OperationLog;
  readonly snapshots: SharedSnapshots;
  readonly seenMarks: ReadMarksStore;
}

/**
 * Opens a debate on a connection, or catches it up: from here on it gets every frame. Returns the last step, to be run at the moment of
 * answering: nothing in it waits, so that no entry falls between what is sent and what is broadcast, and no frame overtakes the answer. If
 * one connection opens several debates, the last one counts. `mayReceive` returns true if this much (characters of JSON) may be sent now,
 * and charges it.
 */
export async function openDebate(
  parts: OpenParts,
  socket: LiveSocket,
  message: OpenMessage,
  mayReceive: (characters: number) => boolean,
): Promise<AccessDenied | (() => SharedWelcome | AccessDenied)> {
  if (message.protocol !== PROTOCOL_VERSION) return refuse('protocol_mismatch');
  const { liveRooms, rooms } = parts;
  socket.data.openings += 1;
  const opening = socket.data.openings;
  closeDebate(parts, socket);
  const found = await parts.participants.findIn(message.debateId, socket.data.person);
  if (found === null) return refuse('debate_not_found');
  const room = await rooms.enter(message.debateId);
  if (room === null) return refuse('debate_not_found');
  const written: LogEntry[] = [];
  const unlisten = room.onEntries((entries) => void written.push(...entries));
  const leave = () => {
    unlisten();
    rooms.leave(room.id);
  };
  const leaveOnFault = <T>(error: T): never => {
    leave();
    throw error;
  };
  const prepared = await prepare(parts, room, { ...found, person: socket.data.person }, message).catch(
    leaveOnFault,
  );
  const turnAway = (code: RejectionCode) => {
    leave();
    return refuse(code);
  };
  return () => {
    if (socket.disconnected || opening !== socket.data.openings) return turnAway('unavailable');
    if (!('participantId' in prepared)) {
      leave();
      return prepared;
    }
    try {
      const { participantId } = prepared;
      // Kept out at this very moment: the client reconnects, and then gets the full refusal.
      if (room.newer) return turnAway('server_outdated');
      if (readingProblem(room.state, participantId)) return turnAway('busy');
      const isStage = message.stage === true;
      // A program that may only read leaves no trace: it isn't present, has no pointer and marks nothing as read.
      const isPresent = !isStage && !readsOnly(socket.data.person);
      const takesPart = isPresent && projectStanding(room.state, participantId)?.membership === 'member';
      const open = {
        room,
        connection: randomUUID(),
        clientId: message.clientId,
        participantId: takesPart ? participantId : null,
        actingParticipantId: isStage ? null : participantId,
        readerParticipantId: participantId,
        audience: isStage ? ('stage' as const) : audienceIn(room.state, participantId),
        isPresent,
      };
      liveRooms.of(room).broadcaster.joining();
      const state = welcomeState(open, prepared, written);
      // A role or the visibility of names changed meanwhile, or more was written than is sent one by one: the client retries in a moment.
      if (state === null) return turnAway('busy');
      if (!mayReceive(lengthOf(state))) return turnAway('too_fast');
      unlisten();
      enter(socket, open);
      return welcome(liveRooms, socket, open, prepared, state);
    } catch (error) {
      // Once entered, it is left as any open debate is.
      if (socket.data.open === null) return leaveOnFault(error);
      closeDebate(parts, socket);
      throw error;
    }
  };
}

interface Prepared {
  readonly participantId: string | null;
  readonly people: readonly KnownPerson[];
  /** How names were shown when these were read. */
  readonly names: Names;
  readonly answers: Welcome['answers'];
  /** The snapshot to send; `null` if entries alone bring this client up to date. */
  readonly snapshot: (SharedSnapshot & { readonly audience: Audience }) | null;
  /** Cursor up to which this client knows everything, with the snapshot if it gets one; and the log entries after it. */
  readonly after: number;
  readonly stored: readonly LogEntry[];
  readonly rewound: boolean;
}

/** The person opening a debate, and the participant they already are, if any. */
interface Opener {
  readonly person: SignedIn | null;
  readonly participantId: string | null;
}

/** Reads everything needed from the database first; or returns why this person may not read. */
async function prepare(
  { participants, log, snapshots }: OpenParts,
  room: DebateRoom,
  { person, participantId: participant }: Opener,
  message: OpenMessage,
): Promise<Prepared | AccessDenied> {
  // Checked before joining: knowing the address of a private debate isn't enough to join it.
  const problem = await readingProblemNow(room, participant);
  if (problem) {
    const standing = projectStanding(room.state, participant);
    if (!participant || !standing) return refuse(problem);
    return { ...refuse(problem), standing, answers: await answersOf(log, room.id, participant, message) };
  }
  const isStage = message.stage === true;
  // A stage or a read-only token never joins.
  const joins = !isStage && person !== null && allows(person, 'write');
  const participantId = joins
    ? await participants.join(room, person, { rejoins: message.rejoins ?? false, known: participant })
    : participant;
  const names = namesIn(room.state);
  const people = await participants.namesOf(room);
  const answers = participantId && !isStage ? await answersOf(log, room.id, participantId, message) : [];
  // A client that was on another node may know more than this node has received yet.
  const known = Math.max(message.after, ...answers.map(([, answer]) => (answer.ok ? answer.seq : 0)));
  const viewerNow = () => viewerOf(room.state, participantId, isStage);
  if (known > viewerCursor(room.state, viewerNow()).seq) await room.catchUp();
  const viewer = viewerNow();
  const rewound = await isRewound(log, room, message, viewer);
  const audience = isStage ? 'stage' : audienceIn(room.state, participantId);
  const missed = await readMissed(room, message.after, viewer);
  const sawOthers = missed?.some((entry) => mayChangeProjection(entry, participantId));
  // An older snapshot is useless to a client that knows more.
  const since = sawOthers ? message.after : 0;
  const shared = rewound || !missed || sawOthers ? await snapshots.of(room, audience, viewer, since) : null;
  const after = shared ? viewerCursor(shared.state, viewer).seq : message.after;
  const read = shared ? await readAfter(room, after, viewer, Number.POSITIVE_INFINITY) : missed;
  return {
    participantId,
    people,
    names,
    answers,
    snapshot: shared && { ...shared, audience },
    after,
    stored: read ?? [],
    rewound,
  };
}

/** The viewer; a stage has no participant. */
function viewerOf(state: DebateState, participantId: string | null, isStage: boolean): Viewer {
  return isStage ? viewerIn('stage', null) : viewerIn(audienceIn(state, participantId), participantId);
}

/** True for a program whose token only allows reading. */
function readsOnly(person: SignedIn | null): boolean {
  return person !== null && !allows(person, 'write') && !allows(person, 'moderate');
}

/** Returns the answer to a connection that has entered. */
function welcome(
  liveRooms: LiveRooms,
  socket: LiveSocket,
  open: OpenDebate,
  { people, answers }: Prepared,
  state: SharedWelcome['state'],
): SharedWelcome {
  const { actingParticipantId: participantId } = open;
  const standing = projectStanding(open.room.state, participantId);
  const live = liveRooms.of(open.room);
  announcePresence(live.presence, open, { at: null, writing: false });
  const here = live.presence.welcome(open.audience);
  const pointers = live.pointers.welcome(socket.id, open.participantId !== null);
  const pointersMuted = live.quiet.on;
  const projected = sharedPeople(people, open.room.state, open.audience, participantId);
  return {
    ok: true,
    participantId,
    standing,
    people: projected,
    present: here.here,
    ...(here.count !== undefined && { count: here.count }),
    pointers,
    pointersMuted,
    answers,
    state,
  };
}

/** Closes the debate a connection has open. */
export function closeDebate(
  { rooms, liveRooms, groupWatches }: Pick<OpenParts, 'rooms' | 'liveRooms' | 'groupWatches'>,
  socket: LiveSocket,
): void {
  const { open } = socket.data;
  if (open === null) return;
  socket.data.open = null;
  for (const name of channelsOf(open)) void socket.leave(name);
  groupWatches.unwatch(socket, open.room.id);
  const { presence, pointers, carets } = liveRooms.of(open.room);
  pointers.remove(open.connection);
  pointers.forget(socket.id);
  presence.remove(open.connection);
  presence.forget(socket.id);
  carets.remove(socket, open.connection);
  rooms.leave(open.room.id);
}

function enter(socket: LiveSocket, open: OpenDebate): void {
  socket.data.open = open;
  for (const name of channelsOf(open)) void socket.join(name);
}

function channelsOf({ room, audience, participantId, actingParticipantId }: OpenDebate): string[] {
  const channels = [channel.debate(room.id), channel.audience(room.id, audience)];
  if (actingParticipantId !== null) channels.push(channel.participant(room.id, actingParticipantId));
  if (participantId !== null) channels.push(channel.participants(room.id));
  return channels;
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
 * True if the log was replaced: the entry this client knows as `after` is missing, or was written at another time. A database restored from
 * a backup continues differently.
 */
async function isRewound(
  log: OperationLog,
  { id, state }: DebateRoom,
  { after, at }: OpenMessage,
  viewer: Viewer,
): Promise<boolean> {
  if (after === 0) return false;
  const place = viewerCursor(state, viewer);
  if (after >= place.seq) return after > place.seq || at !== place.at;
  // Too far back to compare, even if the numbers are still kept: send a snapshot, and have the client resubmit.
  if (place.seq - after > CATCH_UP_RANGE) return true;
  // Only moderators may ask for the numbers between whole ones.
  const seq = viewer.seesAll || Number.isInteger(after) ? toLogSeq(state, after) : null;
  // Its position is no longer known: no entries are sent from there; the client gets a full snapshot.
  if (seq === null) return false;
  const [entry] = await log.read(id, seq - 1, 1);
  return entry?.at !== at;
}

/** The update for a client, from the read state and the entries `written` meanwhile; `null` if that is incomplete. */
function welcomeState(
  { room, audience, actingParticipantId: participantId }: OpenDebate,
  { snapshot, after, stored, rewound, names }: Prepared,
  written: readonly LogEntry[],
): SharedWelcome['state'] | null {
  const { state } = room;
  const viewer = viewerIn(audience, participantId);
  const cursor = viewerCursor(state, viewer);
  // Words were erased since the data to send was made.
  if (after < state.erasedAt || (snapshot && snapshot.audience !== audience)) return null;
  if (namesIn(state) !== names || (snapshot && namesIn(snapshot.state) !== names)) return null;
  if (isActivityHidden(state)) {
    // No entries are sent one by one, since that would depend on what is hidden: what everyone may know is known already, or in the
    // snapshot.
    const all = viewerIn(audience, null);
    const isUpToDate = snapshot
      ? viewerCursor(snapshot.state, all).seq === viewerCursor(state, all).seq
      : after === cursor.seq;
    if (!isUpToDate) return null;
    const frame = { after: cursor.seq, to: cursor.seq, at: cursor.at, entries: [], own: [] };
    return snapshot
      ? { ...packedFor(state, audience, participantId), packed: snapshot.packed, cursor, frame, rewound }
      : { kind: 'entries', frame };
  }
  // Their own entries since come in a snapshot.
  const from = catchUpSeq(state, after, viewer);
  if (from === null) return null;
  const tail = sharedTail(state, audience, from, () => entriesSince(state, after, viewer, stored, written));
  if (tail === null) return null;
  const { entries } = tail;
  if (!snapshot && entries.some((entry) => mayChangeProjection(entry, participantId))) return null;
  const frame = { after, to: cursor.seq, at: cursor.at, ...tail.as(participantId) };
  if (snapshot === null) return { kind: 'entries', frame };
  const mine = packedFor(snapshot.state, audience, participantId);
  const began = viewerCursor(snapshot.state, viewer);
  return { ...mine, packed: snapshot.packed, cursor: began, frame, rewound };
}

/** A person's own data, sent beside a snapshot shared by their audience. */
function packedFor(
  state: DebateState,
  audience: Audience,
  participantId: string | null,
): Pick<SentSnapshot, 'kind' | 'votes' | 'ratings' | 'fragment' | 'authorship'> {
  return {
    kind: 'packed',
    votes: votesOf(projectVotes(state, audience, participantId)),
    ratings: ratingsOf(projectRatings(state, viewerIn(audience, participantId))),
    fragment: projectOwnPart(state, audience, participantId),
    authorship: projectAuthorship(state, audience, participantId),
  };
}

/** Entries after cursor `after`, with the viewer's numbers; `null`: what was read is incomplete. */
function entriesSince(
  state: DebateState,
  after: number,
  viewer: Viewer,
  stored: readonly LogEntry[],
  written: readonly LogEntry[],
): LogEntry[] | null {
  const from = catchUpSeq(state, after, viewer);
  if (from === null) return null;
  const read = stored.filter(({ seq }) => seq > from && seq <= state.seq);
  const readTo = read.at(-1)?.seq ?? from;
  const entries = withAudienceSeqs([...read, ...written.filter(({ seq }) => seq > readTo)], state, viewer);
  return entries.length === countSince(state, after, viewer) ? entries : null;
}

/** Approximate characters of JSON in an entry; nobody is charged for the length of other people's text. */
const ENTRY = 300;

function lengthOf(state: SharedWelcome['state']): number {
  return state.frame.entries.length * ENTRY + (state.kind === 'packed' ? state.packed.length : 0);
}
