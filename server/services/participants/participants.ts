import { randomBytes, randomUUID } from 'node:crypto';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { isPassing } from '#domain/debate/engine/rejections.ts';
import { namesIn } from '#domain/debate/head/names.ts';
import type { Role } from '#domain/debate/participants/participant.ts';
import { tidyName } from '#domain/debate/texts/tidy-name.ts';
import { importedName, nameInFile } from '#domain/formats/imports/imported-name.ts';
import type { KnownPerson } from '#domain/protocol/project-people.ts';
import { Prisma } from '#prisma/client/client.ts';
import { orUserErased } from '../../auth/people/user-erased-error.ts';
import type { SignedIn } from '../../auth/sign-in/sign-ins.ts';
import { DatabaseUnavailable } from '../../database/database-unavailable.ts';
import { GatheredQueries } from '../../database/gathered-queries.ts';
import type { Database } from '../../database/open-database.ts';
import { GROUPS, HIDDEN } from '../../log/debate-listing.ts';
import type { DebateRoom } from '../../log/debate-room.ts';
import { toSubmission } from '../../log/submission.ts';
import { drawPseudonyms } from './pseudonyms.ts';
import { SharedReadings } from './shared-readings.ts';

/** Debates that only participants may know of. */
const CLOSED = ['private', 'archived_private', GROUPS, HIDDEN, 'deleted'];
/**
 * Milliseconds for which newcomers share one query of a debate's names, for each of its people, and at most: reading a name takes a few
 * hundredths of that, so that a crowd costs a small share of the time, and people who come one after another notice nothing.
 */
const SHARED_FOR = { each: 0.1, longest: 100 };

/** The parts of a debate that determine its people's displayed names. */
type NamedDebate = Pick<DebateRoom, 'id' | 'state'>;

/** Called with the name of a person who joins a debate or is renamed there. */
type HearsOfNames = (debateId: string, person: KnownPerson, news: 'joined' | 'renamed') => void;

/** People in debates: a person's participant, and the displayed names of a debate's participants. */
export class Participants {
  readonly #database: Database;
  readonly #heard: HearsOfNames;
  readonly #readings: SharedReadings<KnownPerson[]>;
  readonly #found = new GatheredQueries<PersonIn, FoundIn | null>((asked) => this.#findAll(asked));
  readonly #created = new GatheredQueries<NewParticipant, ParticipantRow>((asked) => this.#createAll(asked));
  #changes = 0;

  /** `heard` is called with a person before the entry of their joining is published, and when they are renamed. */
  constructor(database: Database, heard: HearsOfNames) {
    this.#database = database;
    this.#heard = (...news) => {
      this.#changes += 1;
      heard(...news);
    };
    this.#readings = new SharedReadings(
      (debateId) => this.#namesOfAll(debateId),
      ({ length }) => Math.min(length * SHARED_FOR.each, SHARED_FOR.longest),
    );
  }

  /** How often this node has changed a name, in any debate. */
  get changes(): number {
    return this.#changes;
  }

  /** The names of a debate's participants, or of some of them; each has a pseudonym if the debate uses them. */
  async namesOf(debate: NamedDebate, among?: readonly string[]): Promise<KnownPerson[]> {
    const read = () => (among ? this.#namesAmong(debate.id, among) : this.#readings.of(debate.id));
    const people = await read();
    if (people.every((person) => isNamed(debate, person))) return people;
    await drawPseudonyms(this.#database.prisma, debate.id);
    return read();
  }

  async #namesAmong(debateId: string, ids: readonly string[]): Promise<KnownPerson[]> {
    const rows = await this.#database.prisma.participant.findMany({
      where: { debateId, id: { in: [...ids] } },
      select: { id: true, userId: true, name: true, pseudonym: true },
      orderBy: { id: 'asc' },
    });
    return rows.map(knownPerson);
  }

  /** As one JSON text: ten times faster than as many rows when a lecture hall opens the debate. */
  async #namesOfAll(debateId: string): Promise<KnownPerson[]> {
    const [row] = await this.#database.rowsOf<{ people: string | null }>(Prisma.sql`
      SELECT json_agg(json_build_object('id', id, 'userId', user_id, 'name', name, 'pseudonym', pseudonym) ORDER BY id)::text
        AS people
      FROM participant WHERE debate_id = ${debateId}`);
    return (JSON.parse(row?.people ?? '[]') as ParticipantRow[]).map(knownPerson);
  }

  /**
   * True if there is a debate that the person may know of. Checked before anything else: a private debate and one that doesn't exist take
   * the same time, since no more is done for either.
   */
  async mayKnow(debateId: string, person: SignedIn | null): Promise<boolean> {
    return (await this.findIn(debateId, person)) !== null;
  }

  /** The person's participant in a debate, if any; null if they may not know of the debate (see `mayKnow`). */
  findIn(debateId: string, person: SignedIn | null): Promise<FoundIn | null> {
    return this.#found.answer({ debateId, userId: person?.id ?? NOBODY });
  }

  /** The person's participant id in a debate; `null` before they joined. */
  async find(debateId: string, person: SignedIn): Promise<string | null> {
    const row = await this.#database.prisma.participant.findUnique({
      where: { debateId_userId: { debateId, userId: person.id } },
    });
    return row?.id ?? null;
  }

  /** The debates a person participates in, and their name in each. */
  async participationsOf({
    id,
  }: SignedIn): Promise<{ readonly debateId: string; readonly id: string; readonly name: string }[]> {
    return this.#database.prisma.participant.findMany({
      where: { userId: id },
      select: { id: true, debateId: true, name: true },
    });
  }

  /** Renames a person in these debates; pages there show it. */
  async renamePerson(person: SignedIn, name: string, debateIds: readonly string[]): Promise<void> {
    const { participant } = this.#database.prisma;
    const where = { userId: person.id, debateId: { in: [...debateIds] } };
    const renamed = await participant.findMany({
      where,
      select: { id: true, debateId: true, pseudonym: true },
    });
    await participant.updateMany({ where, data: { name } });
    for (const { debateId, ...known } of renamed) this.#heard(debateId, { ...known, name }, 'renamed');
  }

  /**
   * Makes a person a participant as the debate's settings allow. Returns their id, or null if guests aren't allowed or the debate is
   * full. A removed person keeps their id but rejoins only with `rejoins`. `known`: their participant, if already looked up.
   * Idempotent: a row without its entry, left by a crash, gets the entry.
   */
  async join(
    room: DebateRoom,
    person: SignedIn,
    { rejoins = false, known: found }: { readonly rejoins?: boolean; readonly known?: string | null } = {},
  ): Promise<string | null> {
    const { head } = room.state;
    const known = found === undefined ? await this.find(room.id, person) : found;
    const standing = room.state.participants.get(known ?? '')?.membership;
    if (standing && (standing !== 'removed' || !rejoins)) return known;
    const isTaken = head !== null && head.status === 'open' && head.settings.guests !== 'none';
    const hasAccount = person.kind === 'account' || head?.settings.accounts !== true;
    if (!isTaken || !hasAccount) return standing ? known : null;
    return this.#admit(room, person, known, head.settings.guests);
  }

  /**
   * Makes a person a participant in a role, or raises them to it; returns their id, or `null` if they are banned, or the debate is full. A
   * removed person becomes a member again.
   */
  async admit(room: DebateRoom, person: SignedIn, role: Role): Promise<string | null> {
    return this.#admit(room, person, await this.find(room.id, person), role);
  }

  async #admit(room: DebateRoom, person: SignedIn, known: string | null, role: Role): Promise<string | null> {
    // Checked before anything is written: no row is left for a person who can't join anyway.
    if (known === null && room.state.participants.size >= LIMITS.participants) return null;
    const joining = known === null ? await this.#create(room.id, person) : { id: known };
    const { id } = joining;
    // Others know the name of a person who was removed. It would show that they come back.
    if (!room.state.participants.has(id)) {
      // A person who was renamed here keeps that name.
      const isRead = 'name' in joining && isNamed(room, joining);
      const [named] = isRead ? [joining] : await this.namesOf(room, [id]);
      this.#heard(room.id, named ?? { id, name: person.name, pseudonym: null }, 'joined');
    }
    const operation = { type: 'participant.join', participantId: id, role } as const;
    // A client id that is never used again: an old refusal is no answer to a person who uses another invitation, or tries again.
    const clientId = `join:${id}:${randomUUID()}`;
    const answer = await room.submit(toSubmission(SYSTEM, clientId, 1, operation, id));
    if (!answer.ok && isPassing(answer.rejection)) throw new DatabaseUnavailable(answer.rejection.code);
    if (answer.ok || answer.rejection.code === 'already_joined') return id;
    if (known === null) await this.#database.prisma.participant.deleteMany({ where: { id } });
    return null;
  }

  /**
   * Makes participants of a plenary participants of a small group of it, under the same id and the same names. People new to the group are
   * announced.
   */
  async carry(plenaryId: string, group: NamedDebate, ids: readonly string[]): Promise<void> {
    const { participant } = this.#database.prisma;
    const known = await participant.findMany({ where: { debateId: group.id }, select: { id: true } });
    const there = new Set(known.map(({ id }) => id));
    const missing = ids.filter((id) => !there.has(id));
    if (missing.length === 0) return;
    const rows = await participant.findMany({
      where: { debateId: plenaryId, id: { in: missing } },
      select: { id: true, userId: true, name: true, pseudonym: true },
    });
    await participant.createMany({
      data: rows.map((row) => ({ ...row, debateId: group.id })),
      skipDuplicates: true,
    });
    for (const named of await this.namesOf(
      group,
      rows.map(({ id }) => id),
    ))
      this.#heard(group.id, named, 'joined');
  }

  /** Stores a participant's new name, and announces it. A participant from a file is still shown as such, whatever their name. */
  async rename(debateId: string, id: string, wanted: string): Promise<void> {
    const { participant } = this.#database.prisma;
    const where = { debateId_id: { debateId, id } };
    const { userId } = await participant.findUniqueOrThrow({ where, select: { userId: true } });
    const name = userId === null ? nameInFile(wanted) : tidyName(wanted);
    const row = await participant.update({ where, data: { name } });
    this.#heard(debateId, knownPerson(row), 'renamed');
  }

  async #create(debateId: string, { id: userId, name }: SignedIn): Promise<KnownPerson> {
    return knownPerson(await orUserErased(this.#created.answer({ debateId, userId, name })));
  }

  async #findAll(asked: readonly PersonIn[]): Promise<(FoundIn | null)[]> {
    const rows = await this.#database.rowsOf<FoundIn & { index: number }>(Prisma.sql`
      SELECT k.index::int - 1 AS index, p.id AS "participantId"
      FROM unnest(${debatesOf(asked)}::text[], ${usersOf(asked)}::text[])
        WITH ORDINALITY AS k (debate_id, user_id, index)
      JOIN debate d ON d.id = k.debate_id
      LEFT JOIN participant p ON p.debate_id = d.id AND p.user_id = k.user_id
      WHERE d.visibility <> ALL (${CLOSED}::text[]) OR p.id IS NOT NULL`);
    const found = new Map(rows.map(({ index, participantId }) => [index, { participantId }]));
    return asked.map((_, index) => found.get(index) ?? null);
  }

  /** Each row as it was written; where a person has one already, that one. */
  async #createAll(asked: readonly NewParticipant[]): Promise<ParticipantRow[]> {
    const rows = await this.#database.rowsOf<ParticipantRow & PersonIn>(Prisma.sql`
      INSERT INTO participant (id, debate_id, user_id, name)
      SELECT DISTINCT ON (debate_id, user_id) *
      FROM unnest(${asked.map(newParticipantId)}::text[], ${debatesOf(asked)}::text[],
        ${usersOf(asked)}::text[], ${asked.map(({ name }) => name)}::text[]) AS new (id, debate_id, user_id, name)
      ON CONFLICT (debate_id, user_id) DO UPDATE SET user_id = excluded.user_id
      RETURNING id, debate_id AS "debateId", user_id AS "userId", name, pseudonym`);
    return asked.map(({ debateId, userId }) => {
      const row = rows.find((one) => one.debateId === debateId && one.userId === userId);
      if (!row) throw new Error('a participant was not written');
      return row;
    });
  }
}

/** The user id of a reader, in queries. */
const NOBODY = '';

interface PersonIn {
  readonly debateId: string;
  readonly userId: string;
}

interface FoundIn {
  readonly participantId: string | null;
}

interface NewParticipant extends PersonIn {
  readonly name: string;
}

function debatesOf(asked: readonly PersonIn[]): string[] {
  return asked.map(({ debateId }) => debateId);
}

function usersOf(asked: readonly PersonIn[]): string[] {
  return asked.map(({ userId }) => userId);
}

interface ParticipantRow {
  readonly id: string;
  readonly userId: string | null;
  readonly name: string;
  readonly pseudonym: string | null;
}

function isNamed({ state }: NamedDebate, { pseudonym }: KnownPerson): boolean {
  return namesIn(state) !== 'pseudonyms' || Boolean(pseudonym);
}

function knownPerson({ id, userId, name, pseudonym }: ParticipantRow): KnownPerson {
  return { id, name: userId === null ? importedName(name) : name, pseudonym };
}

export function newParticipantId(): string {
  return `m_${randomBytes(9).toString('base64url')}`;
}
