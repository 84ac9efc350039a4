/** What of the inbox is looked at. */
export interface InboxView {
  /** From 1 on. */
  readonly page: number;
  /** Null: all debates. */
  readonly debateId: string | null;
  readonly unread: boolean;
}

/** Pages one may ask for: more than notes are kept. */
const PAGES = 100;

/** What an address of the inbox asks for. */
export function readInboxView(asked: Readonly<Record<string, string | string[] | undefined>>): InboxView {
  const page = Number(asked.page ?? 1);
  return {
    page: Number.isInteger(page) && page >= 1 && page <= PAGES ? page : 1,
    debateId: typeof asked.debate === 'string' ? asked.debate : null,
    unread: asked.new === 'yes',
  };
}

/** The address of what is looked at. */
export function inboxAddress({ page, debateId, unread }: InboxView): string {
  const asked = new URLSearchParams();
  if (debateId !== null) asked.set('debate', debateId);
  if (unread) asked.set('new', 'yes');
  if (page > 1) asked.set('page', `${page}`);
  return asked.size > 0 ? `/inbox?${asked}` : '/inbox';
}
