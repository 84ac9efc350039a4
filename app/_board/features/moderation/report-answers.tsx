'use client';

import { Button } from '#app/_ui/button/button.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { contributionIn } from '#domain/debate/visibility/hidden-content.ts';
import { useSpoken } from '../../core/announcing/spoken.tsx';
import { excerpt } from '../../core/claims/excerpt.ts';
import { useReasonName } from '../../core/moderation/use-reason-name.ts';
import styles from '../../core/people/people.module.css';
import { useBoard } from '../../core/store/board-context.tsx';
import { useReadOut } from '../../core/writing/use-read-out.ts';
import { useReportAnswers } from './use-report-answers.ts';

/** Number of answers shown at once. */
const SHOWN = 5;

/** Says what became of the viewer's reports, until they have read it. */
export default function ReportAnswers() {
  const t = useMessages('review');
  const reasonName = useReasonName();
  const view = useBoard(({ replica }) => replica.view);
  const readOut = useReadOut();
  const { answers, haveRead } = useReportAnswers();
  const sentences = answers.slice(0, SHOWN).map(({ id, on, reason, outcome }) => {
    const text = contributionIn(view, on)?.text;
    const sentence = t('answered', {
      isThere: text === undefined ? 'no' : 'yes',
      text: excerpt(readOut(text ?? ''), 80),
      reason: reasonName(reason),
      outcome: outcome ?? 'none',
    });
    return { id, sentence };
  });
  const more = answers.length > SHOWN ? t('moreAnswers', { count: answers.length - SHOWN }) : '';
  useSpoken([...sentences.map(({ sentence }) => sentence), more].join(' ').trim());
  if (answers.length === 0) return null;
  return (
    <div className={styles.notice} data-notice="reports">
      <div>
        {sentences.map(({ id, sentence }) => (
          <p key={id}>{sentence}</p>
        ))}
        {more && <p>{more}</p>}
      </div>
      <Button size="small" onClick={haveRead}>
        {t('haveRead')}
      </Button>
    </div>
  );
}
