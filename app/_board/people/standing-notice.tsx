'use client';

import { Button } from '../../_ui/button/button.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useBoard, useBoardStore } from '../store/board-context.tsx';
import styles from './people.module.css';

/** Says plainly to somebody who was muted or removed that they were, why, and what they may do. */
export default function StandingNotice() {
  const t = useMessages('managedPeople');
  const store = useBoardStore();
  const standing = useBoard((state) => state.standing);
  const guests = useBoard(({ replica }) => replica.view.head?.settings.guests ?? 'none');
  if (!standing?.reason || standing.standing === 'banned') return null;
  const { reason } = standing;
  if (standing.standing === 'in')
    return (
      <p className={styles.notice} role="alert" data-notice="muted">
        {t('youAreMuted', { reason })}
      </p>
    );
  return (
    <div className={styles.notice} role="alert" data-notice="removed">
      <p>{t('youAreRemoved', { reason })}</p>
      {guests !== 'none' && <Button onClick={() => store.comeBack()}>{t('comeBack')}</Button>}
    </div>
  );
}
