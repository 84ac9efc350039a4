'use client';

import { useFormatter } from 'use-intl';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { readerZone } from '#app/_ui/time/reader-zone.ts';
import type { Poll } from '#domain/debate/polls/poll.ts';

const TODAY = { hour: 'numeric', minute: '2-digit' } as const;
const OTHER_DAY = { weekday: 'short', day: 'numeric', month: 'short', ...TODAY } as const;

/** Returns when a poll closes, in the viewer's time; empty: when a moderator closes it. */
export function useClosingWords(poll: Poll | undefined): string {
  const t = useMessages('pollForms');
  const format = useFormatter();
  const closesAt = poll?.open ? poll.closesAt : undefined;
  if (closesAt === undefined) return '';
  const isToday = new Date(closesAt).toDateString() === new Date().toDateString();
  return t('closesAt', {
    at: format.dateTime(closesAt, { ...(isToday ? TODAY : OTHER_DAY), timeZone: readerZone() }),
  });
}
