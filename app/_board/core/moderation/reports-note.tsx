'use client';

import { Button } from '#app/_ui/button/button.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { RelativeTime } from '#app/_ui/time/relative-time.tsx';
import { useIsModerator } from '../claims/use-claim.ts';
import { useSubmit } from '../commands/join-context.tsx';
import { PersonName } from '../people/person-name.tsx';
import { useNames } from '../people/use-called.ts';
import noteStyles from './hidden-note.module.css';
import { useOpenReports, useOwnReport } from './reports-on.ts';
import styles from './review-note.module.css';
import { useLeave } from './use-leave.ts';
import { useReasonName } from './use-reason-name.ts';

/** Reports on a claim or comment: all of them for moderators, for others their own. */
export function ReportsNote({ id }: { id: string }) {
  const isModerator = useIsModerator();
  return isModerator ? <OpenReports id={id} /> : <OwnReport id={id} />;
}

function OpenReports({ id }: { id: string }) {
  const t = useMessages('review');
  const reasonName = useReasonName();
  const reports = useOpenReports(id);
  const leave = useLeave();
  const anonymous = useNames() === 'anonymous' ? 'yes' : 'no';
  if (reports.length === 0) return null;
  return (
    <div className={noteStyles.note} role="note" data-reports={reports.length}>
      <p>
        <strong>{t('reportedBy', { count: reports.length })}</strong>
      </p>
      <ul className={styles.reports}>
        {reports.map(({ id: reportId, reason, words, author, at }) => (
          <li key={reportId}>
            {reasonName(reason)} ·{' '}
            {author === '' ? t('reporterHidden', { anonymous }) : <PersonName id={author} />} ·{' '}
            <RelativeTime at={at} />
            {words && (
              <p dir="auto" className={styles.words}>
                {words}
              </p>
            )}
          </li>
        ))}
      </ul>
      <Button size="small" onClick={() => leave(id)}>
        {t('leave')}
      </Button>
    </div>
  );
}

function OwnReport({ id }: { id: string }) {
  const t = useMessages('review');
  const reasonName = useReasonName();
  const submit = useSubmit();
  const report = useOwnReport(id);
  if (!report) return null;
  const { id: reportId, outcome, reason } = report;
  return (
    <div className={noteStyles.note} role="note" data-reports="own">
      <p>{t('youReported', { reason: reasonName(reason), outcome: outcome ?? 'none' })}</p>
      {outcome === null && (
        <Button size="small" onClick={() => submit([{ type: 'report.withdraw', reportId }])}>
          {t('withdraw')}
        </Button>
      )}
    </div>
  );
}
