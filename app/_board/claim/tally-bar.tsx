'use client';

import type { Tally } from '../../../domain/debate/records/vote.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useBoard } from '../store/board-context.tsx';
import styles from './tally-bar.module.css';
import { useTalliesHidden } from './use-tallies-hidden.ts';

/** How a claim stands: a bar of agree, pass, disagree and the figures agree – disagree. */
export function TallyBar({ tally }: { tally: Tally }) {
  const t = useMessages('claim');
  const { agree, disagree, pass } = tally;
  const hidden = useTalliesHidden();
  const secret = useBoard(({ replica }) => replica.view.head?.settings.ballots === 'secret');
  if (hidden || (secret && agree + disagree + pass === 0)) {
    return (
      <span className={styles.tally} title={t(hidden ? 'talliesHiddenHint' : 'talliesFewHint')}>
        {t(hidden ? 'talliesHidden' : 'talliesFew')}
      </span>
    );
  }
  const total = agree + disagree + pass;
  const said = total === 0 ? t('noVotes') : t('tallyTitle', { agree, disagree, pass });
  return (
    <span className={styles.tally} role="img" aria-label={said} title={said}>
      <svg className={styles.bar} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect className={styles.none} width="100" height="4" />
        {total > 0 && (
          <>
            <rect className={styles.agree} width={(100 * agree) / total} height="4" />
            <rect
              className={styles.disagree}
              x={(100 * (agree + pass)) / total}
              width={(100 * disagree) / total}
              height="4"
            />
          </>
        )}
      </svg>
      <span className={styles.figures}>{t('tally', { agree, disagree })}</span>
    </span>
  );
}
