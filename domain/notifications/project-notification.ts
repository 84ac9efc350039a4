import { mentionsIn } from '../debate/comments/mentions.ts';
import type { DebateState } from '../debate/engine/state.ts';
import { isBlanked, withSigns } from '../debate/erasure/tombstone.ts';
import { RESTRICTIONS } from '../debate/head/head.ts';
import type { Claim } from '../debate/map/claim.ts';
import type { Target } from '../debate/map/link.ts';
import { resolveMerge } from '../debate/map/merged.ts';
import { awaitsRecognition } from '../debate/map/steelman.ts';
import { takesAnswers } from '../debate/polls/polls.ts';
import { isAsked } from '../debate/tasks/asked.ts';
import { progressOf } from '../debate/tasks/progress.ts';
import { standingOf } from '../debate/tasks/running-tasks.ts';
import type { Task } from '../debate/tasks/task.ts';
import { NOBODY } from '../debate/visibility/viewer.ts';
import { takesVotes } from '../debate/votes/ballots.ts';
import { ERASED_TEXT } from '../formats/pages/readable-text.ts';
import { readComment } from '../formats/read-comment.ts';
import { authorsAt } from '../unread/authors-at.ts';
import { NOTIFICATION_LIMITS, type Notification, type NotificationKind } from './notification.ts';
import { answerKind } from './notifications-for.ts';

const DAY = 86_400_000;

/** A notification with its texts, as its recipient may see it now. */
export interface ProjectedNotification {
  readonly kind: NotificationKind;
  readonly seq: number;
  readonly at: number;
  /** The author, a participant; empty if there is none, or they are hidden. */
  readonly by: string;
  /** The text that was written, or the question. */
  readonly words: string;
  /** Its subject: the reader's own claim or comment, or what they are asked to vote on; empty for none. */
  readonly subject: string;
  /** Where the notification leads on the board; `null`: the board. */
  readonly on: string | null;
  /** One of the debate's reasons, flags, outcomes or roles, or an administrator's action; empty for none. */
  readonly reason: string;
  /** The moderators' message with it. */
  readonly note: string;
  /** The task, and how far the reader is with it; absent: it is about none. */
  readonly task?: { readonly task: Task; readonly done: number };
}

type Words = Partial<Omit<ProjectedNotification, 'kind' | 'seq' | 'at'>>;

/** People's names, as the reader may know them. */
type Names = ReadonlyMap<string, string>;

/** The people whose names a notification may need: its author, and people it mentions. */
export function personsIn({ about }: Pick<Notification, 'about'>, view: DebateState): string[] {
  const link = view.links.get(about);
  if (link) return [link.author];
  const suggested = view.suggestions.get(about);
  if (suggested) return [suggested.author];
  const comment = view.comments.get(about);
  return comment ? [comment.author, ...mentionsIn(comment.text)] : [];
}

/**
 * A notification with the texts its recipient sees now: `view` is their own projection. `null` if there is nothing left to show: it was
 * hidden, withdrawn or erased since, or is over. `now`: server time.
 */
export function projectNotification(
  note: Notification,
  view: DebateState,
  names: Names,
  now: number = view.at,
): ProjectedNotification | null {
  const { kind, seq, at } = note;
  if (view.head?.status !== 'open' && ASKING.includes(kind)) return null;
  const words = wordsOf(note, view, names, now);
  if (words === null) return null;
  const empty = { by: NOBODY, words: '', subject: '', on: null, reason: '', note: '' };
  return { kind: kindNow(note, view), seq, at, ...empty, ...words };
}

/** An argument that was moved may support now what it attacked. */
function kindNow({ kind, about }: Notification, view: DebateState): NotificationKind {
  const link = kind === 'supported' || kind === 'attacked' ? view.links.get(about) : undefined;
  return link ? answerKind(link) : kind;
}

/** Kinds that ask for something that only an open debate accepts. */
const ASKING: readonly NotificationKind[] = [
  'steelmanned',
  'reworded',
  'polled',
  'poll_reminder',
  'voting',
  'task_set',
  'task_reminder',
];

/** The status of hidden content that a notification is about: once it has another, nothing is shown. */
const STATUS_OF = { hidden: 'hidden', held: 'pending_approval', returned: 'sent_back' } as const;

function wordsOf(
  { kind, about, to, at }: Notification,
  view: DebateState,
  names: Names,
  now: number,
): Words | null {
  switch (kind) {
    case 'supported':
    case 'attacked':
      return argumentAtOwn(view, about, to);
    case 'claimed':
      return argument(view, about);
    case 'mentioned':
      return mentionsIn(view.comments.get(about)?.text ?? '').includes(to)
        ? remark(view, about, names)
        : null;
    case 'replied':
    case 'commented':
    case 'said':
      return remark(view, about, names);
    case 'suggested':
    case 'answered':
      return suggestion(view, about, kind);
    case 'hidden':
    case 'held':
    case 'returned': {
      const hidden = view.hidden.get(about);
      if (hidden?.status !== STATUS_OF[kind]) return null;
      return own(view, about, names, { reason: hidden.reason, note: hidden.note });
    }
    case 'marked': {
      const marks = view.reviews.get(about)?.flags.filter(({ revised }) => !revised) ?? [];
      const last = marks.reduce<(typeof marks)[number] | null>(
        (newest, mark) => (newest === null || mark.at >= newest.at ? mark : newest),
        null,
      );
      return last && own(view, about, names, { reason: last.what, note: last.note });
    }
    case 'merged': {
      const into = view.claims.get(view.merges.get(about)?.into ?? '');
      return into ? own(view, about, names, { words: excerpt(into.text), on: into.id }) : null;
    }
    case 'retracted':
      return view.claims.get(about)?.retracted ? own(view, about, names, {}) : null;
    case 'split':
    case 'promoted':
      return own(view, about, names, {});
    case 'accepted':
    case 'restored':
      return view.hidden.has(about) ? null : own(view, about, names, {});
    case 'settled': {
      const report = view.reports.get(about);
      if (!report?.outcome) return null;
      const settled = { reason: report.outcome };
      // Its reporter may no longer see what it is on: it was hidden.
      return own(view, report.on, names, settled) ?? settled;
    }
    case 'restricted':
      return restriction(view, about);
    case 'expiring':
      return isStillExpiring(view, about, at, now) ? { reason: about } : null;
    case 'appointed': {
      const role = view.participants.get(to)?.role;
      return role ? { reason: role } : null;
    }
    case 'reworded': {
      // The claim that stands for it now has wordings and votes of its own.
      if (view.merges.has(about)) return null;
      const claim = standing(view.claims.get(about));
      const vote = view.votes.get(about)?.get(to);
      if (!claim || !vote || vote.wording >= claim.wording || isBlanked(claim.text)) return null;
      return { words: excerpt(claim.text), on: about };
    }
    case 'steelmanned': {
      const claim = standing(view.claims.get(about));
      const isAnswered = claim?.steelman?.answers.some(
        ({ author, wording }) => author === to && wording === claim.wording,
      );
      if (!claim?.steelman || isAnswered || !awaitsRecognition(claim) || isBlanked(claim.text)) return null;
      return steelmanWords(view, claim, claim.steelman.by);
    }
    case 'steelman_answered': {
      const claim = standing(view.claims.get(about));
      if (!claim?.steelman || isBlanked(claim.text)) return null;
      const reason = awaitsRecognition(claim) ? 'not_yet' : 'recognized';
      return { ...steelmanWords(view, claim, claim.positionId), reason };
    }
    case 'polled':
    case 'poll_reminder': {
      const poll = view.polls.get(about);
      if (!poll || !takesAnswers(poll, now) || view.answers.get(about)?.has(to)) return null;
      return { words: poll.question || (view.head?.motion ?? '') };
    }
    case 'voting':
      return view.agenda?.at === about && takesVotes(view) ? {} : null;
    case 'task_set':
    case 'task_reminder':
      return openTask(view, about, to, now);
  }
}

/** A steelman, and one of its two positions as its subject. */
function steelmanWords(view: DebateState, claim: Claim, positionId: string | null): Words {
  const subject = view.positions.get(positionId ?? '')?.name ?? '';
  return { words: excerpt(claim.text), subject, on: resolveMerge(view, claim.id) };
}

/** A task that the reader has not done yet, while it runs. */
function openTask(view: DebateState, about: string, to: string, now: number): Words | null {
  const [task, person] = [view.tasks.get(about), view.participants.get(to)];
  if (!task || !person || !isAsked(person, task) || standingOf(view, task, now) !== 'running') return null;
  const done = progressOf(view, task, to, task.count);
  return done < task.count ? { task: { task, done } } : null;
}

/** True if a debate is deleted on this day, as its people were notified: an entry since then cancels that, and a later day is another notice. */
function isStillExpiring({ head, at }: DebateState, day: string, noticedAt: number, now: number): boolean {
  return head?.status === 'archived' && !head.deleted && at <= noticedAt && now < Date.parse(day) + DAY;
}

/** An administrator's action on the debate, with the reason; or that it was lifted, whichever is current. */
function restriction({ head }: DebateState, about: string): Words | null {
  const restriction = RESTRICTIONS.find((one) => one === about);
  if (!restriction || !head) return null;
  const inForce = head.restrictions?.[restriction];
  return inForce ? { reason: restriction, note: inForce.reason } : { reason: LIFTED[restriction] };
}

const LIFTED = { closed: 'reopened', hidden: 'visible', deleted: 'restored' } as const;

/** An argument about the reader's own claim or link; `null` if it was moved to another person's. */
function argumentAtOwn(view: DebateState, linkId: string, reader: string): Words | null {
  const link = view.links.get(linkId);
  return link && authorsAt(view, link.target).includes(reader) ? argument(view, linkId) : null;
}

/** A claim and what it supports or attacks, by its link. */
function argument(view: DebateState, linkId: string): Words | null {
  const link = view.links.get(linkId);
  const claim = standing(view.claims.get(link?.from ?? ''));
  if (!link || link.retracted || !claim || isBlanked(claim.text)) return null;
  const subject = textAt(view, link.target);
  return { by: link.author, words: excerpt(claim.text), subject, on: resolveMerge(view, claim.id) };
}

function remark(view: DebateState, commentId: string, names: Names): Words | null {
  const comment = view.comments.get(commentId);
  if (!comment || comment.withdrawn || isBlanked(comment.text)) return null;
  const { author: by, on, text } = comment;
  const words = excerpt(readComment(view, names, text));
  return { by, words, subject: textAt(view, on), on: goTo(view, on.id) };
}

/** A suggested wording that waits for the reader's answer, or was answered: then the answer, and the reason. */
function suggestion(view: DebateState, id: string, kind: 'suggested' | 'answered'): Words | null {
  const one = view.suggestions.get(id);
  const claim = standing(view.claims.get(one?.claimId ?? ''));
  if (!one || !claim || isBlanked(one.text) || (one.outcome === null) !== (kind === 'suggested')) return null;
  const { author, text, outcome, answer, note } = one;
  const said = { words: excerpt(text), subject: excerpt(claim.text) };
  const on = resolveMerge(view, claim.id);
  return outcome === null
    ? { ...said, on, by: author, note }
    : { ...said, on, reason: outcome, note: answer };
}

/** A decision about the reader's own contribution. */
function own(view: DebateState, id: string, names: Names, more: Words): Words | null {
  const subject = textOf(view, id, names);
  return subject === null ? null : { subject, on: goTo(view, id), ...more };
}

/** The place to show for something: a comment is beside what it is on. */
function goTo(view: DebateState, id: string): string {
  const on = view.comments.get(id)?.on.id ?? id;
  return view.claims.has(on) ? resolveMerge(view, on) : on;
}

function textAt(view: DebateState, { kind, id }: Target): string {
  const claim = view.claims.get(kind === 'link' ? (view.links.get(id)?.from ?? '') : id);
  return claim ? excerpt(claim.text) : (view.positions.get(id)?.name ?? '');
}

function textOf(view: DebateState, id: string, names: Names): string | null {
  const [claim, comment] = [view.claims.get(id), view.comments.get(id)];
  const text = claim?.text ?? (comment && readComment(view, names, comment.text));
  return text !== undefined && !isBlanked(text) ? excerpt(text) : null;
}

function standing(claim: Claim | undefined): Claim | undefined {
  return claim?.retracted ? undefined : claim;
}

/** The beginning of a text, on one line, with a note where words were erased. */
function excerpt(text: string): string {
  const shown = isBlanked(text) ? ERASED_TEXT.part : withSigns(text, ERASED_TEXT.part);
  const signs = [...shown.replace(/\s+/g, ' ').trim()];
  const { excerptCharacters } = NOTIFICATION_LIMITS;
  return signs.length <= excerptCharacters
    ? signs.join('')
    : `${signs.slice(0, excerptCharacters - 1).join('')}…`;
}
