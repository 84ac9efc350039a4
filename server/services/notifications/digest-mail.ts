import { digestSection, type NotificationGroup } from '#domain/notifications/group-notifications.ts';
import type { MailChoice } from '#domain/notifications/mail-times.ts';
import { NOTIFICATION_LIMITS } from '#domain/notifications/notification.ts';
import type { ProjectedNotification } from '#domain/notifications/project-notification.ts';
import { taskProgress, taskSentence } from '#domain/notifications/task-words.ts';
import { formatDay } from '#domain/words/dates.ts';
import { escaped, inOneLine } from '../../mail/letter.ts';
import type { Mail } from '../../mail/mailer.ts';

/** A person's notifications in one debate, as they may see them. */
export interface DigestDebate {
  readonly debateId: string;
  readonly title: string;
  readonly notes: readonly ProjectedNotification[];
  /** The names of the people who wrote it. */
  readonly names: ReadonlyMap<string, string>;
}

/** Further data of an email. */
export interface DigestFrame {
  readonly site: string;
  readonly messageId: string;
  readonly choice: MailChoice;
  /** Turns off these emails when opened, or posted to. */
  readonly unsubscribe: string;
}

/** A line of the email and its link. */
interface Line {
  readonly says: string;
  readonly link: string;
}

const LIST = new Intl.ListFormat('en', { type: 'conjunction' });
/** Maximum names listed; the others are counted. */
const NAMED = 3;
/** Characters of a title in a subject. */
const SUBJECT = 80;
/** Milliseconds the mail server has to accept a digest. Nobody waits for it, and one given up too early would arrive twice. */
export const DIGEST_PATIENCE = 90_000;

/** One email with all of a person's notifications, in any number of debates; at least one. */
export function digestMail(
  to: string,
  debates: readonly DigestDebate[],
  { site, messageId, choice, unsubscribe }: DigestFrame,
): Mail {
  const sections = debates.slice(0, NOTIFICATION_LIMITS.mailDebates).map((debate) => sectionOf(debate, site));
  const others = debates.length - sections.length;
  const all = debates.reduce((sum, { notes }) => sum + notes.length, 0);
  const inbox = `${site}/inbox`;
  const more =
    others > 0
      ? `There are notifications in ${others === 1 ? '1 more debate' : `${others} more debates`}.`
      : null;
  const why = `You get these emails ${paceOf(choice)} because you’re in ${debates.length === 1 ? 'this debate' : 'these debates'}.`;
  const text = [
    'Your Parley notifications:',
    ...sections.map(({ title, link, settings, lines, rest }) =>
      [
        title,
        `${link}\nNotification settings: ${settings}`,
        ...lines.map((line) => `- ${line.says}\n  ${line.link}`),
        ...(rest ? [`- ${rest}`] : []),
      ].join('\n\n'),
    ),
    ...(more ? [more] : []),
    `Open inbox: ${inbox}`,
    `${why}\nEmail settings: ${site}/account\nUnsubscribe from all debates: ${unsubscribe}`,
  ].join('\n\n\n');
  const html = [
    '<p>Your Parley notifications:</p>',
    ...sections.map(
      ({ title, link, settings, lines, rest }) =>
        `<h2>${anchor(link, title)}</h2><p>${anchor(settings, 'Notification settings')}</p><ul>${lines
          .map((line) => `<li>${anchor(line.link, line.says)}</li>`)
          .join('')}${rest ? `<li>${escaped(rest)}</li>` : ''}</ul>`,
    ),
    ...(more ? [`<p>${escaped(more)}</p>`] : []),
    `<p>${anchor(inbox, 'Open inbox')}</p>`,
    `<p>${escaped(why)} ${anchor(`${site}/account`, 'Email settings')} · ${anchor(unsubscribe, 'Unsubscribe from all debates')}</p>`,
  ].join('\n');
  return {
    to,
    subject: subjectOf(debates, all),
    text: `${text}\n`,
    html,
    messageId,
    headers: {
      // RFC 8058: one-click unsubscribe in the email program.
      'List-Unsubscribe': `<${unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      // RFC 3834: prevents automatic replies.
      'Auto-Submitted': 'auto-generated',
    },
    patience: DIGEST_PATIENCE,
  };
}

function subjectOf(debates: readonly DigestDebate[], all: number): string {
  const title = [...inOneLine(debates[0]?.title ?? '')].slice(0, SUBJECT).join('');
  const where =
    debates.length === 1
      ? title
      : `${title} and ${debates.length === 2 ? '1 more debate' : `${debates.length - 1} more debates`}`;
  return `${all === 1 ? '1 notification' : `${all} notifications`}: ${where}`;
}

function sectionOf({ debateId, title, notes, names }: DigestDebate, site: string) {
  const link = `${site}/debates/${debateId}`;
  const { lines, more } = digestSection(notes);
  return {
    title: inOneLine(title),
    link,
    settings: `${link}?notifications`,
    lines: lines.map((line): Line => {
      const { on } = line.last;
      return { says: inOneLine(sentenceOf(line, names)), link: on === null ? link : `${link}#${on}` };
    }),
    rest: more > 0 ? `and ${more} more` : null,
  };
}

/** The text of a line, in a sentence or two. */
function sentenceOf(line: NotificationGroup, names: ReadonlyMap<string, string>): string {
  const { last, count } = line;
  const { words, subject, reason, note } = last;
  const who = whoOf(line, names);
  const about = quoted(subject);
  const often = count === 1 ? quoted(words) : `${count} times, most recently ${quoted(words)}`;
  const why = `${spelled(reason)}.${note ? ` Note: ${quoted(note)}` : ''}`;
  switch (last.kind) {
    case 'mentioned':
      return `${who} mentioned you about ${about}: ${often}`;
    case 'replied':
      return `${who} replied in a thread you wrote in, about ${about}: ${often}`;
    case 'attacked':
      return `${who} argued against ${about}: ${often}`;
    case 'supported':
      return `${who} argued for ${about}: ${often}`;
    case 'commented':
      return `${who} commented on ${about}: ${often}`;
    case 'steelmanned':
      return `Team ${about} wrote the best case for your position. Is it your view? ${quoted(words)}`;
    case 'steelman_answered':
      return reason === 'recognized'
        ? `${about} recognized the best case you wrote for it: ${quoted(words)}`
        : `${about} answered the best case you wrote for it: ${quoted(words)}`;
    case 'suggested':
      return `${who} suggested a wording for ${about}: ${often}`;
    case 'answered':
      return reason === 'accepted'
        ? `Your suggested wording was accepted: ${quoted(words)}`
        : `Your suggested wording for ${about} was sent back.${note ? ` Note: ${quoted(note)}` : ''}`;
    case 'restricted':
      return `${RESTRICTED[reason] ?? RESTRICTED.closed}${note ? ` Reason: ${quoted(note)}` : ''}`;
    case 'expiring':
      return `Nothing was written in this debate for a long time. It will be deleted on ${formatDay(new Date(reason))}. To keep it, reopen it.`;
    case 'hidden':
      return `${about} was hidden: ${why}`;
    case 'held':
      return `${about} is awaiting approval.`;
    case 'returned':
      return `${about} was sent back to you: ${why}`;
    case 'retracted':
      return `${about} was retracted by a moderator.`;
    case 'marked':
      return `${about} was flagged: ${why}`;
    case 'merged':
      return `${about} was merged into ${quoted(words)}.`;
    case 'split':
      return `${about} was split into several claims.`;
    case 'promoted':
      return `A moderator turned your comment into a claim: ${about}.`;
    case 'accepted':
      return `${about} was approved.`;
    case 'restored':
      return `${about} is visible again.`;
    case 'settled':
      return `Your report${subject && ` on ${about}`} was resolved. ${outcomeOf(reason)}`;
    case 'appointed':
      return `Your new role: ${spelled(reason)}.`;
    case 'reworded':
      return `You voted on an earlier wording of ${quoted(words)}. Please vote again.`;
    case 'polled':
      return `A poll is waiting for your answer: ${quoted(words)}`;
    case 'poll_reminder':
      return `A poll closes soon and waits for your answer: ${quoted(words)}`;
    case 'voting':
      return 'It’s time to vote.';
    case 'task_set':
      return `A new task: ${taskOf(last)}`;
    case 'task_reminder':
      return `Still to do: ${taskOf(last)}`;
    case 'claimed':
      return `${who} added: ${often}`;
    case 'said':
      return `${who} wrote about ${about}: ${often}`;
  }
}

function taskOf({ task }: ProjectedNotification): string {
  return task ? `${taskSentence(task.task)}. ${taskProgress(task)}` : 'a task.';
}

/** The outcome of a report. */
function outcomeOf(reason: string): string {
  if (reason === 'no_action') return 'No action was taken.';
  if (reason === 'hidden') return 'It was hidden.';
  return reason === 'flagged' ? 'It was flagged for its author to revise.' : 'A moderator took action.';
}

/** An administrator's action on a debate, for its owner. */
const RESTRICTED: Readonly<Record<string, string>> = {
  closed: 'An administrator closed this debate. It can be read, but not changed.',
  hidden: 'An administrator hid this debate. No one can open it now.',
  deleted: 'An administrator deleted this debate. No one can open it now.',
  reopened: 'An administrator reopened this debate.',
  visible: 'An administrator made this debate visible again.',
  restored: 'An administrator restored this debate.',
};

function whoOf({ by, count }: NotificationGroup, names: ReadonlyMap<string, string>): string {
  const known = by.flatMap((id) => names.get(id) ?? []);
  if (known.length === 0) return count === 1 ? 'Someone' : 'Others';
  const said = known.slice(0, by.length > NAMED ? NAMED - 1 : NAMED);
  const left = by.length - said.length;
  const others = left === 0 ? [] : [left === 1 ? '1 other' : `${left} others`];
  return LIST.format([...said, ...others]);
}

function paceOf({ pace, zone, hour }: MailChoice): string {
  switch (pace) {
    case 'once':
      return 'as soon as something is new';
    case 'hourly':
      return 'at most once an hour';
    default:
      return `once a day at ${String(hour).padStart(2, '0')}:00 (${zone})`;
  }
}

function quoted(text: string): string {
  return `“${text}”`;
}

/** A listed code in words; moderators' own words are left unchanged. */
function spelled(reason: string): string {
  return reason.replaceAll('_', ' ');
}

function anchor(link: string, text: string): string {
  return `<a href="${escaped(link)}">${escaped(text)}</a>`;
}
