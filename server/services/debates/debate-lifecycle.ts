import { randomBytes } from 'node:crypto';
import { decide } from '#domain/debate/engine/decide.ts';
import { GRACE } from '#domain/debate/engine/limits.ts';
import { type Refusal, refuse } from '#domain/debate/engine/refusal.ts';
import type { Result } from '../../auth/result.ts';
import type { SignedIn } from '../../auth/sign-in/sign-ins.ts';
import type { Database } from '../../database/open-database.ts';
import { ArchivedCopies } from '../../log/archived-copies.ts';
import type { Rooms } from '../../log/rooms.ts';
import { toSubmission } from '../../log/submission.ts';
import type { Participants } from '../participants/participants.ts';

const CLEAR = { type: 'debate.clear' } as const;

/** Debates to purge that are read per statement. */
const AT_ONCE = 50;

/** Clears the board after a rehearsal, and purges debates deleted long enough ago. */
export class DebateLifecycle {
  readonly #database: Database;
  readonly #rooms: Rooms;
  readonly #participants: Participants;
  readonly #copies: ArchivedCopies;

  /** `now` is the server's clock, in milliseconds since 1970. */
  constructor(database: Database, rooms: Rooms, participants: Participants, now: () => number) {
    this.#database = database;
    this.#rooms = rooms;
    this.#participants = participants;
    this.#copies = new ArchivedCopies(database.prisma, now);
  }

  /**
   * Clears a debate's board, and keeps a copy of it among its owner's deleted debates. If the server is killed in between, there is a
   * surplus copy; what is written meanwhile is in the copy too. `mayClear` is called once everything else allows it: if false, the request
   * is refused with `too_fast`.
   */
  clear(debateId: string, person: SignedIn, mayClear = () => true): Promise<{ readonly ok: true } | Refusal> {
    return this.#rooms.answer(debateId, async (room) => {
      const id = room && (await this.#participants.find(debateId, person));
      const role = room?.state.participants.get(id ?? '')?.role;
      if (room === null || id === null || role === undefined) return refuse('debate_not_found');
      if (role !== 'owner') return refuse('not_allowed');
      // If there is nothing to clear, nothing is copied either.
      const decision = decide(room.state, CLEAR, { id, role });
      if (!decision.ok) return decision;
      if (!mayClear()) return refuse('too_fast');
      const { seq } = room.state;
      const copy = await this.#copies.keep(debateId, seq, id);
      const clientId = `clear:${randomBytes(9).toString('base64url')}`;
      let clearedBy = seq + 1;
      const unlisten = room.onEntries((entries) => {
        clearedBy = entries.find(({ effect }) => effect.type === 'debate.cleared')?.seq ?? clearedBy;
      });
      const answer = await room.submit(toSubmission(id, clientId, 1, CLEAR));
      // If it was only found durable by reading the database, read its entry too.
      if (answer.ok) await room.catchUp();
      unlisten();
      if (answer.ok && clearedBy === seq + 1) return { ok: true };
      if (answer.ok) await this.#copies.keep(debateId, clearedBy - 1, id);
      await this.#copies.forget(copy);
      return answer.ok ? { ok: true } : answer;
    });
  }

  /** Deletes a debate for its owner, also one they can't open because an administrator hid it. */
  remove(debateId: string, person: SignedIn): Promise<Result> {
    return this.#rooms.answer(debateId, async (room) => {
      const id = room && (await this.#participants.find(debateId, person));
      if (room === null || id === null) return refuse('debate_not_found');
      const clientId = `remove:${randomBytes(9).toString('base64url')}`;
      const operation = { type: 'debate.delete', deleted: true } as const;
      const answer = await room.submit(toSubmission(id, clientId, 1, operation));
      return answer.ok ? { ok: true } : answer;
    });
  }

  /** Purges debates deleted longer ago than they are kept, and what a stop left of others. `now` is milliseconds since 1970. */
  async purge(now: number): Promise<void> {
    const before = new Date(now - GRACE);
    const findOld = () =>
      this.#database.prisma.debate.findMany({
        where: { visibility: 'deleted', changedAt: { lte: before } },
        select: { id: true },
        take: AT_ONCE,
      });
    for (let old = await findOld(); old.length > 0; old = await findOld())
      for (const { id } of old) await this.#copies.forget(id, before);
    await this.#copies.finishForgetting();
  }
}
