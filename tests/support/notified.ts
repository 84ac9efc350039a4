import type { LogEntry } from '../../domain/debate/engine/entries.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';
import {
  DEFAULT_CHOICE,
  type Notification,
  type NotificationChoice,
} from '../../domain/notifications/notification.ts';
import { type NotificationChoices, notificationsFor } from '../../domain/notifications/notifications-for.ts';
import {
  type ProjectedNotification,
  projectNotification,
} from '../../domain/notifications/project-notification.ts';
import { comment, type DebateBuilder } from './debate-builder.ts';

/** Nobody has settings of their own. */
export const NOTHING_CHOSEN: NotificationChoices = new Map();

/** One person has settings of their own. */
export function chose(who: string, choice: Partial<NotificationChoice>): NotificationChoices {
  return new Map([[who, { ...DEFAULT_CHOICE, ...choice }]]);
}

/** All notes of an entry. */
export function notesOf(
  entry: LogEntry,
  state: DebateState,
  choices = NOTHING_CHOSEN,
  most?: number,
): Notification[] {
  return [...notificationsFor(entry, state, choices, most)].flatMap((note) => note ?? []);
}

/** Notes of what someone does now, as the server makes them: all entries, in the state they led to. */
export function notes(
  debate: DebateBuilder,
  who: string,
  operations: readonly Operation[],
  choices = NOTHING_CHOSEN,
): Notification[] {
  const after = debate.entries.length;
  debate.does(who, ...operations);
  return debate.entries.slice(after).flatMap((entry) => notesOf(entry, debate.state, choices));
}

/** The same as `who kind about`, in the order of the alphabet: the order of recipients does not matter. */
export function said(made: readonly Notification[]): string[] {
  return made.map(({ to, kind, about }) => `${to} ${kind} ${about}`).sort();
}

const NEW_NAMES = new Map([['susi', 'Susanna']]);

/** A person's notifications as they are shown now. */
export function shownTo(
  debate: DebateBuilder,
  made: readonly Notification[],
  who: string,
): ProjectedNotification[] {
  const view = debate.projection(who);
  return made
    .filter(({ to }) => to === who)
    .flatMap((note) => projectNotification(note, view, NEW_NAMES) ?? []);
}

/** A notification about nothing. */
export const EMPTY_NOTIFICATION = {
  seq: 9,
  at: 5,
  by: '',
  words: '',
  subject: '',
  on: null,
  reason: '',
  note: '',
};

/** The content of a notification for its recipient, without empty fields; null: it is not shown. */
export function shownOf(
  debate: DebateBuilder,
  kind: Notification['kind'],
  about: string,
  to: string,
): object | null {
  const note = projectNotification({ to, kind, about, seq: 9, at: 5 }, debate.projection(to), NEW_NAMES);
  const empty: Readonly<Record<string, unknown>> = EMPTY_NOTIFICATION;
  return (
    note &&
    Object.fromEntries(Object.entries(note).filter(([key, value]) => key !== 'kind' && value !== empty[key]))
  );
}

/** A reply to the comment of `aDebate()`. */
export const reply = (more: Parameters<typeof comment>[0] = {}) =>
  comment({ commentId: 'm-r', replyTo: 'm-a', text: 'Because', ...more });
