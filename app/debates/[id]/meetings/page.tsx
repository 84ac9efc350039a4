import type { Metadata } from 'next';
import { Note } from '#app/_ui/layout/note.tsx';
import { debateAddress } from '#app/_ui/links/debate-address.ts';
import { PageLink } from '#app/_ui/links/page-link.tsx';
import { messages } from '#app/_ui/messages/messages.ts';
import { PageShell } from '#app/_ui/shell/page-shell.tsx';
import { meetingsOf } from '#domain/debate/meetings/meetings.ts';
import { NoDebate, noDebate } from '../no-debate.tsx';
import { readRequestedDebate } from '../read-debate.ts';
import styles from './meetings.module.css';
import { When } from './when.tsx';

interface MeetingsPageProps {
  readonly params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: MeetingsPageProps): Promise<Metadata> {
  const read = await readRequestedDebate((await params).id);
  if (!read.ok) return noDebate();
  return { title: `${messages('records')('title')} · ${read.view.head?.title}` };
}

/** The meetings of a debate, newest first. */
export default async function MeetingsPage({ params }: MeetingsPageProps) {
  const { id } = await params;
  const read = await readRequestedDebate(id);
  if (!read.ok) return <NoDebate debateId={id} why={read} />;
  const t = messages('records');
  const meetings = meetingsOf(read.view).reverse();
  const address = debateAddress(id);
  return (
    <PageShell
      width="medium"
      back={{ href: address, label: t('toDebate') }}
      kicker={<bdi>{read.view.head?.title}</bdi>}
      title={t('title')}
    >
      {meetings.length === 0 && <p className={styles.none}>{t('noneYet')}</p>}
      <ul className={styles.list}>
        {meetings.map((meeting) => (
          <li key={meeting.id}>
            <PageLink href={`${address}/meetings/${meeting.id}`}>
              {t('record', { number: meeting.id })}
            </PageLink>
            <Note as="span">
              <When from={meeting.startedAt} to={meeting.endedAt} />
            </Note>
          </li>
        ))}
      </ul>
    </PageShell>
  );
}
