import { randomBytes } from 'node:crypto';
import { SYSTEM } from '../../domain/debate/entries.ts';
import { isPassing } from '../../domain/debate/rejections.ts';
import type { Role } from '../../domain/debate/state.ts';
import type { Person } from '../../domain/protocol/server-messages.ts';
import type { SignedIn } from '../auth/people.ts';
import { DatabaseUnavailable } from '../database/database-unavailable.ts';
import type { Database } from '../database/open-database.ts';
import type { DebateRoom } from '../log/debate-room.ts';
import { toSubmission } from '../log/submission.ts';

/** People in debates: which participant somebody is, and what the participants of a debate are called. */
export class Participants {
  readonly #database: Database;
  readonly #joined: (debateId: string, person: Person) => void;

  /** `joined` hears of a person before the entry of their joining is published. */
  constructor(database: Database, joined: (debateId: string, person: Person) => void) {
    this.#database = database;
    this.#joined = joined;
  }

  /** What the participants of a debate are called; or these of them. */
  async namesOf(debateId: string, among?: readonly string[]): Promise<Person[]> {
    const rows = await this.#database.prisma.participant.findMany({
      where: { debateId, ...(among && { id: { in: [...among] } }) },
      select: { id: true, name: true },
      orderBy: { id: 'asc' },
    });
    return rows;
  }

  /** Which participant of a debate somebody is; null before they joined. */
  async find(debateId: string, person: SignedIn): Promise<string | null> {
    const row = await this.#database.prisma.participant.findUnique({
      where: { debateId_userId: { debateId, userId: person.id } },
    });
    return row?.id ?? null;
  }

  /**
   * Makes somebody a participant as the debate's settings allow; their id, or null where guests are kept out.
   * Can be repeated at any point: a row without its entry, left by a crash, gets the entry.
   */
  async join(room: DebateRoom, person: SignedIn): Promise<string | null> {
    const { head } = room.state;
    const known = await this.find(room.id, person);
    if (known !== null && room.state.participants.has(known)) return known;
    if (head === null || head.life !== 'open' || head.settings.guests === 'none') return null;
    return this.admit(room, person, head.settings.guests);
  }

  /** Makes somebody a participant in a role, or raises them to it; their id, or null where the debate is full. */
  async admit(room: DebateRoom, person: SignedIn, role: Role): Promise<string | null> {
    const id = (await this.find(room.id, person)) ?? (await this.#create(room.id, person));
    if (!room.state.participants.has(id)) this.#joined(room.id, { id, name: person.name });
    const operation = { type: 'participant.join', participantId: id, role } as const;
    // Its number never comes again: a refusal of old is no answer to who comes by another invitation, or once more.
    const clientId = `join:${id}:${randomBytes(9).toString('base64url')}`;
    const answer = await room.submit(toSubmission(SYSTEM, clientId, 1, operation, id));
    if (!answer.ok && isPassing(answer.rejection)) throw new DatabaseUnavailable(answer.rejection.code);
    return answer.ok || answer.rejection.code === 'already_joined' ? id : null;
  }

  async #create(debateId: string, person: SignedIn): Promise<string> {
    const id = newParticipantId();
    const row = await this.#database.prisma.participant.upsert({
      where: { debateId_userId: { debateId, userId: person.id } },
      create: { id, debateId, userId: person.id, name: person.name },
      update: {},
    });
    return row.id;
  }
}

export function newParticipantId(): string {
  return `m_${randomBytes(9).toString('base64url')}`;
}
