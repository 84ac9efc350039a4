'use client';

import { useFormatter } from 'use-intl/react';
import { GRACE } from '#domain/debate/engine/limits.ts';
import { Button } from '../../_ui/button/button.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useMay } from '../core/claims/use-claim.ts';
import { useBoard, useBoardStore } from '../core/store/board-context.tsx';
import styles from './header.module.css';

/** Says that the debate is read-only, and why; with a link back for people who may reopen it. */
export function StatusNote() {
  const t = useMessages('status');
  const format = useFormatter();
  const store = useBoardStore();
  const head = useBoard(({ replica }) => replica.view.head);
  const mayOpen = useMay('debate.setStatus');
  if (!head || (head.status === 'open' && !head.deleted)) return null;
  if (head.deleted) {
    const date = format.dateTime(head.statusChangedAt + GRACE, { dateStyle: 'long', timeZone: 'UTC' });
    return (
      <p className={styles.statusNote}>
        {t('isDeleted', { date })}{' '}
        <Button size="small" onClick={() => store.submit({ type: 'debate.delete', deleted: false })}>
          {t('restoreDebate')}
        </Button>
      </p>
    );
  }
  const { closed } = head.restrictions ?? {};
  return (
    <p className={styles.statusNote}>
      {closed ? t('isClosedByAdministrator') : head.status === 'closed' ? t('isClosed') : t('isArchived')}{' '}
      {closed && closed.reason !== '' && <span dir="auto">{t('theReason', { reason: closed.reason })}</span>}
      {mayOpen && !closed && head.plenary === null && (
        <Button size="small" onClick={() => store.submit({ type: 'debate.setStatus', status: 'open' })}>
          {t('open')}
        </Button>
      )}
    </p>
  );
}
