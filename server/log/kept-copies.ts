import { randomBytes } from 'node:crypto';
import { ENTRY_SHAPE, SYSTEM } from '../../domain/debate/entries.ts';
import type { PrismaClient } from '../../prisma/client/client.ts';

/** Copies of debates as they were before they were cleared: debates of their own, deleted already. */
export class KeptCopies {
  readonly #prisma: PrismaClient;
  readonly #now: () => number;

  /** `now` is the server's clock, in milliseconds since 1970. */
  constructor(prisma: PrismaClient, now: () => number) {
    this.#prisma = prisma;
    this.#now = now;
  }

  /**
   * Copies a debate's log up to an entry, and its people, all or nothing; the copy's id. `owner` is who deleted it. The debate's
   * row is held meanwhile: a person who is erased is in the copy with their words and part, to be erased there too, or with neither.
   */
  async keep(debateId: string, upTo: number, owner: string): Promise<string> {
    const id = `d_${randomBytes(9).toString('base64url')}`;
    const deleted = JSON.stringify({ deleted: true });
    const prisma = this.#prisma;
    const now = this.#now();
    await prisma.$transaction([
      prisma.$executeRaw`
        INSERT INTO debate (id, title, visibility, head, listing, created_at, changed_at)
        SELECT ${id}, title, 'deleted', ${upTo + 1}::int, listing, created_at, ${new Date(now)} FROM debate WHERE id = ${debateId}
        FOR SHARE`,
      prisma.$executeRaw`
        INSERT INTO log_entry (debate_id, seq, at, actor_id, author_id, shape, type, payload)
        SELECT ${id}, seq, at, actor_id, author_id, shape, type, payload
        FROM log_entry WHERE debate_id = ${debateId} AND seq <= ${upTo}::int`,
      prisma.$executeRaw`
        INSERT INTO log_entry (debate_id, seq, at, actor_id, author_id, shape, type, payload)
        VALUES (${id}, ${upTo + 1}::int, ${now}::bigint, ${SYSTEM}, ${owner}, ${ENTRY_SHAPE}::int, 'debate.deleted',
                ${deleted}::json)`,
      prisma.$executeRaw`
        INSERT INTO participant (id, debate_id, user_id, name, pseudonym, created_at)
        SELECT id, ${id}, user_id, name, pseudonym, created_at FROM participant WHERE debate_id = ${debateId}`,
    ]);
    return id;
  }

  /**
   * Removes a deleted debate for good, with all that was stored of it, `unless` it changed after that moment; whether there was
   * one to remove.
   */
  async forget(debateId: string, unless = new Date(this.#now())): Promise<boolean> {
    const prisma = this.#prisma;
    const { count } = await prisma.debate.deleteMany({
      where: { id: debateId, visibility: 'deleted', changedAt: { lte: unless } },
    });
    if (count === 0) return false;
    await prisma.logEntry.deleteMany({ where: { debateId } });
    await prisma.submission.deleteMany({ where: { debateId } });
    return true;
  }
}
