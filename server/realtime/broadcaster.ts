import type { LogEntry, ProjectedEntry } from '../../domain/debate/engine/entries.ts';
import {
  AUDIENCES,
  type Audience,
  projectEntries,
  projectOwn,
  viewerIn,
} from '../../domain/debate/engine/project.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';
import {
  entriesFor,
  type NumberedEntry,
  numberForAudience,
} from '../../domain/debate/projection/audience-entries.ts';
import { viewerCursor } from '../../domain/debate/projection/audience-sequence.ts';
import { participantsWithOwnEntries } from '../../domain/debate/projection/own-again.ts';
import { participantsWithOwnFrame } from '../../domain/debate/projection/reprojected.ts';
import type { Viewer } from '../../domain/debate/visibility/viewer.ts';
import { isActivityHidden } from '../../domain/debate/votes/ballots.ts';
import type { Frame, Person } from '../../domain/protocol/server-messages.ts';
import type { DebateRoom } from '../log/debate-room.ts';
import { isUnhurried } from '../log/is-unhurried.ts';
import { type Meters, NO_METERS } from '../metrics/meters.ts';
import { nextTurn } from '../timing/next-turn.ts';
import { beginAll, type Span } from '../tracing/traces.ts';
import { AudienceFrame } from './audience-frame.ts';
import { channel, type LiveServer, type LiveSocket } from './connection.ts';
import { endConnection } from './end-connections.ts';
import { type NamesToSend, namesFor, sendOwnNames } from './send-people.ts';

/** Connections from which a room counts as a crowd. */
const CROWD = 50;
/** Milliseconds to batch a crowd's votes and arrivals while nothing else happens: 0.2 per connection. */
const BATCHED = { shortest: 80, longest: 250, each: 1 / 5 };

/** Largest share of the time spent sending; entries that arrive meanwhile are joined into the next frame. */
const SENDING_SHARE = 1 / 4;
/** Maximum milliseconds that entries wait because of that. */
const LONGEST_WAIT = 100;
/** Milliseconds for a turn of frames that differ by person, but for the last of them: hundreds may have hundreds of entries of their own. */
const TURN = 10;

/**
 * Broadcasts a debate's entries to its connections: one frame per audience, encoded once for all its connections except those of people who
 * see what is hidden from others. While the room is quiet each entry is sent at once; the more sending costs, the more entries share a
 * frame; and when a crowd votes, one frame carries many votes. In a blind phase nobody gets a frame that would only show that something was
 * done.
 */
export class Broadcaster {
  readonly #room: DebateRoom;
  readonly #io: LiveServer;
  readonly #sharedFrames: boolean;
  readonly #meters: Meters;
  #waiting: LogEntry[] = [];
  /** When the first of them was committed, in milliseconds of a monotonic clock. */
  #waitingSince = 0;
  /** The traced deliveries of these: each ends with its frame. */
  #traced: ReturnType<typeof beginAll>[] = [];
  /** Names to send before the waiting entries. */
  #names: NamesToSend[] = [];
  /** The state when everything before the waiting entries was sent, and the current state. */
  #before: DebateState;
  #state: DebateState;
  /** Cursor up to which each audience was sent everything, where it is ahead of `#before` because later entries had nothing for it. */
  readonly #sentUpTo = new Map<Audience, number>();
  #scheduled: NodeJS.Timeout | NodeJS.Immediate | null = null;
  /** True while all waiting entries can be batched. */
  #isGathering = false;
  #notBefore = 0;
  /** True while frames that differ by person are on their way: what is committed meanwhile comes after them. */
  #isSending = false;

  /** `sharedFrames`: write one frame, made once, to all idle connections instead of emitting to each. */
  constructor(room: DebateRoom, io: LiveServer, sharedFrames: boolean, meters = NO_METERS) {
    this.#meters = meters;
    this.#room = room;
    this.#io = io;
    this.#sharedFrames = sharedFrames;
    this.#state = room.state;
    this.#before = room.state;
    room.onEntries((entries, state, spans) => this.#take(entries, state, spans));
  }

  /** Queues people's names, sent before the entries of their joining and at the same pace. */
  name(names: NamesToSend): void {
    this.#names.push(names);
    if (!this.#scheduled && !this.#isSending) this.#schedule(true);
  }

  /**
   * Call before a connection joins: flushes what waits, so that the connection starts at the next frame. A crowd isn't flushed,
   * since each arrival would send a frame to everyone, and nothing is while a frame is on its way; the newcomer skips the entries it
   * already has.
   */
  joining(): void {
    const hasMore = this.#waiting.length > 0 || this.#names.length > 0;
    if (hasMore && !this.#isSending && this.#connections() < CROWD) this.#flush();
  }

  #flush(): void {
    this.#unschedule();
    const [entries, names, before] = [this.#waiting, this.#names, this.#before];
    this.#waiting = [];
    this.#names = [];
    this.#before = this.#state;
    try {
      this.#send(entries, names, before);
    } catch (error) {
      this.#giveUp(error);
    }
  }

  /** Something can't be sent: connections open the debate again, and what comes from now on is sent as ever. */
  #giveUp(error: unknown): void {
    this.#isSending = false;
    this.#waiting = [];
    this.#names = [];
    this.#before = this.#state;
    this.#sentUpTo.clear();
    for (const end of this.#traced.splice(0)) end();
    this.#room.fault(error);
  }

  #send(entries: readonly LogEntry[], names: readonly NamesToSend[], before: DebateState): void {
    const started = performance.now();
    const numbered = numberForAudience(before, entries, this.#state);
    const knowers = numbered.flatMap((one) => one.knowers?.persons ?? []);
    const persons = {
      apart: new Set([...participantsWithOwnFrame(entries, this.#state), ...knowers]),
      withOwn: participantsWithOwnEntries(entries, this.#state),
      // They wait for a frame, even one without entries.
      asked: new Set(entries.flatMap(({ actor, author }) => [actor, author])),
    };
    sendOwnNames(this.#io, { id: this.#room.id, state: this.#state }, names);
    const project = projectionsOf(numbered, this.#state);
    const apart: (() => void)[] = [];
    for (const audience of AUDIENCES) {
      const people = namesFor(audience, names, this.#state);
      const after = this.#sentUpTo.get(audience) ?? viewerCursor(before, viewerIn(audience, null)).seq;
      apart.push(...this.#sendTo(audience, people, after, project, persons));
    }
    const [traced, waitingSince] = [this.#traced.splice(0), this.#waitingSince];
    this.#isSending = true;
    const sent = () => {
      this.#isSending = false;
      for (const end of traced) end({ 'parley.connections': this.#connections() });
      const took = performance.now() - started;
      if (entries.length > 0) this.#meters.broadcast(performance.now() - waitingSince);
      this.#notBefore = performance.now() + Math.min(LONGEST_WAIT, took * (1 / SENDING_SHARE - 1));
      if (this.#waiting.length > 0 || this.#names.length > 0)
        this.#schedule(this.#waiting.every(({ effect }) => isUnhurried(effect.type)));
    };
    inTurns(apart, sent);
  }

  #take(entries: readonly LogEntry[], state: DebateState, spans: readonly Span[]): void {
    if (spans.length > 0) this.#traced.push(beginAll(spans, 'deliver'));
    if (this.#waiting.length === 0) this.#waitingSince = performance.now();
    this.#waiting.push(...entries);
    this.#state = state;
    if (this.#isSending) return;
    const mayWait = entries.every(({ effect }) => isUnhurried(effect.type));
    if (this.#scheduled && (mayWait || !this.#isGathering)) return;
    this.#unschedule();
    this.#schedule(mayWait);
  }

  #schedule(mayGather: boolean): void {
    const connections = this.#connections();
    this.#isGathering = mayGather && connections >= CROWD;
    const { shortest, longest, each } = BATCHED;
    const gathered = this.#isGathering ? Math.min(longest, Math.max(shortest, connections * each)) : 0;
    const wait = Math.max(this.#notBefore - performance.now(), gathered);
    const send = () => this.#flush();
    // `setImmediate`: answers to the operations just committed are written before the frame that holds them.
    this.#scheduled = wait <= 0 ? setImmediate(send) : setTimeout(send, wait);
  }

  #unschedule(): void {
    clearTimeout(this.#scheduled as NodeJS.Timeout);
    clearImmediate(this.#scheduled as NodeJS.Immediate);
    this.#scheduled = null;
  }

  #connections(): number {
    return this.#io.of('/').adapter.rooms.get(channel.debate(this.#room.id))?.size ?? 0;
  }

  /** Sends an audience its frame. Returns jobs that send it to people who get another one, or entries of their own in it. */
  #sendTo(
    audience: Audience,
    people: readonly Person[],
    after: number,
    project: (audience: Audience) => Projection,
    { apart, withOwn, asked }: Persons,
  ): (() => void)[] {
    const state = this.#state;
    const to = channel.audience(this.#room.id, audience);
    const { adapter, sockets } = this.#io.of('/');
    const connections = adapter.rooms.get(to);
    if (!connections) {
      this.#sentUpTo.delete(audience);
      return [];
    }
    const { toAll, projected, numbered } = project(audience);
    const all = viewerIn(audience, null);
    const isSentNothing = toAll.length === 0 || (isActivityHidden(state) && projected.length === 0);
    if (!isSentNothing) this.#sentUpTo.delete(audience);
    else if (numbered.length > 0) this.#sentUpTo.set(audience, after);
    const message = { ...frameUpTo(state, all, after), entries: projected };
    const shared = new AudienceFrame(people, isSentNothing ? null : message, this.#sharedFrames);
    const apartOf = new Map<string, Opened[]>();
    const ownOf = new Map<string, Opened[]>();
    for (const socketId of connections) {
      const socket = sockets.get(socketId);
      if (!socket) continue;
      // Includes a participant who was removed: they may see their own text, as when they open the debate.
      const { open } = socket.data;
      const person = open?.actingParticipantId ?? null;
      if (person !== null && (apart.has(person) || (isSentNothing && asked.has(person)))) {
        shared.sendNames(socket);
        apartOf.set(person, [...(apartOf.get(person) ?? []), { socket, open }]);
      } else if (person !== null && withOwn.has(person)) {
        ownOf.set(person, [...(ownOf.get(person) ?? []), { socket, open }]);
      } else {
        shared.sendTo(socket);
      }
    }
    const toOwn = [...ownOf].map(([person, theirs]) =>
      this.#guarded(theirs, () => {
        const own = projectOwn(toAll, state, audience, person);
        for (const socket of stillOpen(theirs)) shared.sendTo(socket, own);
      }),
    );
    const toApart = [...apartOf].map(([person, theirs]) =>
      this.#guarded(theirs, () => {
        const viewer = viewerIn(audience, person);
        const entries = entriesFor(numbered, viewer);
        const seen = projectEntries(entries, state, audience, person);
        const own = projectOwn(entries, state, audience, person);
        if (isSentNothing && seen.length + own.length === 0 && !asked.has(person)) return;
        const frame = { ...frameUpTo(state, viewer, after), entries: seen, own };
        for (const socket of stillOpen(theirs)) socket.emit('frame', frame);
      }),
    );
    return [...toOwn, ...toApart];
  }

  /** A job that sends one person their frame: if it can't, their connections alone open the debate again. */
  #guarded(theirs: readonly Opened[], send: () => void): () => void {
    return () => {
      try {
        send();
      } catch (error) {
        this.#room.report(error);
        for (const socket of stillOpen(theirs)) endConnection(socket);
      }
    };
  }
}

/** A connection, and the debate it had open when a frame was begun. */
interface Opened {
  readonly socket: LiveSocket;
  readonly open: LiveSocket['data']['open'];
}

/** The connections that have not opened a debate since, with newer entries. */
function stillOpen(connections: readonly Opened[]): LiveSocket[] {
  return connections.filter(({ socket, open }) => socket.data.open === open).map(({ socket }) => socket);
}

/** Entries as an audience gets them. */
interface Projection {
  readonly numbered: readonly NumberedEntry[];
  readonly toAll: readonly LogEntry[];
  readonly projected: readonly ProjectedEntry[];
}

/** Projects entries for audiences, once for all that see the same. */
function projectionsOf(
  numbered: readonly NumberedEntry[],
  state: DebateState,
): (audience: Audience) => Projection {
  const known = new Map<boolean, Projection>();
  return (audience) => {
    const viewer = viewerIn(audience, null);
    const before = known.get(viewer.seesAll);
    if (before) return before;
    const toAll = entriesFor(numbered, viewer);
    const projection = { numbered, toAll, projected: projectEntries(toAll, state, audience) };
    known.set(viewer.seesAll, projection);
    return projection;
  };
}

/** Runs jobs, which never throw, in turns of the event loop, then `done`: in this turn, if they are few. */
function inTurns(jobs: readonly (() => void)[], done: () => void, from = 0): void {
  const until = performance.now() + TURN;
  for (let next = from; next < jobs.length; next += 1) {
    if (next > from && performance.now() >= until)
      return void nextTurn().then(() => inTurns(jobs, done, next));
    jobs[next]?.();
  }
  done();
}

/** People who get entries differently from the rest of their audience. */
interface Persons {
  /** They see other entries. */
  readonly apart: ReadonlySet<string>;
  /** They also get separate entries. */
  readonly withOwn: ReadonlySet<string>;
  /** They wrote some of the entries. */
  readonly asked: ReadonlySet<string>;
}

function frameUpTo(state: DebateState, viewer: Viewer, after: number): Pick<Frame, 'after' | 'to' | 'at'> {
  const { seq, at } = viewerCursor(state, viewer);
  return { after, to: seq, at };
}
