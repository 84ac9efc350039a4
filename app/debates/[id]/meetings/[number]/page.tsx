import type { Metadata } from 'next';
import { Note } from '#app/_ui/layout/note.tsx';
import { debateAddress } from '#app/_ui/links/debate-address.ts';
import { PageLink } from '#app/_ui/links/page-link.tsx';
import { messages } from '#app/_ui/messages/messages.ts';
import { Mast } from '#app/_ui/shell/mast.tsx';
import { hasOwnTitle } from '#domain/debate/head/own-title.ts';
import type { ReadRecord } from '#server/services/meetings/meetings.ts';
import { NoDebate, noDebate } from '../../no-debate.tsx';
import styles from '../meetings.module.css';
import { readRecord } from '../read-record.ts';
import { When } from '../when.tsx';
import { Added } from './added.tsx';
import { AddedClaims } from './added-claims.tsx';
import { Contributors } from './contributors.tsx';
import { MeetingConclusion } from './meeting-conclusion.tsx';
import { Phases } from './phases.tsx';
import { Polls } from './polls.tsx';
import { Positions } from './positions.tsx';
import { Questions } from './questions.tsx';
import { QuotedSources } from './quoted-sources.tsx';
import { SwingTable } from './swing-table.tsx';
import { Tasks } from './tasks.tsx';

interface RecordPageProps {
  readonly params: Promise<{ id: string; number: string }>;
}

export async function generateMetadata({ params }: RecordPageProps): Promise<Metadata> {
  const { id, number } = await params;
  const read = await readRecord(id, number);
  if (!read?.ok) return noDebate();
  return { title: `${messages('records')('record', { number })} · ${read.view.head?.title}` };
}

/** Record of a meeting, as its reader may see it; also made for print. */
export default async function RecordPage({ params }: RecordPageProps) {
  const { id, number } = await params;
  const read = await readRecord(id, number);
  if (!read?.ok) return <NoDebate debateId={id} why={read} />;
  return <MeetingRecordArticle debateId={id} read={read} />;
}

function MeetingRecordArticle({ debateId, read }: { debateId: string; read: ReadRecord }) {
  const t = messages('records');
  const { record, view } = read;
  const { meeting } = record;
  const address = debateAddress(debateId);
  return (
    <>
      <Mast Link={PageLink} />
      <main className={styles.page}>
        <nav className={styles.ways}>
          <a href={address}>{t('toDebate')}</a>
          <PageLink href={`${address}/meetings`}>{t('toList')}</PageLink>
        </nav>
        <article data-record={meeting.id}>
          {view.head && hasOwnTitle(view.head) && (
            <p className={styles.kicker} dir="auto">
              {view.head.title}
            </p>
          )}
          <h1>{t('record', { number: meeting.id })}</h1>
          <p className={styles.motion} dir="auto">
            {view.head?.motion}
          </p>
          <Note>
            <When from={meeting.startedAt} to={meeting.endedAt} /> {meeting.to === null && t('goesOn')}
          </Note>
          <MeetingConclusion debateId={debateId} read={read} />
          <Added added={record.added} />
          <Phases read={read} />
          <Tasks read={read} />
          <Polls read={read} />
          <Questions read={read} />
          {record.swing && <SwingTable swing={record.swing} />}
          <Contributors read={read} />
          <Positions read={read} />
          <AddedClaims debateId={debateId} read={read} />
          <QuotedSources read={read} />
        </article>
      </main>
    </>
  );
}
