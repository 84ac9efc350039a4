/** Page and filter of the inbox. */
export interface InboxView {
  /** The last notification of the page before; `null`: the first page. */
  readonly after: string | null;
  /** The server time of the newest notification on the first page, in milliseconds since 1970; 0 on that page itself. */
  readonly until: number;
  /** `null`: all debates. */
  readonly debateId: string | null;
  readonly unread: boolean;
}

/** The first page of the inbox. */
export const FIRST_PAGE = { after: null, until: 0 } as const;

/** Returns what an address of the inbox asks for. */
export function readInboxView(asked: Readonly<Record<string, string | string[] | undefined>>): InboxView {
  const until = Number(asked.until);
  return {
    ...(typeof asked.after === 'string' && Number.isSafeInteger(until) && until >= 0
      ? { after: asked.after, until }
      : FIRST_PAGE),
    debateId: typeof asked.debate === 'string' ? asked.debate : null,
    unread: asked.new === 'yes',
  };
}

/** Returns the address of this view of the inbox. */
export function inboxAddress({ after, until, debateId, unread }: InboxView): string {
  const asked = new URLSearchParams();
  if (debateId !== null) asked.set('debate', debateId);
  if (unread) asked.set('new', 'yes');
  if (after !== null) {
    asked.set('after', after);
    asked.set('until', `${until}`);
  }
  return asked.size > 0 ? `/inbox?${asked}` : '/inbox';
}
