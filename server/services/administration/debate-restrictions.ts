import { randomUUID } from 'node:crypto';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { refuse } from '#domain/debate/engine/refusal.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { RESTRICTIONS, type Restriction } from '#domain/debate/head/head.ts';
import { shortNames } from '#domain/debate/participants/namesakes.ts';
import { isModerating } from '#domain/debate/participants/participant.ts';
import type { Result } from '../../auth/result.ts';
import type { SignedIn } from '../../auth/sign-in/sign-ins.ts';
import type { Database } from '../../database/open-database.ts';
import type { DebateRoom } from '../../log/debate-room.ts';
import type { Rooms } from '../../log/rooms.ts';
import { toSubmission } from '../../log/submission.ts';
import type { Logger } from '../../logging/logger.ts';
import type { Groups } from '../groups/groups.ts';
import type { Participants } from '../participants/participants.ts';

/** A moderator or owner of a debate. */
export interface RunningPerson {
  readonly participantId: string;
  readonly userId: string;
  /** The name in the debate, with the number of a namesake among all its people: the same as on its board. */
  readonly name: string;
}

/** A debate as administrators see it, without its content. */
export interface AdministeredDebate {
  readonly id: string;
  readonly title: string;
  /** A small group's main debate, which it follows; `null`: it isn't a group. */
  readonly plenary: string | null;
  /** The restrictions in force, with their reasons. Times are in milliseconds. */
  readonly restrictions: readonly {
    readonly restriction: Restriction;
    readonly reason: string;
    readonly at: number;
  }[];
  /** `null`: the owner no longer has a sign-in. */
  readonly owner: RunningPerson | null;
  /** Moderators with a sign-in, to whom the debate can be handed over. */
  readonly moderators: readonly RunningPerson[];
}

interface DebateRestrictionsParts {
  readonly database: Database;
  readonly rooms: Rooms;
  readonly participants: Participants;
  readonly groups: Groups;
  readonly logger: Logger;
}

/**
 * Lets administrators close, hide and delete any debate, undo that, and transfer a debate. Each action is an entry of the debate's log, by
 * the server: its history and moderation log say that an administrator did it and why, and the owner is notified. Only the server's log
 * says which administrator did it, by id.
 */
export class DebateRestrictions {
  readonly #parts: DebateRestrictionsParts;

  constructor(parts: DebateRestrictionsParts) {
    this.#parts = parts;
  }

  /**
   * A debate as administrators see it; null if it doesn't exist or the caller isn't one. `outdated`: it has an entry of a newer
   * release.
   */
  async find(by: SignedIn | null, debateId: string): Promise<AdministeredDebate | 'outdated' | null> {
    if (!by?.administrator) return null;
    // A room may exist a while longer than its debate.
    const row = await this.#parts.database.prisma.debate.findUnique({
      where: { id: debateId },
      select: { id: true },
    });
    if (row === null) return null;
    const found = await this.#parts.rooms.answer(debateId, (room) => this.#administered(room));
    return found && 'ok' in found ? 'outdated' : found;
  }

  /**
   * Restricts a debate for a reason its owner reads, or lifts a restriction (null); for administrators. When it answers, the
   * debate's small groups have followed.
   */
  restrict(by: SignedIn, debateId: string, restriction: Restriction, reason: string | null): Promise<Result> {
    return this.#do(
      by,
      debateId,
      { type: 'debate.restrict', restriction, reason: reason?.trim() ?? null },
      () => {
        const act = { administrator: by.id, debate: debateId, restriction, lifted: reason === null };
        this.#parts.logger.info(act, 'an administrator restricted a debate');
      },
    );
  }

  /** Transfers a debate to one of its moderators, so that its owner can be erased; for administrators. */
  async handOver(by: SignedIn, debateId: string, participantId: string): Promise<Result> {
    const debate = await this.find(by, debateId);
    if (debate === 'outdated') return refuse('server_outdated');
    if (debate && !debate.moderators.some((one) => one.participantId === participantId))
      return refuse('unknown_participant');
    return this.#do(by, debateId, { type: 'debate.transfer', participantId }, () => {
      const act = { administrator: by.id, debate: debateId, participant: participantId };
      this.#parts.logger.info(act, 'an administrator handed a debate over');
    });
  }

  #do(by: SignedIn, debateId: string, operation: Operation, done: () => void): Promise<Result> {
    if (!by.administrator) return Promise.resolve(refuse('not_allowed'));
    return this.#parts.rooms.answer(debateId, async (room): Promise<Result> => {
      if (!room?.state.head) return refuse('debate_not_found');
      // A small group follows its main debate: a change to the group alone would not last.
      if (room.state.head.plenary !== null) return refuse('decided_by_plenary');
      const clientId = `administrator:${randomUUID()}`;
      const answer = await room.submit(toSubmission(SYSTEM, clientId, 1, operation));
      if (answer.ok) done();
      // Also if it was done before: a server stopped in between may not have updated the groups.
      if (answer.ok || answer.rejection.code === 'nothing_changed') await this.#parts.groups.follow(room);
      return answer.ok ? { ok: true } : answer;
    });
  }

  async #administered(room: DebateRoom | null): Promise<AdministeredDebate | null> {
    if (!room?.state.head) return null;
    const { title, plenary, restrictions = {} } = room.state.head;
    const people = await this.#peopleWhoRun(room);
    const isOwner = ({ participantId }: RunningPerson) =>
      room.state.participants.get(participantId)?.role === 'owner';
    return {
      id: room.id,
      title,
      plenary,
      restrictions: RESTRICTIONS.flatMap((restriction) => {
        const one = restrictions[restriction];
        return one ? { restriction, reason: one.reason, at: one.at } : [];
      }),
      owner: people.find(isOwner) ?? null,
      moderators: people.filter((person) => !isOwner(person)),
    };
  }

  async #peopleWhoRun(room: DebateRoom): Promise<RunningPerson[]> {
    const ids = runningIn(room.state);
    const rows = await this.#parts.database.prisma.participant.findMany({
      where: { debateId: room.id, id: { in: ids }, userId: { not: null } },
      select: { id: true, userId: true },
      orderBy: { id: 'asc' },
    });
    const known = await this.#parts.participants.namesOf(room);
    // Without pseudonyms: administrators learn nobody's.
    const names = shortNames(
      known.map(({ id, name }) => ({ id, name })),
      room.state.participants,
    );
    return rows.flatMap(({ id, userId }) =>
      userId === null ? [] : { participantId: id, userId, name: names.get(id) ?? '' },
    );
  }
}

/** The owner and moderators who are still members. */
function runningIn({ participants }: DebateState): string[] {
  return [...participants.values()].flatMap(({ id, role, membership }) =>
    isModerating(role) && membership === 'member' ? id : [],
  );
}
