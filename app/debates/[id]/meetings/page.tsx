import type { Metadata } from 'next';
import { meetingsOf } from '../../../../domain/debate/meetings.ts';
import { messages } from '../../../_ui/messages/messages.ts';
import { NoDebate, noDebate } from '../no-debate.tsx';
import { readDebate } from '../read-debate.ts';
import styles from './meetings.module.css';
import { When } from './when.tsx';

interface MeetingsPageProps {
  readonly params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: MeetingsPageProps): Promise<Metadata> {
  const read = await readDebate((await params).id);
  if (!read.ok) return noDebate();
  return { title: `${messages('records')('title')} · ${read.view.head?.title}` };
}

/** The meetings of a debate, the newest first. */
export default async function MeetingsPage({ params }: MeetingsPageProps) {
  const { id } = await params;
  const read = await readDebate(id);
  if (!read.ok) return <NoDebate debateId={id} why={read} />;
  const t = messages('records');
  const meetings = meetingsOf(read.view).reverse();
  const address = `/debates/${encodeURIComponent(id)}`;
  return (
    <main className={styles.page}>
      <nav className={styles.ways}>
        <a href={address}>{t('toDebate')}</a>
      </nav>
      <p className={styles.kicker} dir="auto">
        {read.view.head?.title}
      </p>
      <h1>{t('title')}</h1>
      {meetings.length === 0 && <p>{t('noneYet')}</p>}
      <ul className={styles.list}>
        {meetings.map((meeting) => (
          <li key={meeting.id}>
            <a href={`${address}/meetings/${meeting.id}`}>{t('record', { number: meeting.id })}</a>
            <span className={styles.soft}>
              <When from={meeting.startedAt} to={meeting.endedAt} />
            </span>
          </li>
        ))}
      </ul>
    </main>
  );
}
