import { randomBytes } from 'node:crypto';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { refuse } from '#domain/debate/engine/refusal.ts';
import type { RejectionCode } from '#domain/debate/engine/rejections.ts';
import type { Role } from '#domain/debate/participants/participant.ts';
import { textProblem } from '#domain/debate/texts/wording.ts';
import { projectPeople } from '#domain/protocol/project-people.ts';
import { inboxOf, SUBADDRESS } from '../../auth/people/mail-address.ts';
import type { SignedIn } from '../../auth/sign-in/sign-ins.ts';
import type { Database } from '../../database/open-database.ts';
import { MAILS_A_DAY } from '../../limits/allowances.ts';
import type { Rooms } from '../../log/rooms.ts';
import type { Mailer } from '../../mail/mailer.ts';
import { sendAll } from '../../mail/send-all.ts';
import type { Participants } from '../participants/participants.ts';
import { HOLDS, type MailInput } from './invitation-input.ts';
import { invitationMail } from './invitation-mail.ts';
import { type InvitationSecrets, newLinkToken } from './invitation-secrets.ts';
import { asInviter, type Inviter, type InvitingOutcome, mayInvite, rolesToInvite } from './inviting.ts';
import { readAddresses } from './read-addresses.ts';

/** The state of an invitation by email: `unsent` is one the mail server did not accept. */
export type MailState = 'sent' | 'unsent' | 'joined' | 'expired' | 'revoked';

/** An invitation that was emailed, for people who may invite. It shows that it was used, not by which participant. */
export interface MailedInvitation {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly state: MailState;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  readonly expiresAt: number;
}

/** The result for the addresses to invite. */
export interface Mailing {
  readonly sent: number;
  /** Number of emails the mail server did not accept; they are in the list, to be tried again. */
  readonly unsent: number;
  /** Addresses as they were entered, and why each was left out. */
  readonly leftOut: readonly { readonly written: string; readonly code: RejectionCode }[];
}

const DAY = 86_400_000;
/** Days for which an ended one stays in the list; then the address is deleted. */
export const MAIL_INVITATION_DAYS = 30;
/** Maximum addresses in the list, newest first. */
const LISTED = 500;

type Row = NonNullable<Awaited<ReturnType<Database['prisma']['invitation']['findFirst']>>>;
type Wanted = Pick<MailInput, 'role' | 'note'> & { readonly term: number };

interface MailInvitationParts {
  readonly database: Database;
  readonly rooms: Rooms;
  readonly participants: Participants;
  readonly secrets: InvitationSecrets;
  readonly mailer: Mailer;
  /** The server's clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** Called with errors of emails that were not sent. */
  readonly failed: (error: unknown) => void;
}

/** Invitations to one email address each: the link is only in the email. */
export class MailInvitations {
  readonly #parts: MailInvitationParts;

  constructor(parts: MailInvitationParts) {
    this.#parts = parts;
  }

  /** The last one to each address for each role to which the person may invite; of those that a later one has replaced, none. */
  list(debateId: string, person: SignedIn | null): Promise<InvitingOutcome<{ mailed: MailedInvitation[] }>> {
    return asInviter(this.#parts, debateId, person, async (inviter) => {
      const rows = await this.#table.findMany({
        where: { debateId, kind: 'mail', role: { in: rolesToInvite(inviter.role) } },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        distinct: ['email', 'role'],
        take: LISTED,
      });
      const isReplaced = ({ email, revokedAt }: Row, at: number) =>
        revokedAt !== null && rows.slice(0, at).some((later) => later.email === email);
      const last = rows.filter((row, at) => !isReplaced(row, at));
      return { ok: true, mailed: last.map((row) => mailed(row, this.#parts.now())) };
    });
  }

  /** Emails an invitation to each address in the pasted text. `site` is the origin of its link. */
  send(
    debateId: string,
    person: SignedIn | null,
    input: MailInput,
    site: string,
  ): Promise<InvitingOutcome<Mailing>> {
    return asInviter(this.#parts, debateId, person, async (inviter) => {
      const { good, bad } = readAddresses(input.to);
      const malformed = bad.map((written) => ({ written, code: 'email_malformed' as const }));
      if (good.length === 0 && malformed.length === 0) return refuse('email_malformed');
      if (good.length > LIMITS.invitedAtOnce) return refuse('email_limit_reached', LIMITS.invitedAtOnce);
      const { role, note, holds } = input;
      const done = await this.#mail(inviter, good, { role, note, term: HOLDS[holds] * 1_000 }, site);
      return done.ok ? { ...done, leftOut: [...malformed, ...done.leftOut] } : done;
    });
  }

  /** True if an invitation was emailed, not made to be shared. */
  async isOne(debateId: string, id: string): Promise<boolean> {
    return (await this.#table.count({ where: { id, debateId, kind: 'mail' } })) > 0;
  }

  /** Emails another one that replaces an existing one, valid for the same time again. */
  sendAgain(
    debateId: string,
    person: SignedIn | null,
    id: string,
    site: string,
  ): Promise<InvitingOutcome<Mailing>> {
    return asInviter(this.#parts, debateId, person, async (inviter) => {
      const row = await this.#table.findFirst({ where: { id, debateId, kind: 'mail' } });
      if (!row?.email || !row.expiresAt || row.uses > 0) return refuse('invitation_unknown');
      const term = row.expiresAt.getTime() - row.createdAt.getTime();
      const wanted = { role: row.role as Role, note: row.note ?? '', term };
      return this.#mail(inviter, [row.email], wanted, site);
    });
  }

  /** Deletes the addresses of invitations that ended long enough ago. `now` is milliseconds since 1970. */
  async sweep(now: number): Promise<void> {
    const before = new Date(now - MAIL_INVITATION_DAYS * DAY);
    await this.#table.deleteMany({
      where: { kind: 'mail', OR: [{ expiresAt: { lt: before } }, { revokedAt: { lt: before } }] },
    });
  }

  get #table() {
    return this.#parts.database.prisma.invitation;
  }

  async #mail(
    inviter: Inviter,
    addresses: readonly string[],
    wanted: Wanted,
    site: string,
  ): Promise<InvitingOutcome<Mailing>> {
    const { head } = inviter.room.state;
    if (!mayInvite(inviter.role, wanted.role)) return refuse('not_allowed');
    if (head?.status !== 'open') return refuse('debate_closed');
    // A guest could send email under any name, and under another one tomorrow.
    if (inviter.person.kind !== 'account') return refuse('account_required');
    const problem = textProblem(wanted.note, LIMITS.invitationNoteCharacters, 'allowed');
    if (problem) return refuse(problem);
    const made = await this.#make(inviter, addresses, wanted);
    if (!made.ok) return made;
    const leftOut = made.tired.map((written) => ({ written, code: 'email_limit_reached' as const }));
    const known = await this.#parts.participants.namesOf(inviter.room, [inviter.id]);
    const [by] = projectPeople(known, inviter.room.state, 'debaters', null);
    const taken = await sendAll(
      this.#parts.mailer,
      made.links.map(({ email, token, expiresAt }) => {
        const link = `${site}/join/${token}`;
        const { title, motion } = head;
        return invitationMail(email, {
          by: by?.name ?? null,
          title,
          motion,
          note: wanted.note,
          link,
          expiresAt,
        });
      }),
      this.#parts.failed,
    );
    const sent = made.links.filter((_, index) => taken[index]).map(({ id }) => id);
    await this.#table.updateMany({
      where: { id: { in: sent } },
      data: { sentAt: new Date(this.#parts.now()) },
    });
    return { ok: true, sent: sent.length, unsent: made.links.length - sent.length, leftOut };
  }

  /** Those addresses that would be emailed more often than allowed. */
  async #tiredOf(addresses: readonly string[]): Promise<ReadonlySet<string>> {
    const inboxes = [...new Set(addresses.map(inboxOf))];
    const tired = await this.#parts.database.prisma.$queryRaw<{ inbox: string }[]>`
      SELECT inbox FROM (
        SELECT regexp_replace(email, ${SUBADDRESS}, '@') AS inbox FROM invitation
        WHERE kind = 'mail' AND created_at > ${new Date(this.#parts.now() - DAY)}
      ) AS mailed
      WHERE inbox = ANY(${inboxes}::text[]) GROUP BY inbox HAVING count(*) > ${MAILS_A_DAY.inbox}`;
    const all = new Set(tired.map(({ inbox }) => inbox));
    return new Set(addresses.filter((address) => all.has(inboxOf(address))));
  }

  /**
   * Creates the invitations, replacing those emailed to the same addresses before that the inviter could revoke. They are counted after
   * they are created, and removed again if they are too many: so simultaneous requests, on any node, can't exceed the limits.
   */
  async #make(
    { id: madeBy, role: ownRole, person, room }: Inviter,
    all: readonly string[],
    { role, note, term }: Wanted,
  ) {
    const debateId = room.id;
    // Addresses of one inbox beyond its limit are left out first: the others get their email.
    const [addresses, over] = withinInboxes(all);
    const createdAt = new Date(this.#parts.now());
    const expiresAt = new Date(createdAt.getTime() + term);
    const wanted = addresses.map((email) => ({ id: newId(), email, token: newLinkToken(), expiresAt }));
    await this.#table.createMany({
      data: wanted.map(({ id, email, token }) => ({
        id,
        debateId,
        kind: 'mail',
        role,
        hash: this.#parts.secrets.hash(token),
        email,
        note,
        madeBy,
        limit: 1,
        createdAt,
        expiresAt,
      })),
    });
    const takeBack = (back: typeof wanted) =>
      this.#table.deleteMany({ where: { id: { in: back.map(({ id }) => id) } } });
    const tired = await this.#tiredOf(addresses);
    await takeBack(wanted.filter(({ email }) => tired.has(email)));
    const links = wanted.filter(({ email }) => !tired.has(email));
    const limit = await this.#passedLimit(debateId, person.id);
    if (limit !== null) {
      await takeBack(links);
      return refuse('email_limit_reached', limit);
    }
    // Only those with a later one, also if that is not from here: of two made at once, each would otherwise revoke the other, or neither.
    await this.#parts.database.prisma.$executeRaw`
      UPDATE invitation i SET revoked_at = ${createdAt}
      WHERE i.debate_id = ${debateId} AND i.kind = 'mail' AND i.email = ANY (${links.map(({ email }) => email)}::text[])
        AND i.role = ANY (${[...rolesToInvite(ownRole)]}::text[]) AND i.revoked_at IS NULL AND i.uses = 0
        AND EXISTS (
          SELECT FROM invitation later
          WHERE later.debate_id = i.debate_id AND later.kind = 'mail' AND later.email = i.email
            AND later.revoked_at IS NULL AND later.uses = 0 AND (later.created_at, later.id) > (i.created_at, i.id)
        )`;
    return { ok: true as const, links, tired: [...over, ...tired] };
  }

  /** The daily limit that is exceeded; `null` for none. */
  async #passedLimit(debateId: string, personId: string): Promise<number | null> {
    const [counted] = await this.#parts.database.prisma.$queryRaw<
      Record<'all' | 'debate' | 'person', number>[]
    >`
      SELECT count(*)::int AS "all",
             (count(*) FILTER (WHERE i.debate_id = ${debateId}))::int AS debate,
             (count(*) FILTER (WHERE p.user_id = ${personId}))::int AS person
      FROM invitation i
      LEFT JOIN participant p ON p.debate_id = i.debate_id AND p.id = i.made_by
      WHERE i.kind = 'mail' AND i.created_at > ${new Date(this.#parts.now() - DAY)}`;
    const bounds = ['person', 'debate', 'all'] as const;
    const passed = bounds.find((bound) => (counted?.[bound] ?? 0) > MAILS_A_DAY[bound]);
    return passed === undefined ? null : MAILS_A_DAY[passed];
  }
}

/** Addresses within the daily limit of their inbox; and the others. */
function withinInboxes(addresses: readonly string[]): [within: string[], over: string[]] {
  const counts = new Map<string, number>();
  const within: string[] = [];
  const over: string[] = [];
  for (const address of addresses) {
    const inbox = inboxOf(address);
    const count = (counts.get(inbox) ?? 0) + 1;
    counts.set(inbox, count);
    (count > MAILS_A_DAY.inbox ? over : within).push(address);
  }
  return [within, over];
}

function mailed(row: Row, now: number): MailedInvitation {
  const { id, email, role, createdAt, expiresAt } = row;
  return {
    id,
    email: email ?? '',
    role: role as Role,
    state: stateOf(row, now),
    madeAt: createdAt.getTime(),
    expiresAt: expiresAt?.getTime() ?? 0,
  };
}

function stateOf({ uses, revokedAt, expiresAt, sentAt }: Row, now: number): MailState {
  if (uses > 0) return 'joined';
  if (revokedAt !== null) return 'revoked';
  if (expiresAt !== null && expiresAt.getTime() <= now) return 'expired';
  return sentAt === null ? 'unsent' : 'sent';
}

function newId(): string {
  return `i_${randomBytes(9).toString('base64url')}`;
}
