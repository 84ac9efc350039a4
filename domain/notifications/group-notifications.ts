import { NOTIFICATION_KINDS, NOTIFICATION_LIMITS } from './notification.ts';
import type { ProjectedNotification } from './project-notification.ts';

/** Notifications of one kind about one thing, as one line. */
export interface NotificationGroup {
  /** The newest of them. */
  readonly last: ProjectedNotification;
  readonly count: number;
  /** Their authors, earliest first; empty if hidden. */
  readonly by: readonly string[];
}

/** The part of an email about one debate. */
export interface DigestSection {
  readonly lines: readonly NotificationGroup[];
  /** Notifications without a line: they are in the inbox. */
  readonly more: number;
}

/** Groups the notifications of one debate: those of a kind about one thing are one line, the most urgent are first. */
export function groupNotifications(notes: readonly ProjectedNotification[]): NotificationGroup[] {
  const groups = new Map<string, ProjectedNotification[]>();
  for (const note of [...notes].sort((a, b) => a.seq - b.seq)) {
    const key = isGathered(note) ? `${note.kind} ${note.subject}` : `${note.kind} ${note.seq} ${note.on}`;
    groups.set(key, [...(groups.get(key) ?? []), note]);
  }
  return [...groups.values()]
    .flatMap((group) => {
      const last = group.at(-1);
      const by = [...new Set(group.flatMap((note) => note.by || []))];
      return last ? [{ last, count: group.length, by }] : [];
    })
    .sort((a, b) => pressing(a) - pressing(b) || b.last.seq - a.last.seq);
}

/** As many lines as an email has room for. */
export function digestSection(notes: readonly ProjectedNotification[]): DigestSection {
  const all = groupNotifications(notes);
  const lines = all.slice(0, NOTIFICATION_LIMITS.mailLines);
  const shown = lines.reduce((sum, { count }) => sum + count, 0);
  return { lines, more: notes.length - shown };
}

/** True for kinds that many people may cause about one thing; decisions and requests are listed separately. */
function isGathered({ kind }: ProjectedNotification): boolean {
  switch (kind) {
    case 'mentioned':
    case 'replied':
    case 'attacked':
    case 'supported':
    case 'commented':
    case 'claimed':
    case 'said':
      return true;
    default:
      return false;
  }
}

function pressing({ last }: NotificationGroup): number {
  return NOTIFICATION_KINDS.indexOf(last.kind);
}
