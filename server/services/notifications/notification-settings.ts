import { audienceIn, viewerIn } from '#domain/debate/engine/project.ts';
import { refuse } from '#domain/debate/engine/refusal.ts';
import { isHiddenFrom } from '#domain/debate/visibility/hidden-content.ts';
import type { MailChoice } from '#domain/notifications/mail-times.ts';
import {
  DEFAULT_CHOICE,
  NOTIFICATION_KINDS,
  NOTIFICATION_LIMITS,
  type NotificationChoice,
  type NotificationLevel,
} from '#domain/notifications/notification.ts';
import { isChosen } from '#domain/notifications/notifications-for.ts';
import { Prisma } from '#prisma/client/client.ts';
import type { Result } from '../../auth/result.ts';
import type { SignedIn } from '../../auth/sign-in/sign-ins.ts';
import type { Database } from '../../database/open-database.ts';
import type { DebateRoom } from '../../log/debate-room.ts';
import { readingProblem } from '../../log/reading-problem.ts';
import type { Rooms } from '../../log/rooms.ts';
import type { Participants } from '../participants/participants.ts';
import { readMailChoice, readNotificationChoice, UNCHOSEN } from './stored-choices.ts';
import type { UnsubscribeTokens } from './unsubscribe-tokens.ts';

/** A change of a person's notification settings in a debate. */
export type NotificationSettingsChange =
  | { readonly level: NotificationLevel }
  | { readonly branch: string; readonly muted: boolean };

interface NoteSettingsParts {
  readonly database: Database;
  readonly rooms: Rooms;
  readonly participants: Participants;
  readonly tokens: UnsubscribeTokens;
  readonly mails: boolean;
}

/** People's notification settings. */
export class NotificationSettings {
  /** True if this installation emails notifications: it has a mail server and a site address. */
  readonly mails: boolean;
  readonly #parts: NoteSettingsParts;

  constructor(parts: NoteSettingsParts) {
    this.#parts = parts;
    this.mails = parts.mails;
  }

  /** A person's notification settings in a debate. */
  inDebate(debateId: string, person: SignedIn): Promise<Result<{ choice: NotificationChoice }>> {
    return this.#asParticipant<{ choice: NotificationChoice }>(
      debateId,
      person,
      async (_, participantId) => ({
        ok: true,
        choice: await this.#choice(debateId, participantId),
      }),
    );
  }

  /** Changes a person's notification settings in a debate. Waiting ones that they don't want any longer are not emailed. */
  change(
    debateId: string,
    person: SignedIn,
    change: NotificationSettingsChange,
  ): Promise<Result<{ choice: NotificationChoice }>> {
    return this.#asParticipant<{ choice: NotificationChoice }>(
      debateId,
      person,
      async (room, participantId) => {
        if ('branch' in change) {
          const before = await this.#choice(debateId, participantId);
          if (!mayChooseBranch(room, participantId, before, change.branch)) return refuse('unknown_target');
        }
        const choice = await this.#store(debateId, participantId, change);
        if (choice === null) return refuse('list_full', NOTIFICATION_LIMITS.mutedBranches);
        const { note } = this.#parts.database.prisma;
        const waiting = await note.findMany({
          where: { debateId, participantId, toMail: true },
          select: { kind: true, about: true },
        });
        for (const kind of NOTIFICATION_KINDS) {
          const unwanted = waiting.flatMap(({ kind: its, about }) =>
            its === kind && !isChosen(room.state, { kind, about }, choice) ? about : [],
          );
          if (unwanted.length > 0)
            await note.updateMany({
              where: { debateId, participantId, kind, about: { in: unwanted } },
              data: { toMail: false },
            });
        }
        return { ok: true, choice };
      },
    );
  }

  /** A person's settings for notification emails, and whether they have chosen a time zone. */
  async mail({ id: userId }: SignedIn): Promise<{ choice: MailChoice; isZoneChosen: boolean }> {
    const row = await this.#parts.database.prisma.mailChoice.findUnique({ where: { userId } });
    return { choice: readMailChoice(row), isZoneChosen: row !== null && row.zone !== UNCHOSEN };
  }

  /** Changes a person's settings for notification emails. Notifications from before they turned email on are not emailed. */
  async chooseMail({ id: userId }: Pick<SignedIn, 'id'>, choice: Partial<MailChoice>): Promise<void> {
    const { mailChoice, note, user } = this.#parts.database.prisma;
    // A person being erased has no settings, and gets none.
    if ((await user.count({ where: { id: userId, erasing: null } })) === 0) return;
    await mailChoice.upsert({
      where: { userId },
      create: { userId, ...readMailChoice(null), zone: UNCHOSEN, ...choice },
      update: choice,
    });
    if (choice.pace === 'off')
      await note.updateMany({ where: { userId, toMail: true }, data: { toMail: false } });
  }

  /** Turns off a person's emails by the token in one of them. Returns false for an invalid token. */
  async unsubscribe(token: string): Promise<boolean> {
    const id = this.#parts.tokens.read(token);
    if (id === null) return false;
    await this.chooseMail({ id }, { pace: 'off' });
    return true;
  }

  /** Writes only what changed, in one statement: another tab may change something else at once. `null`: too many branches are muted. */
  async #store(
    debateId: string,
    participantId: string,
    change: NotificationSettingsChange,
  ): Promise<NotificationChoice | null> {
    const level = 'level' in change ? change.level : DEFAULT_CHOICE.level;
    const muted = 'branch' in change && change.muted ? [change.branch] : [];
    const [row] = await this.#parts.database.prisma.$queryRaw<{ level: string; muted: string[] }[]>`
      INSERT INTO note_choice AS c (debate_id, participant_id, level, muted)
      VALUES (${debateId}, ${participantId}, ${level}, ${muted}::text[])
      ON CONFLICT (debate_id, participant_id) DO UPDATE SET ${updateOf(change)} RETURNING level, muted`;
    return row ? readNotificationChoice(row) : null;
  }

  async #choice(debateId: string, participantId: string): Promise<NotificationChoice> {
    const where = { debateId_participantId: { debateId, participantId } };
    const row = await this.#parts.database.prisma.noteChoice.findUnique({ where });
    return row ? readNotificationChoice(row) : DEFAULT_CHOICE;
  }

  /** Runs as a participant of a debate who may read it. */
  async #asParticipant<Made>(
    debateId: string,
    person: SignedIn,
    run: (room: DebateRoom, participantId: string) => Promise<Result<Made>>,
  ): Promise<Result<Made>> {
    const { rooms, participants } = this.#parts;
    const refusal = refuse('debate_not_found');
    const participantId = await participants.find(debateId, person);
    if (participantId === null) return refusal;
    return rooms.answer(debateId, async (room) => {
      if (room === null) return refusal;
      const problem = readingProblem(room.state, participantId);
      return problem ? refuse(problem) : run(room, participantId);
    });
  }
}

/** True for a branch the participant sees, or has muted before: for others, content hidden from them doesn't exist. */
function mayChooseBranch(
  { state }: Pick<DebateRoom, 'state'>,
  participantId: string,
  { muted }: NotificationChoice,
  branch: string,
): boolean {
  if (muted.includes(branch) || state.positions.has(branch)) return true;
  const viewer = viewerIn(audienceIn(state, participantId), participantId);
  return state.claims.has(branch) && !isHiddenFrom(state, branch, viewer);
}

/** The part of the statement that changes the stored settings `c`. */
function updateOf(change: NotificationSettingsChange): Prisma.Sql {
  if ('level' in change) return Prisma.sql`level = excluded.level`;
  const others = Prisma.sql`array_remove(c.muted, ${change.branch}::text)`;
  return change.muted
    ? Prisma.sql`muted = ${others} || excluded.muted WHERE cardinality(${others}) < ${NOTIFICATION_LIMITS.mutedBranches}::int`
    : Prisma.sql`muted = ${others}`;
}
