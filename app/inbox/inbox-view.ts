/** Page and filter of the inbox. */
export interface InboxView {
  /** Counted from 1. */
  readonly page: number;
  /** `null`: all debates. */
  readonly debateId: string | null;
  readonly unread: boolean;
}

/** Maximum page number: beyond all notifications that are kept. */
const PAGES = 100;

/** Returns what an address of the inbox asks for. */
export function readInboxView(asked: Readonly<Record<string, string | string[] | undefined>>): InboxView {
  const page = Number(asked.page ?? 1);
  return {
    page: Number.isInteger(page) && page >= 1 && page <= PAGES ? page : 1,
    debateId: typeof asked.debate === 'string' ? asked.debate : null,
    unread: asked.new === 'yes',
  };
}

/** Returns the address of this view of the inbox. */
export function inboxAddress({ page, debateId, unread }: InboxView): string {
  const asked = new URLSearchParams();
  if (debateId !== null) asked.set('debate', debateId);
  if (unread) asked.set('new', 'yes');
  if (page > 1) asked.set('page', `${page}`);
  return asked.size > 0 ? `/inbox?${asked}` : '/inbox';
}
