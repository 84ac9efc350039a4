import type { LogEntry } from '#domain/debate/engine/entries.ts';
import { audienceIn, viewerIn } from '#domain/debate/engine/project.ts';
import { type Refusal, refuse } from '#domain/debate/engine/refusal.ts';
import { ratingsOf, votesOf } from '#domain/debate/engine/snapshot.ts';
import { type DebateState, EMPTY_STATE } from '#domain/debate/engine/state.ts';
import { isAnonymous } from '#domain/debate/head/names.ts';
import { erasedAtInLog } from '#domain/debate/projection/audience-sequence.ts';
import { dependsOn, isHiddenFrom } from '#domain/debate/visibility/hidden-content.ts';
import { NOBODY, type Viewer } from '#domain/debate/visibility/viewer.ts';
import {
  type ActivityItem,
  type ActivityKind,
  canBeNamed,
  happeningsOf,
  isOneAct,
  isStillShown,
  listedTypes,
} from '#domain/history/activity.ts';
import { countsOf, timesOf } from '#domain/history/steps-of.ts';
import { beginWordings, WORDING_TYPES, type WordingsPage } from '#domain/history/wordings.ts';
import type { InitialState } from '#domain/protocol/initial-state.ts';
import { projectPeople } from '#domain/protocol/project-people.ts';
import type { SignedIn } from '../../auth/sign-in/sign-ins.ts';
import { FairQueue, type QueueBounds } from '../../limits/fair-queue.ts';
import type { DebateRoom } from '../../log/debate-room.ts';
import type { OperationLog } from '../../log/operation-log.ts';
import type { Rooms } from '../../log/rooms.ts';
import { entriesMentioning, newestEntries } from '../../log/searched-entries.ts';
import { MomentsBusy, type StateCheckpoints } from '../../log/snapshots/state-checkpoints.ts';
import { finishInTurns } from '../../timing/finish-in-turns.ts';
import { PackedDebates, packForPage } from '../debates/packed-debates.ts';
import { asReader, type ReadableDebates } from '../participants/as-reader.ts';
import type { Participants } from '../participants/participants.ts';
import { type DebateReveals, KnownReveals } from './known-reveals.ts';
import { type Moment, readPast, type ViewerIn } from './past.ts';

/** A debate as it was after an entry, for one viewer, as a page carries it. */
export interface PastReading {
  readonly ok: true;
  readonly seq: number;
  readonly at: number;
  readonly opening: InitialState;
}

/** The initial data of a history page: a moment, and the times to step through. */
export interface HistoryReading extends PastReading {
  readonly title: string;
  readonly times: readonly number[];
  /** How much was written from each time to the next, among what the reader may see. */
  readonly counts: readonly number[];
}

/** Filters of the activity. */
export interface ActivityQuery {
  /** Before this server time; `null`: from the newest on. */
  readonly before: number | null;
  readonly kind: ActivityKind | null;
  /** A participant. */
  readonly by: string | null;
  /** A claim or position: it and what is below it today. */
  readonly branch: string | null;
}

/** Activity, newest first; `next`: where the next page starts, `null` at the end. */
export interface ActivityPage {
  readonly ok: true;
  readonly happenings: readonly ActivityItem[];
  readonly next: number | null;
}

/** Lines per page, and visible activity items examined for one page at most. */
const LINES = 50;
const LOOKED_AT = 1_000;

/** Wordings per page. */
const WORDINGS = 100;

/** Few at once: each holds a page of the log, which may be long. */
const BOUNDS: QueueBounds = {
  held: { person: 20, readersOfAddress: 100, peopleOfAddress: 150, all: 200 },
  running: { all: 2 },
};

/** Times a list is read because what its reader may see changed meanwhile. */
const ATTEMPTS = 3;

const NO_REVEALS: DebateReveals = { entries: [], reveals: new Map() };

/** Past states of a debate and its activity, for people who may read it. */
export class History {
  readonly #log: OperationLog;
  readonly #debates: ReadableDebates;
  readonly #moments: StateCheckpoints;
  readonly #address: () => string;
  readonly #reveals: KnownReveals;
  readonly #queue: FairQueue;
  readonly #wordings: number;
  readonly #packed: PackedDebates;

  /** `address`: the current request's network address. `bounds`: of requests that read the log for lists; `wordings`: per page. */
  constructor(parts: {
    log: OperationLog;
    rooms: Rooms;
    participants: Participants;
    moments: StateCheckpoints;
    address: () => string;
    bounds?: QueueBounds;
    wordings?: number;
    packed?: PackedDebates;
  }) {
    this.#log = parts.log;
    this.#debates = parts;
    this.#moments = parts.moments;
    this.#address = parts.address;
    this.#reveals = new KnownReveals(parts.log);
    this.#queue = new FairQueue(parts.bounds ?? BOUNDS);
    this.#wordings = parts.wordings ?? WORDINGS;
    this.#packed = parts.packed ?? new PackedDebates();
  }

  /** The debate at a moment; null: now. */
  moment(debateId: string, person: SignedIn | null, moment: Moment | null): Promise<PastReading | Refusal> {
    return this.#reading(debateId, person, (room, participantId) =>
      this.#momentOf(room, participantId, moment, person),
    );
  }

  /** The same with what is needed to continue from there. */
  open(debateId: string, person: SignedIn | null, moment: Moment | null): Promise<HistoryReading | Refusal> {
    return this.#reading(debateId, person, async (room, participantId) => {
      const read = await this.#momentOf(room, participantId, moment, person);
      const view = this.#viewOf(room.state, participantId);
      const times = timesOf(view);
      return { ...read, title: view.head?.title ?? '', times, counts: countsOf(view, times) };
    });
  }

  /** The newest wordings of a claim, or of its first `before`. */
  wordings(
    debateId: string,
    person: SignedIn | null,
    claimId: string,
    before: number | null,
  ): Promise<({ readonly ok: true } & WordingsPage) | Refusal> {
    return this.#inTurn(debateId, person, async (room, participantId) => {
      const isSameClaim = (then: DebateState, now: DebateState) =>
        then.claims.get(claimId)?.at === now.claims.get(claimId)?.at;
      return readSteadily(room, participantId, async (present, viewer) => {
        const read = beginWordings(claimId, present, viewer, { before, most: this.#wordings });
        if (!read) return refuse('unknown_claim');
        const wanted = { words: [claimId], types: WORDING_TYPES };
        // A claim may have thousands of edits.
        for await (const entries of entriesMentioning(this.#log, debateId, present.seq, wanted))
          await finishInTurns(read.read(entries));
        if (!isSameClaim(present, room.state) || isHiddenFrom(room.state, claimId, viewer)) return null;
        return { ok: true, ...read.page() };
      });
    });
  }

  /** A page of what happened. */
  activity(debateId: string, person: SignedIn | null, wish: ActivityQuery): Promise<ActivityPage | Refusal> {
    return this.#inTurn(debateId, person, (room, participantId) =>
      readSteadily(room, participantId, async (present, viewer) => {
        const page = await this.#activityOf(room, participantId, wish, present, viewer);
        return page.happenings.every((one) => isStillShown(one, room.state, viewer)) ? page : null;
      }),
    );
  }

  async #momentOf(
    room: DebateRoom,
    participantId: string | null,
    moment: Moment | null,
    person: SignedIn | null,
  ): Promise<PastReading> {
    const asked = moment ?? { seq: room.state.seq };
    const sender = { person: person?.id ?? null, address: this.#address() };
    const viewerIn: ViewerIn = (present) => [audienceIn(present, participantId), participantId];
    const view = await readPast(this.#moments, room, viewerIn, asked, sender, this.#packed.viewFor);
    const known = await this.#debates.participants.namesOf(room);
    const people = projectPeople(known, room.state, audienceIn(room.state, participantId), participantId);
    const shown = people.filter(({ id }) => view.participants.has(id));
    const opening: InitialState = {
      debateId: room.id,
      ...(await packForPage({ ...view, votes: EMPTY_STATE.votes, ratings: EMPTY_STATE.ratings })),
      votes: votesOf(view.votes),
      ratings: ratingsOf(view.ratings),
      fragment: null,
      authorship: null,
      participantId,
      people: shown,
    };
    return { ok: true, seq: view.seq, at: view.at, opening };
  }

  async #activityOf(
    room: DebateRoom,
    participantId: string | null,
    { before, kind, by, branch }: ActivityQuery,
    present: DebateState,
    viewer: Viewer,
  ): Promise<ActivityPage> {
    const view = this.#viewOf(present, participantId);
    const isWanted = (one: ActivityItem) =>
      (kind === null || one.kind === kind) &&
      (by === null || one.by === by) &&
      (branch === null || [one.on, one.other].some((id) => id !== null && dependsOn(view, id, branch)));
    const happenings: ActivityItem[] = [];
    // Others aren't named, so nothing can be listed as theirs.
    if (by !== null && !canBeNamed(view, viewer, by)) return { ok: true, happenings, next: null };
    // Without an agenda nothing was ever written in a blind phase.
    const { entries: revealing, reveals } =
      present.agenda === null ? NO_REVEALS : await this.#reveals.of(room, present.seq);
    const upTo = before === null ? present.seq : await this.#moments.seqAt(room.id, before - 1, present);
    const wanted = { types: listedTypes(kind), by: by === NOBODY ? null : by, always: [] };
    // Only times visible to the reader are returned, also as the next page's start; the limit counts nothing else either.
    let [passed, looked] = [0, 0];
    for await (const entries of withReveals(newestEntries(this.#log, room.id, upTo, wanted), revealing, upTo))
      for (const entry of entries)
        for (const one of happeningsOf(entry, view, viewer, reveals)) {
          const last = happenings.at(-1);
          const isLine = isWanted(one) && !(last && isOneAct(last, one));
          const isFull = isLine && happenings.length >= LINES && one.at < passed;
          // Not below the last line: items at its time would begin the next page. Items of the same time are on one page, up to the limit
          // of one page: of an import in one moment the rest is left out.
          if (isFull || looked >= LOOKED_AT) return { ok: true, happenings, next: passed };
          [passed, looked] = [one.at, looked + 1];
          if (isLine) happenings.push(one);
        }
    return { ok: true, happenings, next: null };
  }

  #viewOf(state: DebateState, participantId: string | null): DebateState {
    return this.#packed.viewFor(state, audienceIn(state, participantId), participantId);
  }

  /** Like `#reading`, when its turn comes; `busy` if too many wait. */
  async #inTurn<T>(
    debateId: string,
    person: SignedIn | null,
    read: (room: DebateRoom, participantId: string | null) => Promise<T | Refusal>,
  ): Promise<T | Refusal> {
    const sender = { person: person?.id ?? null, address: this.#address() };
    const answer = await this.#queue.run(sender, () => this.#reading(debateId, person, read));
    return answer === 'busy' ? refuse('busy') : answer;
  }

  /** Runs `read` for people who may read the debate; `busy` if too many moments are being read. */
  #reading<T>(
    debateId: string,
    person: SignedIn | null,
    read: (room: DebateRoom, participantId: string | null) => Promise<T | Refusal>,
  ): Promise<T | Refusal> {
    return asReader<T>(this.#debates, debateId, person, (room, participantId) =>
      read(room, participantId).catch((error: unknown) => {
        if (error instanceof MomentsBusy) return refuse('busy');
        throw error;
      }),
    );
  }
}

/**
 * Reads the log for a viewer as they are now. What they may see can change while pages are read: then it is read again, as it is if `read`
 * finds that (null); `busy` if it changes each time.
 */
async function readSteadily<T>(
  room: DebateRoom,
  participantId: string | null,
  read: (present: DebateState, viewer: Viewer) => Promise<T | null>,
): Promise<T | Refusal> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const present = room.state;
    const answer = await read(present, viewerIn(audienceIn(present, participantId), participantId));
    if (answer !== null && seesTheSame(present, room.state, participantId)) return answer;
  }
  return refuse('busy');
}

/** True if a viewer's role, the names and the words in the log are as they were. */
function seesTheSame(then: DebateState, now: DebateState, participantId: string | null): boolean {
  return (
    audienceIn(then, participantId) === audienceIn(now, participantId) &&
    isAnonymous(then) === isAnonymous(now) &&
    erasedAtInLog(then) === erasedAtInLog(now)
  );
}

/** Pages of entries, newest first, with the reveals up to a number among them. `reveals`: oldest first. */
async function* withReveals(
  pages: AsyncIterable<readonly LogEntry[]>,
  reveals: readonly LogEntry[],
  upTo: number,
): AsyncGenerator<readonly LogEntry[]> {
  let left = reveals.findLastIndex(({ seq }) => seq <= upTo);
  for await (const entries of pages) {
    const page: LogEntry[] = [];
    for (const entry of entries) {
      for (let reveal = reveals[left]; reveal && reveal.seq > entry.seq; reveal = reveals[left]) {
        page.push(reveal);
        left -= 1;
      }
      page.push(entry);
    }
    yield page;
  }
  yield reveals.slice(0, left + 1).reverse();
}
