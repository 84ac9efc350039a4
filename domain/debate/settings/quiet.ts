import type { DebateHead } from '../head/head.ts';

const DAY = 86_400_000;
/** Days for which a notice holds after the day it names: later, the person may no longer expect the deletion. */
const NOTICE_HOLDS = 3;

/** An operator's rules for debates in which nothing is written. Days; `null`: never. */
export interface QuietRules {
  /** After so many days without an entry a debate is archived. */
  readonly archiveDays: number | null;
  /** So many days later it is deleted. */
  readonly deleteDays: number | null;
  /** The days its owner is notified before, at least. */
  readonly noticeDays: number;
}

/** The next end of a quiet debate, and its earliest time. */
export interface QuietEnd {
  readonly what: 'archive' | 'delete';
  readonly at: number;
}

/** The end of a debate if nothing is written in it after `at`; `null`: none. */
export function quietEnd(head: DebateHead, at: number, rules: QuietRules): QuietEnd | null {
  const { archiveDays, deleteDays } = rules;
  if (archiveDays === null || head.deleted || head.plenary !== null || head.settings.template) return null;
  // Its owner could not reopen it.
  if (head.restrictions) return null;
  if (head.status !== 'archived') return { what: 'archive', at: at + archiveDays * DAY };
  return deleteDays === null ? null : { what: 'delete', at: at + deleteDays * DAY };
}

/** True if an end is near enough to be shown to the owner. */
export function isNear({ at }: QuietEnd, now: number, { noticeDays }: QuietRules): boolean {
  return now >= at - noticeDays * DAY;
}

/** True if a debate whose people were notified that it is deleted at `noticed` may be deleted from then on, without another notice. */
export function isNoticeInForce(noticed: number, { at }: QuietEnd, now: number): boolean {
  return noticed >= at && now <= noticed + NOTICE_HOLDS * DAY;
}
