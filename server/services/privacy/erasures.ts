import { refuse } from '#domain/debate/engine/refusal.ts';
import type { Authentication } from '../../auth/auth.ts';
import type { Result } from '../../auth/result.ts';
import { DatabaseUnavailable } from '../../database/database-unavailable.ts';
import type { Database } from '../../database/open-database.ts';
import { ArchivedCopies } from '../../log/archived-copies.ts';
import { eraseFromLog } from '../../log/erase-from-log.ts';
import type { OperationLog } from '../../log/operation-log.ts';
import { refuseNewer, unlessNewer } from '../../log/refuse-newer.ts';
import type { Rooms } from '../../log/rooms.ts';
import { loadState, SNAPSHOT_EVERY, storeSnapshot } from '../../log/snapshots/snapshots.ts';
import { describeError } from '../../logging/describe-error.ts';
import type { Logger } from '../../logging/logger.ts';

/** A debate the person owns: they transfer it, or delete it, before they can be erased. */
export interface OwnedDebate {
  readonly id: string;
  readonly title: string;
}

export interface ErasuresParts {
  readonly database: Database;
  readonly log: OperationLog;
  readonly rooms: Rooms;
  readonly auth: Authentication;
  readonly logger: Logger;
  /** The server's clock. */
  readonly now: () => number;
}

/**
 * Erases people. The pending erasure is stored first, and everything that identifies them or lets them sign in is deleted with it; then
 * they are erased from one debate after another. Their membership row in a debate marks that it is still to be done there, and is deleted
 * with it, so that an erasure continues after a crash where it stopped.
 */
export class Erasures {
  readonly #parts: ErasuresParts;
  readonly #copies: ArchivedCopies;

  constructor(parts: ErasuresParts) {
    this.#parts = parts;
    this.#copies = new ArchivedCopies(parts.database.prisma, parts.now);
  }

  /** The undeleted debates that a person owns and this server can read. */
  async owned(userId: string): Promise<OwnedDebate[]> {
    return (await this.#owned(userId)).filter((debate) => debate !== 'outdated');
  }

  /** Like `owned`, with `outdated` for each debate that has an entry of a newer release. */
  async #owned(userId: string): Promise<(OwnedDebate | 'outdated')[]> {
    const { database, log } = this.#parts;
    const rows = await database.prisma.participant.findMany({
      where: { userId, debate: { visibility: { not: 'deleted' } } },
      select: { id: true, debateId: true },
      orderBy: { debateId: 'asc' },
    });
    const owned: (OwnedDebate | 'outdated')[] = [];
    for (const { id, debateId } of rows) {
      const loaded = await unlessNewer(async () => ({ state: (await loadState(log, debateId))?.state }));
      if (loaded === null) {
        owned.push('outdated');
        continue;
      }
      const { state } = loaded;
      if (state?.participants.get(id)?.role !== 'owner' || state.head?.deleted) continue;
      owned.push({ id: debateId, title: state.head?.title ?? '' });
    }
    return owned;
  }

  /** A person's participant in each of their debates. */
  async partsOf(userId: string): Promise<string[]> {
    const { participant } = this.#parts.database.prisma;
    const rows = await participant.findMany({ where: { userId }, select: { id: true } });
    return rows.map(({ id }) => id);
  }

  /**
   * Erases a person, and what they wrote if they wish; refused while they own a debate. `administrator`: the id of the one who does it for
   * them.
   */
  async erase(
    userId: string,
    { words, administrator }: { readonly words: boolean; readonly administrator?: string },
  ): Promise<Result> {
    const { database, auth, logger } = this.#parts;
    const { prisma } = database;
    const person = await prisma.user.findUnique({ where: { id: userId }, select: { email: true } });
    if (person === null) return refuse('unknown_participant');
    const owned = await this.#owned(userId);
    if (owned.includes('outdated')) return refuse('server_outdated');
    if (owned.length > 0) return refuse('owns_debate');
    const { email } = person;
    const toThem = email === null ? [] : [{ email }];
    const byThem = { madeBy: { in: await this.partsOf(userId) } };
    await prisma.$transaction([
      prisma.user.updateMany({
        where: { id: userId },
        data: {
          name: '',
          email: null,
          passwordHash: null,
          oidcSubject: null,
          administrator: false,
          administratorBy: null,
        },
      }),
      // If requested twice at once, with and without their words, it is done with them.
      prisma.user.updateMany({
        where: { id: userId, ...(words ? {} : { erasing: null }) },
        data: { erasing: words ? 'words' : 'name' },
      }),
      prisma.participant.updateMany({ where: { userId }, data: { name: '' } }),
      prisma.oneTimeCode.deleteMany({ where: { OR: [{ userId }, ...toThem] } }),
      prisma.invitation.deleteMany({ where: { OR: toThem } }),
      prisma.note.deleteMany({ where: { userId } }),
      prisma.digest.deleteMany({ where: { userId } }),
      prisma.mailChoice.deleteMany({ where: { userId } }),
      prisma.authenticator.deleteMany({ where: { userId } }),
      prisma.passkey.deleteMany({ where: { userId } }),
      prisma.recoveryCode.deleteMany({ where: { userId } }),
      prisma.shownSecret.deleteMany({ where: { userId } }),
      prisma.invitation.updateMany({ where: byThem, data: { note: null } }),
      prisma.webhook.deleteMany({ where: byThem }),
    ]);
    await auth.endAll(userId, { administrator });
    // Only ids: after a backup is restored, the operator knows whom to erase again.
    logger.info({ person: userId, words, administrator }, 'a person is erased');
    await this.#finish(userId);
    return { ok: true };
  }

  /** Erases a person's name, or logs why that failed: a debate that can't be read must not keep others from being erased. */
  async eraseOrLeave(userId: string): Promise<void> {
    await this.erase(userId, { words: false }).catch(this.#leftFor({ person: userId }));
  }

  /** Completes erasures that were begun and not finished, on any server. */
  async finishAll(): Promise<void> {
    const begun = await this.#parts.database.prisma.user.findMany({
      where: { erasing: { not: null } },
      select: { id: true },
    });
    for (const { id } of begun) await this.#finish(id).catch(this.#leftFor({ person: id }));
  }

  /** Logs a failure, so that nothing else waits for what keeps failing. If the database is away, all of it waits. */
  #leftFor(ids: Readonly<Record<string, string>>): (error: unknown) => false {
    return (error) => {
      if (error instanceof DatabaseUnavailable && !error.hasAnswered) throw error;
      this.#parts.logger.warn({ err: describeError(error), ...ids }, 'an erasure failed; it is tried again');
      return false;
    };
  }

  /** Erases a person from each of their debates; one where that fails is left for the next time. */
  async #finish(userId: string): Promise<void> {
    const { prisma } = this.#parts.database;
    const left = new Set<string>();
    let hasWords = false;
    for (;;) {
      const next = await prisma.participant.findFirst({
        where: { userId, debateId: { notIn: [...left] } },
        select: { id: true, debateId: true },
      });
      const begun = await prisma.user.findUnique({ where: { id: userId }, select: { erasing: true } });
      hasWords ||= begun?.erasing === 'words';
      if (next === null || begun === null) break;
      const { id: participant, debateId: debate } = next;
      const isErased = await this.#eraseFrom(debate, participant, begun.erasing === 'words').catch(
        this.#leftFor({ person: userId, debate, participant }),
      );
      if (!isErased) left.add(debate);
    }
    await prisma.user.deleteMany({ where: { id: userId, participants: { none: {} } } });
    // PostgreSQL does it by itself.
    if (hasWords && left.size === 0) await this.#vacuum();
  }

  /** Removes the earlier versions of erased words from an embedded database. What fails is done within the hour. */
  async #vacuum(): Promise<void> {
    const { database, logger } = this.#parts;
    await database.embedded?.vacuum().catch((error: unknown) => {
      logger.warn({ err: describeError(error) }, 'vacuuming after an erasure failed');
    });
  }

  /**
   * Erases a person from one debate. False if it must be retried later: they just became the owner, or the debate has an entry
   * of a newer release.
   */
  async #eraseFrom(debateId: string, participantId: string, words: boolean): Promise<boolean> {
    const { database, log, rooms, logger, now } = this.#parts;
    const erased = await refuseNewer(() => eraseFromLog(log, debateId, participantId, { words, now }));
    if (erased?.ok) {
      // Erasing words deleted all snapshots. Without a new one, the next open of a long debate would fold its whole log.
      if (words && erased.state.seq >= SNAPSHOT_EVERY)
        await storeSnapshot(log, debateId, erased.state).catch((error: unknown) =>
          logger.warn({ err: describeError(error) }, 'storing a snapshot failed'),
        );
      await rooms.hear(debateId, erased.state.seq);
      return true;
    }
    if (erased?.rejection.code === 'server_outdated') return false;
    if (erased?.rejection.code === 'owns_debate') return this.#copies.forget(debateId);
    // They never joined, or another node has just done it.
    await database.prisma.participant.deleteMany({ where: { debateId, id: participantId } });
    return true;
  }
}
