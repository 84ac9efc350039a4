import { SYSTEM } from '#domain/debate/engine/entries.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { NewerEntry } from '#domain/debate/engine/upcast.ts';
import { pollsToClose, pollsToRemindOf } from '#domain/debate/polls/closing-times.ts';
import { peopleToAsk } from '#domain/debate/polls/polls.ts';
import { peopleAsked } from '#domain/debate/tasks/asked.ts';
import { progressSteps } from '#domain/debate/tasks/progress.ts';
import { nextReminder, tasksToRemindOf } from '#domain/debate/tasks/reminders.ts';
import type { Notification } from '#domain/notifications/notification.ts';
import { DEFAULT_CHOICE } from '#domain/notifications/notification.ts';
import { Prisma } from '#prisma/client/client.ts';
import type { Database } from '../../database/open-database.ts';
import type { Rooms } from '../../log/rooms.ts';
import { toSubmission } from '../../log/submission.ts';
import { finishInTurns } from '../../timing/finish-in-turns.ts';
import { within } from '../../timing/within.ts';
import { NotificationStore } from './notification-store.ts';

/** Debates looked up per round. */
const AT_ONCE = 50;
/** Reminders written per statement: PGlite runs on the thread that others wait for. */
const NOTES = 500;
/** Milliseconds to wait for a poll to close: so long a debate that can't be written to holds up the others. */
const CLOSING = 5_000;
/** Milliseconds until it is tried again with a debate that failed: others would wait behind it. */
const AGAIN = 60_000;

interface DeadlinesParts {
  readonly database: Database;
  readonly rooms: Rooms;
  /** True if this installation emails notifications. */
  readonly mails: boolean;
  /** The server's clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** Called with the error of a debate whose people could not be reminded. */
  readonly failed: (error: unknown) => void;
}

/** A debate with a reminder that is due. */
interface Due {
  readonly debateId: string;
  /** The entry up to which its log was searched for notifications. */
  readonly seq: number;
  readonly remindAt: bigint;
}

/**
 * Reminds people of tasks they haven't done and polls they haven't answered, and closes polls whose time is over in debates that nobody has
 * open. The time of a debate's next reminder is stored with its notification cursor, as its log was searched; looking too early does no
 * harm. A reminder is stored once for each person and task, however many nodes make it.
 */
export class Deadlines {
  readonly #parts: DeadlinesParts;
  readonly #store: NotificationStore;

  constructor(parts: DeadlinesParts) {
    this.#parts = parts;
    this.#store = new NotificationStore(parts.database);
  }

  /** Stores the reminders that are due, and closes the polls whose time is over. */
  async look(): Promise<void> {
    const { database, now } = this.#parts;
    // As text: the databases' drivers read large numbers differently.
    const statement = Prisma.sql`
      SELECT debate_id AS "debateId", seq, remind_at::text AS "remindAt" FROM note_cursor
      WHERE remind_at <= ${now()}::bigint ORDER BY remind_at LIMIT ${AT_ONCE}::int`;
    const due = await database.rowsOf<Omit<Due, 'remindAt'> & { remindAt: string }>(statement, 'shared');
    for (const { debateId, seq, remindAt } of due)
      await this.#tryWith({ debateId, seq, remindAt: BigInt(remindAt) });
  }

  async #tryWith(due: Due): Promise<void> {
    try {
      await this.#remind(due);
    } catch (error) {
      const { debateId, remindAt } = due;
      const { database, now, failed } = this.#parts;
      await database.prisma.noteCursor.updateMany({
        where: { debateId, remindAt },
        data: { remindAt: BigInt(now() + AGAIN) },
      });
      if (!(error instanceof NewerEntry)) failed(error);
    }
  }

  async #remind({ debateId, seq, remindAt }: Due): Promise<void> {
    const { database, rooms, mails, now } = this.#parts;
    const at = now();
    const state = await rooms.with(debateId, async (room) => {
      if (room && room.state.seq < seq) await room.catchUp();
      return room?.state ?? null;
    });
    const notes = state ? await this.#notesOf(debateId, state, at) : [];
    if (state) await this.#closePolls(debateId, state, at);
    // Another node may be searching the log: the next look goes on from there.
    for (let from = 0; from < notes.length; from += NOTES) {
      const stored = await this.#store.notify(debateId, notes.slice(from, from + NOTES), mails);
      if (stored === null) return;
    }
    const next = state && nextReminder(state, at);
    await database.prisma.noteCursor.updateMany({
      where: { debateId, seq, remindAt },
      data: { remindAt: next === null ? null : BigInt(Math.ceil(next)) },
    });
  }

  /** A debate that someone has open closes them itself; here the second of two changes nothing. */
  async #closePolls(debateId: string, state: DebateState, at: number): Promise<void> {
    for (const operation of pollsToClose(state, at)) {
      // Submitted again, it waits for the answer to the first.
      const identity = `close-${operation.pollId}-${state.polls.get(operation.pollId)?.closesAt}`;
      const submission = toSubmission(SYSTEM, identity, 1, operation);
      const closing = this.#parts.rooms.with(debateId, (room) => room?.submit(submission));
      if (!(await within(CLOSING, closing))) throw new Error('A poll could not be closed in time');
    }
  }

  async #notesOf(debateId: string, state: DebateState, at: number): Promise<Notification[]> {
    const tasks = tasksToRemindOf(state, at);
    const polls = pollsToRemindOf(state, at);
    if (tasks.length + polls.length === 0) return [];
    const choices = (await this.#store.choices([debateId])).get(debateId);
    const progress = await finishInTurns(progressSteps(state, tasks));
    const isReached = (id: string) => (choices?.get(id) ?? DEFAULT_CHOICE).level !== 'none';
    const ofPolls = polls.flatMap(({ id: about }) =>
      peopleToAsk(state, about)
        .filter(isReached)
        .map((to): Notification => ({ to, kind: 'poll_reminder', about, seq: state.seq, at })),
    );
    const ofTasks = tasks.flatMap((task) =>
      peopleAsked(state, task)
        .filter(({ id }) => isReached(id))
        .filter(({ id }) => (progress.get(task.id)?.get(id) ?? 0) < task.count)
        .map(
          ({ id: to }): Notification => ({ to, kind: 'task_reminder', about: task.id, seq: state.seq, at }),
        ),
    );
    return [...ofTasks, ...ofPolls];
  }
}
