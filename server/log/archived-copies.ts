import { randomBytes } from 'node:crypto';
import { ENTRY_SHAPE, SYSTEM } from '../../domain/debate/engine/entries.ts';
import type { PrismaClient } from '../../prisma/client/client.ts';
import { inStretches } from '../database/in-stretches.ts';
import { nextTurn } from '../timing/next-turn.ts';

/** Rows copied or deleted per statement: PGlite runs on the server's thread. */
const AT_ONCE = 500;
/** The key of the setting that marks a debate whose log is being removed, before its id. */
const REMOVING = 'removing:';

/** Copies of debates as they were before they were cleared: separate debates, marked as deleted from the start. */
export class ArchivedCopies {
  readonly #prisma: PrismaClient;
  readonly #now: () => number;

  /** `now` is the server's clock, in milliseconds since 1970. */
  constructor(prisma: PrismaClient, now: () => number) {
    this.#prisma = prisma;
    this.#now = now;
  }

  /**
   * Copies a debate's log up to an entry, and its participants; returns the copy's id. `owner` deleted the debate. Other statements
   * run between two chunks. The copy gets its owner only once it is complete; a partial one is purged with other deleted debates.
   * It contains a person erased meanwhile with both words and membership, to be erased there too, or with neither.
   */
  async keep(debateId: string, upTo: number, owner: string): Promise<string> {
    for (;;) {
      const erasedAt = await this.#erasedAt(debateId);
      const id = await this.#begin(debateId, upTo);
      for (let after = 0; after < upTo; after += AT_ONCE) {
        await this.#copyEntries(debateId, id, after, Math.min(upTo, after + AT_ONCE));
        await nextTurn();
      }
      if (await this.#complete(debateId, { id, upTo, owner, erasedAt })) return id;
      await this.forget(id);
    }
  }

  /** The copy's bytes are those of the debate: its entries, which come later, are not counted again. */
  async #begin(debateId: string, upTo: number): Promise<string> {
    const id = `d_${randomBytes(9).toString('base64url')}`;
    await this.#prisma.$executeRaw`
      INSERT INTO debate (id, title, visibility, head, bytes, counted_to, listing, created_at, changed_at)
      SELECT ${id}, title, 'deleted', ${upTo + 1}::int, bytes, ${upTo + 1}::int, listing, created_at, ${new Date(this.#now())}
      FROM debate WHERE id = ${debateId}`;
    return id;
  }

  async #erasedAt(debateId: string): Promise<number> {
    const [row] = await this.#prisma.$queryRaw<{ erasedAt: number }[]>`
      SELECT erased_at AS "erasedAt" FROM debate WHERE id = ${debateId}`;
    if (!row) throw new Error('There is no such debate to be copied');
    return row.erasedAt;
  }

  async #copyEntries(debateId: string, id: string, after: number, upTo: number): Promise<void> {
    await this.#prisma.$executeRaw`
      INSERT INTO log_entry (debate_id, seq, at, actor_id, author_id, shape, type, payload)
      SELECT ${id}, seq, at, actor_id, author_id, shape, type, payload
      FROM log_entry WHERE debate_id = ${debateId} AND seq > ${after}::int AND seq <= ${upTo}::int`;
  }

  /**
   * Adds the participants, with their read marks and notification settings, and the last entry to a copy, with the debate's row locked;
   * false: words were erased since it began.
   */
  async #complete(
    debateId: string,
    { id, upTo, owner, erasedAt }: Record<'id' | 'owner', string> & Record<'upTo' | 'erasedAt', number>,
  ): Promise<boolean> {
    const prisma = this.#prisma;
    const deleted = JSON.stringify({ deleted: true });
    const [count] = await prisma.$transaction([
      prisma.$executeRaw`
        WITH original AS (SELECT id FROM debate WHERE id = ${debateId} AND erased_at = ${erasedAt}::int FOR SHARE)
        INSERT INTO log_entry (debate_id, seq, at, actor_id, author_id, shape, type, payload)
        SELECT ${id}, ${upTo + 1}::int, ${this.#now()}::bigint, ${SYSTEM}, ${owner}, ${ENTRY_SHAPE}::int, 'debate.deleted',
               ${deleted}::json FROM original`,
      prisma.$executeRaw`
        INSERT INTO participant (id, debate_id, user_id, name, pseudonym, created_at)
        SELECT p.id, ${id}, p.user_id, p.name, p.pseudonym, p.created_at
        FROM participant p JOIN debate d ON d.id = p.debate_id
        WHERE p.debate_id = ${debateId} AND d.erased_at = ${erasedAt}::int`,
      // Everything in the copy is searched for notifications as the original: restoring it must not notify of it again.
      prisma.$executeRaw`
        INSERT INTO note_cursor (debate_id, seq, remind_at)
        VALUES (${id}, ${upTo + 1}::int, (SELECT remind_at FROM note_cursor WHERE debate_id = ${debateId}))`,
      prisma.$executeRaw`
        INSERT INTO note_choice (debate_id, participant_id, level, muted)
        SELECT p.debate_id, p.id, c.level, c.muted
        FROM note_choice c JOIN participant p ON p.debate_id = ${id} AND p.id = c.participant_id
        WHERE c.debate_id = ${debateId}`,
      prisma.$executeRaw`
        INSERT INTO seen_mark (debate_id, participant_id, until, "left", later, revision)
        SELECT p.debate_id, p.id, s.until, s.left, s.later, s.revision
        FROM seen_mark s JOIN participant p ON p.debate_id = ${id} AND p.id = s.participant_id
        WHERE s.debate_id = ${debateId}`,
    ]);
    return count === 1;
  }

  /**
   * Removes a deleted debate for good, with everything stored for it, `unless` it changed after that moment. Returns true if there was one
   * to remove. Its log is removed after it, in stretches: a mark remembers that, in case the server stops in between.
   */
  async forget(debateId: string, unless = new Date(this.#now())): Promise<boolean> {
    const count = await this.#prisma.$executeRaw`
      WITH removed AS (
        DELETE FROM debate WHERE id = ${debateId} AND visibility = 'deleted' AND changed_at <= ${unless} RETURNING id
      )
      INSERT INTO setting (key, value) SELECT ${REMOVING + debateId}, '' FROM removed ON CONFLICT DO NOTHING`;
    if (count === 0) return false;
    await this.#forgetLog(debateId);
    return true;
  }

  /** Removes what is left of debates during whose removal a server stopped. */
  async finishForgetting(): Promise<void> {
    const marks = await this.#prisma.setting.findMany({ where: { key: { startsWith: REMOVING } } });
    for (const { key } of marks) await this.#forgetLog(key.slice(REMOVING.length));
  }

  async #forgetLog(debateId: string): Promise<void> {
    const prisma = this.#prisma;
    await inStretches(
      AT_ONCE,
      (limit) => prisma.$executeRaw`
        DELETE FROM log_entry WHERE debate_id = ${debateId} AND seq IN (
          SELECT seq FROM log_entry WHERE debate_id = ${debateId} LIMIT ${limit})`,
    );
    await inStretches(
      AT_ONCE,
      (limit) => prisma.$executeRaw`
        DELETE FROM submission WHERE debate_id = ${debateId} AND (client_id, client_seq) IN (
          SELECT client_id, client_seq FROM submission WHERE debate_id = ${debateId} LIMIT ${limit})`,
    );
    // Another node may be removing the same one: it finds fewer rows than there are.
    await prisma.$executeRaw`
      DELETE FROM setting WHERE key = ${REMOVING + debateId}
        AND NOT EXISTS (SELECT FROM log_entry WHERE debate_id = ${debateId})
        AND NOT EXISTS (SELECT FROM submission WHERE debate_id = ${debateId})`;
  }
}
