'use client';

import { type MouseEvent, type ReactElement, type ReactNode, useCallback, useEffect, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { Popover } from '#app/_ui/dialogs/popover.tsx';
import { Stack } from '#app/_ui/layout/stack.tsx';
import { debateAddress } from '#app/_ui/links/debate-address.ts';
import { isMiddleClick } from '#app/_ui/links/middle-click.ts';
import { countUnread } from '#app/_ui/links/use-unread.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { callRoute } from '#app/_ui/requests/call-route.ts';
import { RelativeTime } from '#app/_ui/time/relative-time.tsx';
import type { ListedNotification } from '#domain/protocol/route-answers.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { useBoard } from '../../core/store/board-context.tsx';
import styles from './inbox-popover.module.css';
import { useOpenSubject } from './use-open-subject.ts';

interface InboxPopoverProps {
  readonly trigger: ReactElement;
  readonly face: ReactNode;
  readonly onSettings: () => void;
}

/**
 * The newest notifications, beside the bell. One of this debate opens its subject, and stays in view if there is none; others link to
 * their debate.
 */
export default function InboxPopover({ trigger, face, onSettings }: InboxPopoverProps) {
  const t = useMessages('notifications');
  return (
    <Popover defaultOpen beside trigger={trigger} face={face} title={t('inboxTitle')}>
      {(close) => (
        <Inbox
          onGo={close}
          onSettings={() => {
            close();
            onSettings();
          }}
        />
      )}
    </Popover>
  );
}

type Notes = readonly ListedNotification[] | 'loading' | 'failed';

function Inbox({ onGo, onSettings }: { onGo: () => void; onSettings: () => void }) {
  const t = useMessages('notifications');
  const [notes, setNotes] = useState<Notes>('loading');
  const load = useCallback(async () => {
    setNotes('loading');
    const answer = await callRoute('GET /api/notes');
    setNotes(answer !== 'unreachable' && answer.ok ? answer.notes : 'failed');
  }, []);
  useEffect(() => void load(), [load]);
  const listed = typeof notes === 'string' ? [] : notes;
  const markAll = async () => {
    const until = Math.max(...listed.map(({ at }) => at));
    if (await markRead({ until: `${until}` })) setNotes(listed.map((note) => ({ ...note, read: true })));
  };
  const setRead = (read: ListedNotification) =>
    setNotes((all) =>
      typeof all === 'string' ? all : all.map((note) => (note === read ? { ...note, read: true } : note)),
    );
  return (
    <Stack gap={3}>
      {notes === 'loading' && <p role="status">{t('loading')}</p>}
      {notes === 'failed' && (
        <p role="alert">
          {t('notLoaded')}{' '}
          <Button size="small" onClick={load}>
            {t('again')}
          </Button>
        </p>
      )}
      {typeof notes !== 'string' && listed.length === 0 && <p>{t('none')}</p>}
      {listed.length > 0 && (
        <ol className={styles.notes} aria-label={t('inboxTitle')}>
          {listed.map((note) => (
            <li key={`${note.debateId} ${note.kind} ${note.about}`}>
              <Note note={note} onGo={onGo} onRead={() => setRead(note)} />
            </li>
          ))}
        </ol>
      )}
      <div className={styles.foot}>
        {listed.some(({ read }) => !read) && (
          <Button size="small" onClick={markAll}>
            {t('markAll')}
          </Button>
        )}
        <a href="/inbox">{t('all')}</a>
        <button type="button" className={styles.settings} onClick={onSettings}>
          {t('settings')}
        </button>
      </div>
    </Stack>
  );
}

interface NoteProps {
  readonly note: ListedNotification;
  readonly onGo: () => void;
  /** Called once it is marked as read. */
  readonly onRead: () => void;
}

function Note({ note, onGo, onRead }: NoteProps) {
  const t = useMessages('notifications');
  const debateId = useBoard((state) => state.debateId);
  const openSubject = useOpenSubject();
  const announce = useAnnounce();
  const { on, kind, about, sentence, words, besides, at, read, title } = note;
  const isHere = note.debateId === debateId;
  const see = async () => {
    if (await markRead({ debate: note.debateId, kind, about })) onRead();
  };
  const go = (event: MouseEvent) => {
    if (!read) void see();
    if (!isHere || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // The link leads to the page that is open: following it would load the board again.
    event.preventDefault();
    if (openSubject(note)) onGo();
    else announce(t('nothingToOpen'));
  };
  return (
    <a
      className={styles.note}
      data-new={!read || undefined}
      href={`${debateAddress(note.debateId)}${on === null ? '' : `#${on}`}`}
      onClick={go}
      onAuxClick={(event) => isMiddleClick(event) && !read && void see()}
    >
      <span className={styles.sentence} dir="auto">
        {!read && <span className={styles.isNew}>{t('isNew')}</span>}
        {!read && ' '}
        {sentence}
      </span>
      {[words, besides].map(
        (more) =>
          more !== '' && (
            <span key={more} className={styles.words} dir="auto">
              {more}
            </span>
          ),
      )}
      <span className={styles.when}>
        <RelativeTime at={at} />
        {!isHere && <span dir="auto">{title}</span>}
      </span>
    </a>
  );
}

type NoteFields = Readonly<Record<'debate' | 'kind' | 'about', string>> | Readonly<Record<'until', string>>;

/** Marks notifications as read: one, or all up to a server time. Returns `false` if that failed. */
async function markRead(which: NoteFields): Promise<boolean> {
  const answer = await callRoute('POST /api/notes/read', { body: { ...which, read: 'true' } });
  const isRead = answer !== 'unreachable' && answer.ok;
  if (isRead) countUnread();
  return isRead;
}
