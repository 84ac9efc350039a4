import { randomBytes } from 'node:crypto';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { audienceIn, projectOwnPart, projectStanding, projectState } from '#domain/debate/engine/project.ts';
import { type Rejection, type RejectionCode, toRejection } from '#domain/debate/engine/rejections.ts';
import { ratingsOf, votesOf } from '#domain/debate/engine/snapshot.ts';
import { type DebateState, EMPTY_STATE } from '#domain/debate/engine/state.ts';
import { DEFAULT_SETTINGS, VISIBILITIES, type Visibility } from '#domain/debate/head/head.ts';
import { type Takedown, takedownOf } from '#domain/debate/head/restrictions.ts';
import { isModerating } from '#domain/debate/participants/participant.ts';
import { isRenamed, isSanctioned } from '#domain/debate/participants/sanctions.ts';
import { NO_AGENDA, type Phase } from '#domain/debate/phases/agenda.ts';
import { phaseOf } from '#domain/debate/phases/phases.ts';
import { cursorFor } from '#domain/debate/projection/audience-sequence.ts';
import { projectAuthorship } from '#domain/debate/projection/authorship.ts';
import { phaseTasks } from '#domain/debate/tasks/phase-tasks.ts';
import type { FrontExcerpt } from '#domain/front/front-excerpt.ts';
import type { InitialState } from '#domain/protocol/initial-state.ts';
import { projectPeople } from '#domain/protocol/project-people.ts';
import type { AccessDenied, Refusal } from '#domain/protocol/server-messages.ts';
import type { Prisma } from '#prisma/client/client.ts';
import { guestName } from '../../auth/people/guest-name.ts';
import type { Result } from '../../auth/result.ts';
import type { SignedIn } from '../../auth/sign-in/sign-ins.ts';
import type { Database } from '../../database/open-database.ts';
import { createEntries, creationSteps } from '../../log/create-entries.ts';
import type { DebateListing as Card } from '../../log/debate-listing.ts';
import { ARCHIVES, debateListingSchema, GROUPS, HIDDEN, listingOf } from '../../log/debate-listing.ts';
import type { DebateRoom } from '../../log/debate-room.ts';
import type { OperationLog } from '../../log/operation-log.ts';
import { isTakedownCode, readingProblem } from '../../log/reading-problem.ts';
import type { Rooms } from '../../log/rooms.ts';
import { finishInTurns } from '../../timing/finish-in-turns.ts';
import { newParticipantId, type Participants } from '../participants/participants.ts';
import { copyClaims } from './copy-claims.ts';
import type { DebateStarts } from './debate-starts.ts';
import type { NewDebateInput } from './new-debate.ts';
import { PackedDebates } from './packed-debates.ts';

/**
 * Milliseconds for which the names of an unchanged debate are cached for pages of anonymous readers; otherwise each page of a flood
 * would query the database. New names from other nodes appear that much later, this node's at once.
 */
const NAMES_KEPT_FOR = 1_000;

/** A debate in a list. */
export interface DebateListItem extends Omit<Card, 'out' | 'restricted' | 'moderators' | 'owner' | 'names'> {
  readonly id: string;
  readonly title: string;
  /** Connections here now, on every node as far as known. */
  readonly present: number;
  readonly changedAt: number;
}

/** A debate on the first page. */
export interface FrontPageDebate extends DebateListItem {
  readonly visibility: Visibility;
  /** Number of people who joined; `null` if readers may not know it. */
  readonly people: number | null;
  /** The viewer's role. `null` if they haven't joined or the card doesn't include it. */
  readonly role: 'owner' | 'moderator' | 'participant' | null;
}

/** A debate that people are in now. */
export interface LiveDebate {
  readonly id: string;
  readonly title: string;
  readonly present: number;
  readonly phase: Phase | null;
  /** Milliseconds left in the phase; null: it has no timer. */
  readonly left: number | null;
  readonly isPaused: boolean;
}

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

type Row = Awaited<ReturnType<Database['prisma']['debate']['findMany']>>[number];
/** A debate, and which participant of it the viewer is. */
type OwnRow = Row & {
  readonly participants: readonly { readonly id: string }[];
};

/** Shelves of debates that no longer take participants. */
const GONE = [HIDDEN, 'deleted'];

/** Maximum debates listed as live, and number of people from which a debate without a phase counts as live. */
const LIVE = 4;
const LIVELY = 2;

/** Maximum debates in a list; more need a search. */
const LISTED = 200;

/** Debates as pages and routes use them. */
export class Debates {
  readonly #database: Database;
  readonly #log: OperationLog;
  readonly #rooms: Rooms;
  readonly #participants: Participants;
  readonly #starts: DebateStarts;
  readonly #presentIn: (debateId: string) => number;
  readonly #now: () => number;
  readonly #packed = new PackedDebates();
  /** Cached names of a state's people, for anonymous readers. */
  readonly #names = new WeakMap<DebateState, { people: string; changes: number; until: number }>();

  constructor(parts: {
    database: Database;
    log: OperationLog;
    rooms: Rooms;
    participants: Participants;
    starts: DebateStarts;
    presentIn: (debateId: string) => number;
    /** The server's clock. */
    now: () => number;
  }) {
    this.#database = parts.database;
    this.#log = parts.log;
    this.#rooms = parts.rooms;
    this.#participants = parts.participants;
    this.#starts = parts.starts;
    this.#presentIn = parts.presentIn;
    this.#now = parts.now;
  }

  /** Public debates and those the person participates in, the oldest (the seeded one) first, then by last change. */
  async list(person: SignedIn | null): Promise<DebateListItem[]> {
    return (await this.#listedRows(person)).map((row) => this.#listed(row));
  }

  /** The same debates as cards of the first page. */
  async cards(person: SignedIn | null): Promise<FrontPageDebate[]> {
    const rows = await this.#listedRows(person);
    const joined = await this.#joined(rows);
    return rows.map((row) => {
      const { names, owner, moderators } = debateListingSchema.parse(row.listing);
      const [own] = row.participants;
      const mayCount = names !== undefined && names !== 'anonymous';
      // A card of an earlier release doesn't name the owner: the person's role is unknown.
      const role =
        !own || moderators === undefined
          ? null
          : own.id === owner
            ? 'owner'
            : moderators.includes(own.id)
              ? 'moderator'
              : 'participant';
      return {
        ...this.#listed(row),
        visibility: VISIBILITIES.find((one) => one === row.visibility) ?? 'public',
        people: mayCount ? (joined.get(row.id) ?? 0) : null,
        role,
      };
    });
  }

  /** How many people joined each of these debates. */
  async #joined(rows: readonly Row[]): Promise<ReadonlyMap<string, number>> {
    const counts = await this.#database.prisma.participant.groupBy({
      by: ['debateId'],
      where: { debateId: { in: rows.map(({ id }) => id) } },
      _count: true,
    });
    return new Map(counts.map(({ debateId, _count }) => [debateId, _count]));
  }

  /** Listed debates with a running phase or several people, most people first. */
  async live(listed: readonly DebateListItem[]): Promise<LiveDebate[]> {
    const busy = listed.filter(({ present }) => present > 0).sort((a, b) => b.present - a.present);
    const looked = await Promise.all(
      busy.slice(0, 2 * LIVE).map(({ id, title, present }) =>
        this.#rooms.withKnown(id, (room): LiveDebate | null => {
          const { agenda = null } = room?.state ?? {};
          const phase = phaseOf({ agenda });
          if (phase === null && present < LIVELY) return null;
          const timer = phase && agenda?.timer;
          const left = timer ? Math.max(0, 'ends' in timer ? timer.ends - this.#now() : timer.left) : null;
          const isPaused = timer !== null && timer !== undefined && 'left' in timer;
          return { id, title, present, phase, left, isPaused };
        }),
      ),
    );
    return looked.filter((one) => one !== null).slice(0, LIVE);
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
        return problem ? refusal(problem) : { version: row.changedAt.getTime(), state };
      },
    );
  }

  async #listedRows(person: SignedIn | null): Promise<readonly OwnRow[]> {
    const own = person
      ? [{ ...takenPartInBy(person), visibility: { notIn: [...ARCHIVES, GROUPS, ...GONE] } }]
      : [];
    const rows = await this.#find(person, {
      where: { OR: [{ visibility: 'public' }, ...own] },
      orderBy: { changedAt: 'desc' },
    });
    const seeded = await this.#seeded();
    const first = rows.filter(({ id }) => id === seeded);
    const others = rows.filter(({ id }) => id !== seeded);
    return [...first, ...others];
  }

  /** Id of the debate seeded with this server. */
  async #seeded(): Promise<string | null> {
    const seeded = await this.#database.prisma.setting.findUnique({ where: { key: 'seeded' } });
    return seeded?.value ?? null;
  }

  /** Id of the debate seeded with this server, if it is publicly listed; otherwise `null`. */
  async sampleId(): Promise<string | null> {
    const seeded = await this.#seeded();
    const where = { id: seeded ?? '', visibility: 'public' };
    const row = await this.#database.prisma.debate.findFirst({ where, select: { id: true } });
    return row?.id ?? null;
  }

  /**
   * All debates a person may read and can know of: public ones and those they participate in, including archived ones and small groups;
   * each with its head. The most recently changed comes first.
   */
  async readable(person: SignedIn | null): Promise<{ id: string; head: number }[]> {
    const own = person ? [{ ...takenPartInBy(person), visibility: { notIn: GONE } }] : [];
    const rows = await this.#find(person, {
      where: { OR: [{ visibility: 'public' }, ...own] },
      orderBy: { changedAt: 'desc' },
    });
    const readable = await Promise.all(
      rows.map(({ id, visibility, listing, participants: [participant] }) => {
        if (visibility !== 'public' || !participant || !person) return true;
        const { out } = debateListingSchema.parse(listing);
        if (out && !out.includes(participant.id)) return true;
        // A banned person may not read what everyone else may.
        return this.#rooms.withKnown(
          id,
          async (room) => room !== null && (await this.#mayRead(room, person)),
        );
      }),
    );
    return rows.filter((_, index) => readable[index]).map(({ id, head }) => ({ id, head }));
  }

  /**
   * Debates the person participates in that are no longer in a list: archived; deleted by the person, who can restore them; and taken down
   * by an administrator, for their owners and moderators.
   */
  async shelved(
    person: SignedIn,
  ): Promise<Readonly<Record<'archived' | 'deleted' | 'takenDown', DebateListItem[]>>> {
    const on = (shelves: readonly string[]) =>
      this.#find(person, {
        where: { ...takenPartInBy(person), visibility: { in: [...shelves] } },
        orderBy: { changedAt: 'desc' },
      });
    const [archived, gone] = await Promise.all([on(ARCHIVES), on(GONE)]);
    const problems = await Promise.all(
      gone.map(({ id }) =>
        this.#rooms.withKnown(id, async (room) =>
          room ? { problem: await this.#problem(room, person) } : null,
        ),
      ),
    );
    const listed = (rows: readonly Row[]) => rows.map((row) => this.#listed(row));
    return {
      archived: listed(archived),
      deleted: listed(gone.filter((_, index) => problems[index]?.problem === null)),
      takenDown: listed(gone.filter((_, index) => isTakedownCode(problems[index]?.problem ?? null))),
    };
  }

  /** Debates to start others from: those whose owners made them templates and that are listed or that the person participates in. */
  async templates(person: SignedIn | null): Promise<DebateListItem[]> {
    const own = person ? [{ ...takenPartInBy(person), visibility: { notIn: GONE } }] : [];
    const rows = await this.#find(person, {
      where: { OR: [{ visibility: 'public' }, ...own], listing: { path: ['template'], equals: true } },
      orderBy: { title: 'asc' },
    });
    return rows.map((row) => this.#listed(row));
  }

  /** Debates for a person's lists: public ones, and others in which they still participate. */
  async #find(
    person: SignedIn | null,
    asked: Pick<Prisma.DebateFindManyArgs, 'where' | 'orderBy'>,
  ): Promise<OwnRow[]> {
    const rows = await this.#database.prisma.debate.findMany({
      ...asked,
      include: {
        participants: { where: { userId: person?.id ?? '' }, select: { id: true } },
      },
      take: LISTED,
    });
    const theirs = await Promise.all(rows.map((row) => row.visibility === 'public' || this.#takesPart(row)));
    return rows.filter((_, index) => theirs[index]);
  }

  /** True if this participant has not been removed or banned since. */
  async #takesPart({ id, listing, participants: [own] }: OwnRow): Promise<boolean> {
    if (!own) return false;
    const { out } = debateListingSchema.parse(listing);
    if (out) return !out.includes(own.id);
    const standing = await this.#rooms.withKnown(
      id,
      (room) => room?.state.participants.get(own.id)?.membership,
    );
    return standing === 'member';
  }

  #listed({ id, title, listing, changedAt }: Row): DebateListItem {
    const { out, restricted, moderators, owner, names, ...card } = debateListingSchema.parse(listing);
    return { id, title, ...card, present: this.#presentIn(id), changedAt: changedAt.getTime() };
  }

  async #mayRead(room: DebateRoom, person: SignedIn): Promise<boolean> {
    return (await this.#problem(room, person)) === null;
  }

  async #problem(room: DebateRoom, person: SignedIn): Promise<RejectionCode | null> {
    return readingProblem(room.state, await this.#participants.find(room.id, person));
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
      return refusal('debate_not_found');
    return this.#rooms.answer<DebateReading | NotRead>(debateId, async (room) => {
      if (room === null) return refusal('debate_not_found');
      const reader = person && (await this.#participants.find(debateId, person));
      const { state } = room;
      const problem = readingProblem(state, reader);
      const takedown = takedownOf(state.head);
      if (takedown && (person?.administrator || isTakedownCode(problem))) {
        const { code } = toRejection(`${takedown.restriction}_by_administrator`);
        return { ...refusal(code), takedown: takenDown(state, takedown, reader) };
      }
      if (problem) {
        const standing = projectStanding(state, reader) ?? undefined;
        const known = reader && standing ? { standing, participantId: reader } : {};
        return { ...refusal(problem), ...known };
      }
      const isStage = as === 'stage';
      const participantId = isStage ? null : reader;
      const audience = isStage ? 'stage' : audienceIn(state, participantId);
      const view = projectState(state, audience, participantId);
      const packed = await this.#packed.of(state, audience);
      const fragment = projectOwnPart(state, audience, participantId);
      // Someone who sees more than their audience needs all of it to see their own claims.
      const excerpt = isStage || fragment !== null ? null : await this.#packed.excerptOf(state, audience);
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
   * Version of a debate's page for anonymous readers: its state, compared by identity, and its people's names. Null if they may not
   * read it, or if it isn't open on this server.
   */
  async versionForReaders(
    debateId: string,
  ): Promise<{ readonly state: DebateState; readonly people: string } | null> {
    if (!this.#rooms.isOpen(debateId)) return null;
    return this.#rooms.withKnown(debateId, async (room) => {
      if (room === null || readingProblem(room.state, null)) return null;
      const { state } = room;
      const { changes } = this.#participants;
      const known = this.#names.get(state);
      if (known && known.changes === changes && known.until > performance.now())
        return { state, people: known.people };
      const people = JSON.stringify(await this.#participants.namesOf(room));
      if (room.state !== state)
        return readingProblem(room.state, null) ? null : { state: room.state, people };
      this.#names.set(state, { people, changes, until: performance.now() + NAMES_KEPT_FOR });
      return { state, people };
    });
  }

  /**
   * Renames a person, here and in every debate in which no moderator has renamed them. Where they are muted, removed or banned their name
   * stays: otherwise they could continue there under new names. A rename after the sanction reaches that debate too.
   */
  async rename(person: SignedIn, wanted: string): Promise<Result> {
    const checked = guestName(wanted);
    if (!checked.ok) return checked;
    // In their debates first: if it stops in between, repeating the request renames the rest.
    await this.#participants.renamePerson(person, checked.name, await this.#debatesToRenameIn(person));
    await this.#database.prisma.user.updateMany({ where: { id: person.id }, data: { name: checked.name } });
    return { ok: true };
  }

  /** The debates in which a person uses the name of their account, or an earlier one that a sanction kept. */
  async #debatesToRenameIn(person: SignedIn): Promise<string[]> {
    const found: string[] = [];
    for (const { debateId, id, name } of await this.#participants.participationsOf(person)) {
      const isOwnName = name === person.name;
      const plenary = await this.#rooms.withKnown(debateId, (room) => {
        if (room === null) return isOwnName ? null : undefined;
        const { state } = room;
        if (isSanctioned(state, id) || (!isOwnName && isRenamed(state, id))) return undefined;
        return isOwnName ? null : (state.head?.plenary ?? null);
      });
      if (plenary === undefined) continue;
      // In a small group people have the names of its plenary.
      const isGiven =
        plenary !== null &&
        (await this.#rooms.withKnown(plenary, (room) => room !== null && isRenamed(room.state, id)));
      if (!isGiven) found.push(debateId);
    }
    return found;
  }

  /**
   * Creates a debate, completely as requested or not at all, for people who may start debates; its creator is its owner, stored with it.
   */
  async create(
    person: SignedIn,
    input: NewDebateInput,
  ): Promise<{ ok: true; debateId: string } | { ok: false; rejection: Rejection }> {
    const problem = await this.#starts.problem(person);
    if (problem) return refusal(problem);
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
    // Other people's words must not be attributed to the new owner.
    const seeds =
      from && input.from?.claims
        ? copyClaims(projectState(from.view, 'readers', null), positionsOf(input))
        : [];
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

function takenPartInBy({ id }: SignedIn) {
  return { participants: { some: { userId: id } } };
}

function creationOf(input: NewDebateInput, ownerId: string, from: DebateState | null): Operation[] {
  const { title, motion, visibility, positions, names, ballots, wording, pace } = input;
  const { phases } = from?.agenda ?? NO_AGENDA;
  const settings = {
    ...DEFAULT_SETTINGS,
    ...from?.head?.settings,
    ...(names && { names }),
    ...(ballots && { ballots }),
    ...(wording && { wording }),
    ...(pace !== undefined && { pace }),
    template: false,
  };
  return [
    {
      type: 'debate.create',
      title,
      motion,
      visibility,
      settings,
      ownerId,
    },
    ...(phases.length > 0 ? [{ type: 'agenda.set', phases, base: 0 } as const] : []),
    ...phaseTasks(from),
    ...positions.map(
      ({ name, hue, summary }, index): Operation => ({
        type: 'position.add',
        positionId: positionId(index),
        name,
        hue,
        summary,
      }),
    ),
  ];
}

/** Maps positions of the old debate to those of the new one that replace them. */
function positionsOf({ positions }: NewDebateInput): Map<string, string> {
  return new Map(positions.flatMap(({ of }, index) => (of === undefined ? [] : [[of, positionId(index)]])));
}

function positionId(index: number): string {
  return `p_position${index + 1}`;
}

function refusal(code: Rejection['code']): Refusal {
  return { ok: false, rejection: toRejection(code) };
}
