import { randomBytes } from 'node:crypto';
import { namesIn } from '../../domain/debate/names.ts';
import { barOf } from '../../domain/debate/permissions.ts';
import { type Rejection, type RejectionCode, rejection } from '../../domain/debate/rejections.ts';
import type { DebateState, Names, Role } from '../../domain/debate/state.ts';
import type { SignedIn } from '../auth/sign-ins.ts';
import type { Database } from '../database/open-database.ts';
import type { FailedTries } from '../invitations/failed-tries.ts';
import {
  type InvitationSecrets,
  newCode,
  newLinkToken,
  tidyToken,
} from '../invitations/invitation-secrets.ts';
import type { DebateRoom } from '../log/debate-room.ts';
import type { Rooms } from '../log/rooms.ts';
import { HOLDS, type InvitationInput } from './invitation-input.ts';
import type { Participants } from './participants.ts';

/** An invitation, for those who invite. */
export interface ListedInvitation {
  readonly id: string;
  readonly kind: 'link' | 'code' | 'mail';
  readonly role: Role;
  /** What it is passed on by; null for a mail's, and where it was made under another secret. */
  readonly token: string | null;
  readonly limit: number | null;
  readonly uses: number;
  /** Milliseconds since 1970; null: it holds until it is revoked. */
  readonly expiresAt: number | null;
}

/** What somebody with an invitation is invited to. */
export interface Invited {
  readonly debateId: string;
  readonly title: string;
  readonly motion: string;
  readonly role: Role;
  /** What is told there of who wrote what. */
  readonly names: Names;
}

type Refused = { readonly ok: false; readonly rejection: Rejection };
type Outcome<Made extends object = object> = ({ readonly ok: true } & Made) | Refused;

type Row = NonNullable<Awaited<ReturnType<Database['prisma']['invitation']['findUnique']>>>;

/** Invitations a debate may have that hold. */
const AT_ONCE = 100;

interface InvitationParts {
  readonly database: Database;
  readonly rooms: Rooms;
  readonly participants: Participants;
  readonly secrets: InvitationSecrets;
  readonly tries: FailedTries;
}

/** Ways into debates, beside their addresses: links, codes. */
export class Invitations {
  readonly #parts: InvitationParts;

  constructor(parts: InvitationParts) {
    this.#parts = parts;
  }

  /** Those of a debate that hold, the newest first. */
  list(debateId: string, person: SignedIn | null): Promise<Outcome<{ invitations: ListedInvitation[] }>> {
    return this.#asInviter(debateId, person, async () => {
      const rows = await this.#table.findMany({
        where: { debateId, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }] },
        orderBy: { createdAt: 'desc' },
        take: AT_ONCE,
      });
      return { ok: true, invitations: rows.map((row) => this.#listed(row)) };
    });
  }

  /** Makes one. */
  make(
    debateId: string,
    person: SignedIn | null,
    input: InvitationInput,
  ): Promise<Outcome<{ invitation: ListedInvitation }>> {
    return this.#asInviter(debateId, person, async (inviter) => {
      if (!mayInvite(inviter.role, input.role)) return refusal('not_allowed');
      const held = await this.#table.count({ where: { debateId, revokedAt: null } });
      if (held >= AT_ONCE) return { ok: false, rejection: rejection('too_many', AT_ONCE) };
      const seconds = HOLDS[input.holds];
      const expiresAt = seconds === null ? null : new Date(Date.now() + seconds * 1_000);
      const { kind, role, limit } = input;
      return {
        ok: true,
        invitation: await this.#create(debateId, inviter.id, { kind, role, limit, expiresAt }),
      };
    });
  }

  /** Puts a new one in the place of another, which is no good from then on. */
  renew(
    debateId: string,
    person: SignedIn | null,
    id: string,
  ): Promise<Outcome<{ invitation: ListedInvitation }>> {
    return this.#asInviter(debateId, person, async (inviter) => {
      const row = await this.#table.findFirst({ where: { id, debateId, revokedAt: null } });
      if (row === null) return refusal('invitation_unknown');
      if (!mayInvite(inviter.role, row.role as Role)) return refusal('not_allowed');
      const { count } = await this.#revoke(id);
      if (count === 0) return refusal('invitation_unknown');
      // As long again as the old one was made for.
      const term = row.expiresAt && row.expiresAt.getTime() - row.createdAt.getTime();
      const invitation = await this.#create(debateId, inviter.id, {
        kind: row.kind === 'code' ? 'code' : 'link',
        role: row.role as Role,
        limit: row.limit,
        expiresAt: term === null ? null : new Date(Date.now() + term),
      });
      return { ok: true, invitation };
    });
  }

  /** Makes one worthless. */
  revoke(debateId: string, person: SignedIn | null, id: string): Promise<Outcome> {
    return this.#asInviter(debateId, person, async (inviter) => {
      const row = await this.#table.findFirst({ where: { id, debateId, revokedAt: null } });
      if (row === null) return refusal('invitation_unknown');
      if (!mayInvite(inviter.role, row.role as Role)) return refusal('not_allowed');
      await this.#revoke(id);
      return { ok: true };
    });
  }

  /** What somebody is invited to by what they typed or followed. All that is no good gets one answer. */
  look(token: string, address: string): Promise<Outcome<{ invited: Invited }>> {
    return this.#try(token, address, async (row, { state }) => ({
      ok: true,
      invited: invitedTo(row, state),
    }));
  }

  /** Lets somebody in. Who is in already in that role or a higher one uses nothing up. */
  accept(token: string, person: SignedIn, address: string): Promise<Outcome<{ debateId: string }>> {
    return this.#try(token, address, async (row, room) => {
      const known = await this.#parts.participants.find(room.id, person);
      const before = room.state.participants.get(known ?? '');
      if (!(await this.#use(row))) return refusal('invitation_unknown');
      const id = await this.#parts.participants.admit(room, person, row.role as Role).catch(async (error) => {
        await this.#unuse(row);
        throw error;
      });
      const after = room.state.participants.get(id ?? '');
      if (after === undefined || after.role === before?.role) await this.#unuse(row);
      return after ? { ok: true, debateId: room.id } : refusal('invitation_unknown');
    });
  }

  get #table() {
    return this.#parts.database.prisma.invitation;
  }

  /** Runs with whoever may invite to a debate, as they stand there now. */
  #asInviter<Made extends object>(
    debateId: string,
    person: SignedIn | null,
    run: (inviter: { readonly id: string; readonly role: Role }) => Promise<Outcome<Made>>,
  ): Promise<Outcome<Made>> {
    return this.#parts.rooms.with(debateId, async (room) => {
      if (person === null) return refusal('not_signed_in');
      const id = room && (await this.#parts.participants.find(debateId, person));
      const inviter = room?.state.participants.get(id ?? '');
      if (!room || !inviter || room.state.head?.deleted) return refusal('debate_not_found');
      const bar = barOf(room.state, inviter, 'participant.appoint');
      if (bar) return refusal(bar);
      return mayInvite(inviter.role, 'observer') ? run(inviter) : refusal('not_allowed');
    });
  }

  async #try<Made extends object>(
    typed: string,
    address: string,
    use: (row: Row, room: DebateRoom) => Promise<Outcome<Made>>,
  ): Promise<Outcome<Made>> {
    const { tries, secrets, rooms } = this.#parts;
    if (!tries.begin(address)) return refusal('too_fast');
    const row = await this.#table.findUnique({ where: { hash: secrets.findBy(tidyToken(typed)) } });
    if (row === null) return refusal('invitation_unknown');
    const outcome = await rooms.with(row.debateId, async (room) =>
      room && holds(row, room.state) ? use(row, room) : refusal('invitation_unknown'),
    );
    if (outcome.ok) tries.succeeded(address);
    else if (!tries.failedAt(row.debateId)) return refusal('too_fast');
    return outcome;
  }

  async #create(
    debateId: string,
    madeBy: string,
    wanted: Pick<Row, 'kind' | 'limit' | 'expiresAt'> & { readonly role: Role },
  ): Promise<ListedInvitation> {
    const { secrets } = this.#parts;
    const token = wanted.kind === 'code' ? newCode() : newLinkToken();
    const row = await this.#table.create({
      data: {
        id: `i_${randomBytes(9).toString('base64url')}`,
        debateId,
        madeBy,
        hash: secrets.findBy(token),
        sealed: secrets.seal(token),
        ...wanted,
      },
    });
    return this.#listed(row);
  }

  #revoke(id: string) {
    return this.#table.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: new Date() } });
  }

  /** Counts one more who comes; false where no more may. In one statement, so that those who come at once are counted. */
  async #use({ id }: Row): Promise<boolean> {
    const counted = await this.#parts.database.prisma.$executeRaw`
      UPDATE invitation SET uses = uses + 1
      WHERE id = ${id} AND revoked_at IS NULL AND ("limit" IS NULL OR uses < "limit")`;
    return counted === 1;
  }

  async #unuse({ id }: Row): Promise<void> {
    await this.#table.updateMany({ where: { id, uses: { gt: 0 } }, data: { uses: { decrement: 1 } } });
  }

  #listed({ id, kind, role, sealed, limit, uses, expiresAt }: Row): ListedInvitation {
    return {
      id,
      kind: kind as ListedInvitation['kind'],
      role: role as Role,
      token: sealed && this.#parts.secrets.unseal(sealed),
      limit,
      uses,
      expiresAt: expiresAt?.getTime() ?? null,
    };
  }
}

/** May somebody in this role invite others to that one? */
function mayInvite(inviter: Role, role: Role): boolean {
  if (role === 'owner') return false;
  return inviter === 'owner' || (inviter === 'moderator' && role !== 'moderator');
}

/** Is an invitation good, in a debate as it is now? */
function holds({ revokedAt, expiresAt, limit, uses }: Row, { head }: DebateState): boolean {
  if (head === null || head.deleted || head.life !== 'open') return false;
  return (
    revokedAt === null &&
    (expiresAt === null || expiresAt.getTime() > Date.now()) &&
    (limit === null || uses < limit)
  );
}

function invitedTo({ debateId, role }: Row, state: DebateState): Invited {
  const { title = '', motion = '' } = state.head ?? {};
  return { debateId, title, motion, role: role as Role, names: namesIn(state) };
}

function refusal(code: RejectionCode): Refused {
  return { ok: false, rejection: rejection(code) };
}
