import { randomBytes } from 'node:crypto';
import { audienceIn } from '#domain/debate/engine/project.ts';
import { type Refusal, refuse } from '#domain/debate/engine/refusal.ts';
import { isTakenDown } from '#domain/debate/head/restrictions.ts';
import type { SecretBox } from '../../auth/secrets/secret-box.ts';
import type { SignedIn } from '../../auth/sign-in/sign-ins.ts';
import type { Database } from '../../database/open-database.ts';
import type { DebateRoom } from '../../log/debate-room.ts';
import type { Rooms } from '../../log/rooms.ts';
import type { Participants } from '../participants/participants.ts';
import { addressProblem, SECRET_PREFIX, type WebhookReach } from './send-message.ts';

/** A webhook as moderators see it. Times are in milliseconds. */
export interface ListedWebhook {
  readonly id: string;
  readonly url: string;
  readonly madeBy: string;
  readonly createdAt: number;
  /** Number of consecutive failures. */
  readonly failures: number;
  /** When it was given up; `null` while it is active. */
  readonly endedAt: number | null;
  /** Why; `null` while it is active, and for those that ended before this was kept. */
  readonly endReason: string | null;
}

type Outcome<Made extends object = object> = ({ readonly ok: true } & Made) | Refusal;

/** Maximum webhooks per debate: each costs a request for every change. */
const MOST = 10;
const URL_CHARACTERS = 2_000;
const SECRET_BYTES = 32;

interface Parts {
  readonly database: Database;
  readonly rooms: Rooms;
  readonly participants: Participants;
  readonly sealer: SecretBox;
  readonly reach: WebhookReach | 'off';
  /** The server's clock, in milliseconds since 1970. */
  readonly now: () => number;
}

/** The webhooks notified of a debate's changes: created, listed, resumed and removed by moderators. */
export class Webhooks {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async list(debateId: string, person: SignedIn): Promise<Outcome<{ webhooks: ListedWebhook[] }>> {
    return this.#asRunner(debateId, person, async () => {
      const { prisma } = this.#parts.database;
      const rows = await prisma.webhook.findMany({ where: { debateId }, orderBy: { createdAt: 'asc' } });
      const webhooks = rows.map(({ id, url, madeBy, createdAt, failures, endedAt, endReason }) => ({
        id,
        url,
        madeBy,
        createdAt: createdAt.getTime(),
        failures,
        endedAt: endedAt?.getTime() ?? null,
        endReason,
      }));
      return { ok: true, webhooks };
    });
  }

  /** Creates a webhook for changes from now on. The secret that signs its messages is shown only this once. */
  async make(
    debateId: string,
    person: SignedIn,
    typed: string,
  ): Promise<Outcome<{ id: string; secret: string }>> {
    const { database, sealer, reach, now } = this.#parts;
    if (reach === 'off') return refuse('not_allowed');
    if (typed.length > URL_CHARACTERS || addressProblem(typed, reach)) return refuse('invalid');
    // Normalized, so that messages to one receiver are counted together.
    const url = new URL(typed).href;
    return this.#asRunner(debateId, person, async (room, madeBy) => {
      if ((await database.prisma.webhook.count({ where: { debateId } })) >= MOST)
        return refuse('list_full', MOST);
      const id = `w_${randomBytes(9).toString('base64url')}`;
      const secret = `${SECRET_PREFIX}${randomBytes(SECRET_BYTES).toString('base64')}`;
      const row = { id, debateId, madeBy, url, sealed: sealer.seal(secret), cursor: room.state.seq };
      const createdAt = new Date(now());
      await database.prisma.webhook.create({ data: { ...row, createdAt, nextAt: createdAt } });
      return { ok: true, id, secret };
    });
  }

  /**
   * Resumes an ended webhook with the first change it has not delivered; an active one stays as it is. Refused if its creator, whose access
   * it has, no longer moderates the debate: it would end again.
   */
  async resume(debateId: string, person: SignedIn, id: string): Promise<Outcome> {
    const { database, reach, now } = this.#parts;
    if (reach === 'off') return refuse('not_allowed');
    return this.#asRunner(debateId, person, async ({ state }) => {
      const { webhook } = database.prisma;
      const row = await webhook.findFirst({ where: { id, debateId } });
      if (!row) return refuse('route_not_found');
      if (audienceIn(state, row.madeBy) !== 'moderators') return refuse('not_allowed');
      const resumed = { endedAt: null, endReason: null, failures: 0, nextAt: new Date(now()) };
      await webhook.updateMany({ where: { id, endedAt: { not: null } }, data: resumed });
      return { ok: true };
    });
  }

  async remove(debateId: string, person: SignedIn, id: string): Promise<Outcome> {
    return this.#asRunner(debateId, person, async () => {
      const { count } = await this.#parts.database.prisma.webhook.deleteMany({ where: { id, debateId } });
      return count === 1 ? { ok: true } : refuse('route_not_found');
    });
  }

  /** Runs as a moderator of a debate; refused for others. */
  async #asRunner<Made extends object>(
    debateId: string,
    person: SignedIn,
    run: (room: DebateRoom, participantId: string) => Promise<Outcome<Made>>,
  ): Promise<Outcome<Made>> {
    const { rooms, participants } = this.#parts;
    return rooms.answer(debateId, async (room) => {
      const participantId = room && (await participants.find(debateId, person));
      if (!room || !participantId || isTakenDown(room.state.head)) return refuse('debate_not_found');
      if (audienceIn(room.state, participantId) !== 'moderators') return refuse('not_allowed');
      return run(room, participantId);
    });
  }
}
