import type { Steps } from '#domain/collections/steps.ts';
import { audienceIn, projectState } from '#domain/debate/engine/project.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { shortNames } from '#domain/debate/participants/namesakes.ts';
import { NOBODY } from '#domain/debate/visibility/viewer.ts';
import { NOTIFICATION_KINDS } from '#domain/notifications/notification.ts';
import { isHiddenFromRecipient } from '#domain/notifications/notifications-for.ts';
import {
  type ProjectedNotification,
  personsIn,
  projectNotification,
} from '#domain/notifications/project-notification.ts';
import { projectPeople } from '#domain/protocol/project-people.ts';
import { isTakedownCode, readingProblem } from '../../log/reading-problem.ts';
import type { Rooms } from '../../log/rooms.ts';
import { finishInTurns } from '../../timing/finish-in-turns.ts';
import { nextTurn } from '../../timing/next-turn.ts';
import type { Participants } from '../participants/participants.ts';

/** Parts needed to show notifications. */
interface ShowingParts {
  readonly rooms: Rooms;
  readonly participants: Participants;
  /** The server's clock, in milliseconds since 1970. */
  readonly now: () => number;
}

/** A notification as stored. */
export interface StoredNotification {
  readonly debateId: string;
  readonly participantId: string;
  readonly kind: string;
  readonly about: string;
  readonly seq: number;
  readonly at: bigint;
  readonly read: boolean;
}

/** A notification as its recipient may read it now. */
export interface NotificationToSend extends ProjectedNotification {
  readonly debateId: string;
  readonly about: string;
  readonly read: boolean;
}

/** The visible notifications of one debate, newest first. */
export interface NotifiedDebate {
  readonly debateId: string;
  readonly title: string;
  readonly notes: readonly NotificationToSend[];
  /** The names of their authors; people not listed are hidden, or no longer exist. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * A person's notifications that they may see now, each debate through their own projection: none from debates they may no longer read, or
 * about anything hidden, withdrawn or erased since. Debates are in the order of the notifications.
 */
export async function sendNotifications(
  { rooms, participants, now }: ShowingParts,
  notes: readonly StoredNotification[],
): Promise<NotifiedDebate[]> {
  const debates: NotifiedDebate[] = [];
  for (const [debateId, own] of byDebate(notes)) {
    // Opening and projecting a debate holds the thread.
    await nextTurn();
    const of = await rooms.withKnown(debateId, async (room): Promise<NotifiedDebate | null> => {
      const to = own[0]?.participantId ?? '';
      const problem = room && readingProblem(room.state, to);
      if (room === null || (problem && !isTakedownCode(problem))) return null;
      const { state } = room;
      const audience = audienceIn(state, to);
      const view = projectState(state, audience, to);
      // Of a debate that an administrator took down, its owner only gets that notification.
      const visible = problem ? own.filter(({ kind }) => kind === 'restricted') : own;
      const by = [...new Set(visible.flatMap((note) => personsIn(note, view)))].filter((id) => id !== NOBODY);
      // All of them: equal names are numbered in the order in which people joined.
      const known = by.length > 0 ? await participants.namesOf({ id: debateId, state }) : [];
      const called = shortNames(projectPeople(known, state, audience, to), state.participants);
      const names = new Map([...called].filter(([id]) => by.includes(id)));
      const here = await finishInTurns(showSteps(visible, view, names, now()));
      return {
        debateId,
        title: view.head?.title ?? '',
        notes: here,
        names,
      };
    });
    if (of && of.notes.length > 0) debates.push(of);
  }
  return debates;
}

/**
 * Those of a person's notifications that are hidden from them now and may be shown later: what they are about is hidden, or they may not
 * read the debate.
 */
export async function hiddenNotifications(
  { rooms }: Pick<ShowingParts, 'rooms'>,
  notes: readonly StoredNotification[],
): Promise<StoredNotification[]> {
  const hidden: StoredNotification[] = [];
  for (const [debateId, own] of byDebate(notes)) {
    // Opening a debate holds the thread.
    await nextTurn();
    const here = await rooms.withKnown(debateId, async (room) =>
      own.filter(({ participantId: to, kind, about }) => {
        if (room === null) return false;
        const isUnreadable = readingProblem(room.state, to) !== null;
        return isUnreadable ? kind !== 'restricted' : isHiddenFromRecipient(room.state, { to, about });
      }),
    );
    // A debate with entries that this server doesn't know yet shows nothing for now.
    hidden.push(...(here ?? own));
  }
  return hidden;
}

function byDebate(notes: readonly StoredNotification[]): Map<string, StoredNotification[]> {
  const debates = new Map<string, StoredNotification[]>();
  for (const note of notes) debates.set(note.debateId, [...(debates.get(note.debateId) ?? []), note]);
  return debates;
}

/** The notifications that there is something to show of; each may hold the thread for a while. */
function* showSteps(
  notes: readonly StoredNotification[],
  view: DebateState,
  names: ReadonlyMap<string, string>,
  now: number,
): Steps<NotificationToSend[]> {
  const shown: NotificationToSend[] = [];
  for (const { debateId, participantId: to, about, seq, read, ...note } of notes) {
    const kind = NOTIFICATION_KINDS.find((one) => one === note.kind);
    const stored = kind && { to, kind, about, seq, at: Number(note.at) };
    const words = stored ? projectNotification(stored, view, names, now) : null;
    if (words) shown.push({ ...words, debateId, about, read });
    yield;
  }
  return shown;
}
