import { debateAddress, notificationSettingsAddress } from '#app/_ui/links/debate-address.ts';
import { Button } from '../_ui/button/button.tsx';
import { PageForm } from '../_ui/form-page/page-form.tsx';
import { Note } from '../_ui/layout/note.tsx';
import { PageLink } from '../_ui/links/page-link.tsx';
import { messages } from '../_ui/messages/messages.ts';
import { RelativeTime } from '../_ui/time/relative-time.tsx';
import styles from './inbox.module.css';
import { NotificationLink } from './notification-link.tsx';
import {
  type InboxDebate,
  type InboxItem,
  notificationDetail,
  notificationSentence,
} from './notification-words.ts';

interface DebateNotesProps {
  readonly debate: InboxDebate;
  /** True if no other debate is shown. */
  readonly isAlone: boolean;
  /** The fields of the request that marks them as read. */
  readonly mark: Readonly<Record<string, string>>;
}

/** The viewer's notifications of one debate, newest first. */
export function DebateNotifications({ debate, isAlone, mark }: DebateNotesProps) {
  const t = messages('inbox');
  const settings = messages('notifications');
  const { debateId, title, notes, names } = debate;
  return (
    <section className={styles.debate}>
      <header className={styles.head}>
        <h2>
          <a href={debateAddress(debateId)} dir="auto">
            {title}
          </a>
        </h2>
        {!isAlone && <PageLink href={`/inbox?debate=${debateId}`}>{t('onlyHere')}</PageLink>}
        <PageLink href={notificationSettingsAddress(debateId)}>{settings('title')}</PageLink>
        {notes.some(({ read }) => !read) && (
          <PageForm action="/api/notes/read" hidden={mark}>
            <Button type="submit" size="small">
              {t('markDebate')}
            </Button>
          </PageForm>
        )}
      </header>
      <ol className={styles.notes}>
        {notes.map((note) => (
          <li key={`${note.kind} ${note.about}`} className={styles.note} data-new={!note.read || undefined}>
            <NoteLine note={note} who={names.get(note.by) ?? t('somebody')} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function NoteLine({ note, who }: { note: InboxItem; who: string }) {
  const t = messages('inbox');
  const { debateId, kind, about, on, words, at, read } = note;
  const detail = notificationDetail(note);
  const href = `${debateAddress(debateId)}${on === null ? '' : `#${on}`}`;
  return (
    <NotificationLink
      className={styles.link ?? ''}
      href={href}
      note={read ? null : { debate: debateId, kind, about }}
    >
      <span className={styles.sentence} dir="auto">
        {!read && <span className={styles.isNew}>{t('isNew')}</span>} {notificationSentence(note, who)}
      </span>
      {words !== '' && (
        <span className={styles.words} dir="auto">
          {words}
        </span>
      )}
      {detail && (
        <span className={styles.words} dir="auto">
          {detail}
        </span>
      )}
      <Note as="span">
        <RelativeTime at={at} />
      </Note>
    </NotificationLink>
  );
}
