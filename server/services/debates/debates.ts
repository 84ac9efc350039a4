import { randomBytes } from 'node:crypto';
import type { Steps } from '#domain/collections/steps.ts';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { audienceIn, projectOwnPart, projectStanding, projectState } from '#domain/debate/engine/project.ts';
import { type Refusal, refuse } from '#domain/debate/engine/refusal.ts';
import { toRejection } from '#domain/debate/engine/rejections.ts';
import { ratingsOf, votesOf } from '#domain/debate/engine/snapshot.ts';
import { type DebateState, EMPTY_STATE } from '#domain/debate/engine/state.ts';
import { type Takedown, takedownOf } from '#domain/debate/head/restrictions.ts';
import { isModerating } from '#domain/debate/participants/participant.ts';
import { cursorFor } from '#domain/debate/projection/audience-sequence.ts';
import { projectAuthorship } from '#domain/debate/projection/authorship.ts';
import type { FrontExcerpt } from '#domain/front/front-excerpt.ts';
import type { InitialState } from '#domain/protocol/initial-state.ts';
import { projectPeople } from '#domain/protocol/project-people.ts';
import type { AccessDenied } from '#domain/protocol/server-messages.ts';
import { allows } from '../../auth/sign-in/scopes.ts';
import type { SignedIn } from '../../auth/sign-in/sign-ins.ts';
import type { Database } from '../../database/open-database.ts';
import { createEntries, creationSteps } from '../../log/create-entries.ts';
import { listingOf } from '../../log/debate-listing.ts';
import type { OperationLog } from '../../log/operation-log.ts';
import { isTakedownCode, readingProblem } from '../../log/reading-problem.ts';
import type { Rooms } from '../../log/rooms.ts';
import { finishInTurns } from '../../timing/finish-in-turns.ts';
import { newParticipantId, type Participants } from '../participants/participants.ts';
import { claimsAgain, copyClaims } from './copy-claims.ts';
import { creationOf, positionsOf } from './creation-of.ts';
import type { DebateStarts } from './debate-starts.ts';
import type { NewDebateInput } from './new-debate.ts';
import { PackedDebates } from './packed-debates.ts';
import { ReceivedStates } from './received-states.ts';

/**
 * Milliseconds for which the names of an unchanged debate are cached for pages of anonymous readers; otherwise each page of a flood
 * would query the database. New names from other nodes appear that much later, this node's at once.
 */
const NAMES_KEPT_FOR = 1_000;

/** A debate for one viewer: a projection, and the same packed for their browser. */
export interface DebateReading {
  readonly ok: true;
  readonly view: DebateState;
  readonly opening: InitialState;
  /** The part of a large debate that its map shows first. Null: the page sends all of it at once. */
  readonly excerpt: FrontExcerpt | null;
  /** True if the reader is a moderator. */
  readonly isModerator: boolean;
}

/** Why a person may not read a debate, and as which participant they took part in it. */
export interface NotRead extends AccessDenied {
  readonly participantId?: string;
  /** The main debate of a small group that they were taken out of. */
  readonly plenary?: string;
  /** For the owner, moderators and administrators of a debate that an administrator took down. */
  readonly takedown?: TakenDownDebate;
}

/** A debate that an administrator hid or deleted, for people who may know why. */
export interface TakenDownDebate extends Takedown {
  readonly title: string;
  readonly viewer: 'owner' | 'moderator' | 'administrator';
  /** When it was deleted, by anyone, in milliseconds; `null`: it is only hidden. */
  readonly deletedAt: number | null;
}

/** Debates as pages and routes use them. */
export class Debates {
  readonly #database: Database;
  readonly #log: OperationLog;
  readonly #rooms: Rooms;
  readonly #participants: Participants;
  readonly #starts: DebateStarts;
  readonly #now: () => number;
  readonly #packed = new PackedDebates();
  readonly #received = new ReceivedStates();
  /** Cached names of a state's people, for anonymous readers. */
  readonly #names = new WeakMap<DebateState, { people: string; changes: number; until: number }>();

  constructor(parts: {
    database: Database;
    log: OperationLog;
    rooms: Rooms;
    participants: Participants;
    starts: DebateStarts;
    /** The server's clock. */
    now: () => number;
  }) {
    this.#database = parts.database;
    this.#log = parts.log;
    this.#rooms = parts.rooms;
    this.#participants = parts.participants;
    this.#starts = parts.starts;
    this.#now = parts.now;
  }

  /**
   * A debate for its picture: its version, the time of its last entry that all readers may know of, and its state, which isn't older. A
   * refusal if `read` refuses; `null` if there is no such debate for this person.
   */
  async forPicture(
    debateId: string,
    person: SignedIn | null,
  ): Promise<{ readonly version: number; readonly state: DebateState } | NotRead | null> {
    if (!(await this.#participants.mayKnow(debateId, person))) return null;
    return this.#rooms.answer<{ version: number; state: DebateState } | NotRead | null>(
      debateId,
      async (room) => {
        if (room === null) return null;
        const reader = person && (await this.#participants.find(debateId, person));
        const row = await this.#database.prisma.debate.findUnique({
          where: { id: debateId },
          select: { changedAt: true, head: true },
        });
        if (row === null) return null;
        // Another node may have written since.
        if (room.state.seq < row.head) await room.catchUp();
        const { state } = room;
        const problem = readingProblem(state, reader);
        return problem ? refuse(problem) : { version: row.changedAt.getTime(), state };
      },
    );
  }

  /**
   * A debate for a reader: a private one doesn't exist for people who aren't participants. A stage has no participant: what it shows never
   * reveals by whose right it is read.
   */
  async read(
    debateId: string,
    person: SignedIn | null,
    as: 'oneself' | 'stage' = 'oneself',
  ): Promise<DebateReading | NotRead> {
    // Administrators know that every debate exists from their list; what they may read of it is a separate matter.
    if (!person?.administrator && !(await this.#participants.mayKnow(debateId, person)))
      return refuse('debate_not_found');
    return this.#rooms.answer<DebateReading | NotRead>(debateId, async (room) => {
      if (room === null) return refuse('debate_not_found');
      const reader = person && (await this.#participants.find(debateId, person));
      const { state } = room;
      const problem = readingProblem(state, reader);
      const takedown = takedownOf(state.head);
      if (takedown && (person?.administrator || isTakedownCode(problem))) {
        const { code } = toRejection(`${takedown.restriction}_by_administrator`);
        return { ...refuse(code), takedown: takenDown(state, takedown, reader) };
      }
      if (problem) {
        const standing = projectStanding(state, reader) ?? undefined;
        const known = reader && standing ? { standing, participantId: reader } : {};
        const plenary = (problem === 'removed' && state.head?.plenary) || undefined;
        return { ...refuse(problem), ...known, ...(plenary !== undefined && { plenary }) };
      }
      const isStage = as === 'stage';
      const participantId = isStage ? null : reader;
      const audience = isStage ? 'stage' : audienceIn(state, participantId);
      const received = this.#received.of(room, audience);
      const view =
        participantId === null
          ? this.#packed.viewOf(received, audience)
          : projectState(state, audience, participantId);
      const packed = await this.#packed.of(received, audience);
      const fragment = projectOwnPart(state, audience, participantId);
      // Someone who sees more than their audience needs all of it to see their own claims.
      const excerpt = isStage || fragment !== null ? null : await this.#packed.excerptOf(received, audience);
      const known = await this.#participants.namesOf({ id: debateId, state });
      const opening = {
        debateId,
        ...packed,
        cursor: cursorFor(state, participantId),
        votes: votesOf(view.votes),
        ratings: ratingsOf(view.ratings),
        fragment,
        authorship: projectAuthorship(state, audience, participantId),
        participantId,
        people: projectPeople(known, state, audience, participantId),
      };
      // Also for the opener of a stage: moderators show the debate's join codes there.
      const isModerator = audienceIn(state, reader) === 'moderators';
      return { ok: true as const, view, opening, excerpt, isModerator };
    });
  }

  /**
   * Version of a debate's page for anonymous readers: the state they have received, compared by identity, and its people's names. Null if
   * they may not read it, or if it isn't open on this server.
   */
  async versionForReaders(
    debateId: string,
  ): Promise<{ readonly state: DebateState; readonly people: string } | null> {
    if (!this.#rooms.isOpen(debateId)) return null;
    return this.#rooms.withKnown(debateId, async (room) => {
      if (room === null || readingProblem(room.state, null)) return null;
      const state = this.#received.of(room, 'readers');
      const { changes } = this.#participants;
      const known = this.#names.get(state);
      if (known && known.changes === changes && known.until > performance.now())
        return { state, people: known.people };
      const people = JSON.stringify(await this.#participants.namesOf(room));
      const now = this.#received.of(room, 'readers');
      if (now !== state) return readingProblem(room.state, null) ? null : { state: now, people };
      this.#names.set(state, { people, changes, until: performance.now() + NAMES_KEPT_FOR });
      return { state, people };
    });
  }

  /**
   * Creates a debate, completely as requested or not at all, for people who may start debates; its creator is its owner, stored with it.
   */
  async create(person: SignedIn, input: NewDebateInput): Promise<{ ok: true; debateId: string } | Refusal> {
    // A token without `read` would read the debate it starts from through the copy.
    if (input.from && !allows(person, 'read')) return refuse('not_allowed');
    const problem = await this.#starts.problem(person);
    if (problem) return refuse(problem);
    const debateId = `d_${randomBytes(9).toString('base64url')}`;
    const ownerId = newParticipantId();
    const from = input.from && (await this.read(input.from.debateId, person));
    if (from && !from.ok) return from;
    const made = createEntries(
      EMPTY_STATE,
      creationOf(input, ownerId, from?.view ?? null),
      ownerId,
      this.#now(),
    );
    if (!made.ok) return made;
    const seeds = from && input.from?.claims ? await finishInTurns(seedsFrom(from.view, input)) : [];
    // Other people's words must not be attributed to the new owner.
    const created = await finishInTurns(creationSteps(made.state, seeds, SYSTEM, this.#now()));
    if (!created.ok) return created;
    const { title, visibility } = input;
    const listing = listingOf(created.state);
    const participants = [{ id: ownerId, userId: person.id, name: person.name }];
    await this.#log.createDebate({ id: debateId, title, visibility, listing, participants }, [
      ...made.entries,
      ...created.entries,
    ]);
    return { ok: true, debateId };
  }
}

function takenDown(
  { head, participants }: DebateState,
  takedown: Takedown,
  reader: string | null,
): TakenDownDebate {
  const { title = '', deleted = false, statusChangedAt = 0 } = head ?? {};
  const role = participants.get(reader ?? '')?.role;
  const viewer = role !== undefined && isModerating(role) ? role : 'administrator';
  return { ...takedown, title, viewer, deletedAt: deleted ? statusChangedAt : null };
}

/** Operations that copy a debate's claims into a new one. */
function* seedsFrom(from: DebateState, input: NewDebateInput): Steps<Operation[]> {
  const view = projectState(from, 'readers', null);
  return yield* copyClaims(view, yield* claimsAgain(view, positionsOf(input)));
}
