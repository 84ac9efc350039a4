'use client';

import { Button } from '#app/_ui/button/button.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useReaderTime } from '#app/_ui/time/use-reader-time.ts';
import styles from '../../core/people/people.module.css';
import { useBoard, useBoardStore } from '../../core/store/board-context.tsx';

/** Says plainly to a muted or removed person that they were, why, and what they may do. */
export default function StandingNotice() {
  const t = useMessages('managedPeople');
  const { moment } = useReaderTime();
  const store = useBoardStore();
  const standing = useBoard((state) => state.standing);
  const guests = useBoard(({ replica }) => replica.view.head?.settings.guests ?? 'none');
  if (!standing?.reason || standing.membership === 'banned') return null;
  const { reason } = standing;
  if (standing.membership === 'member')
    return (
      <p className={styles.notice} role="alert" data-notice="muted">
        {t('youAreMuted', { reason: t('reasonName', { reason }) })}
        {standing.mutedUntil !== undefined && ` ${t('liftedAt', { time: moment(standing.mutedUntil) })}`}
      </p>
    );
  return (
    <div className={styles.notice} role="alert" data-notice="removed">
      <p>{t('youAreRemoved', { reason: t('reasonName', { reason }) })}</p>
      {guests !== 'none' && <Button onClick={() => store.rejoin()}>{t('comeBack')}</Button>}
    </div>
  );
}
