'use client';

import { Button } from '../../_ui/button/button.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useRejectionSentence } from '../claim/use-rejection-sentence.ts';
import { useBoard } from '../store/board-context.tsx';
import styles from './header.module.css';
import { usePeopleHere } from './use-people-here.ts';
import { type Standing, useStanding } from './use-standing.ts';

/** How this page stands with the server: a dot of a colour and a shape, and words. */
export function ConnectionStatus() {
  const standing = useStanding();
  const sentence = useStandingSentence(standing);
  const t = useMessages('board');
  const atRisk = useBoard(
    ({ isKept, replica, refused, drafts }) =>
      !isKept && replica.pending.length + refused.length + drafts.size > 0,
  );
  return (
    <p className={styles.status} data-standing={standing.kind} role="status">
      <span className={styles.dot} aria-hidden="true" />
      <span>{sentence}</span>
      {atRisk && <strong> {t('notKept')}</strong>}
    </p>
  );
}

function useStandingSentence(standing: Standing): string {
  const t = useMessages('board');
  const { count } = usePeopleHere();
  switch (standing.kind) {
    case 'connecting':
      return t('connecting');
    case 'live':
      return count > 0 ? t('liveHere', { count }) : t('live');
    case 'unsaved':
      return t('notSaved', { count: standing.count });
    case 'reconnecting':
      return standing.unsent > 0 ? t('reconnectingUnsent', { count: standing.unsent }) : t('reconnecting');
    case 'offline':
      return standing.unsent > 0 ? t('offlineUnsent', { count: standing.unsent }) : t('offline');
    case 'refused':
      return t('refusedConnection');
  }
}

/** Why the server would not open the debate to this page, across the board. */
export function RefusedConnection() {
  const t = useMessages('board');
  const sentence = useRejectionSentence();
  const people = useMessages('managedPeople');
  const connection = useBoard((state) => state.connection);
  const reason = useBoard(({ standing }) => standing?.reason);
  if (connection.kind !== 'refused') return null;
  return (
    <p className={styles.refused} role="alert">
      {sentence(connection.rejection)} {reason && people('theReason', { reason })}{' '}
      <Button size="small" onClick={() => window.location.reload()}>
        {t('reload')}
      </Button>
    </p>
  );
}
