'use client';

import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useBoard } from '../core/store/board-context.tsx';
import { isAtRisk } from '../core/store/is-at-risk.ts';
import styles from './header.module.css';
import { usePeopleHere } from './people/use-people-here.ts';
import { type ConnectionStanding, useConnectionStanding } from './use-connection-standing.ts';

/**
 * State of the connection to the server: a dot with a colour and a shape, and words. The number of people here is beside the live regions:
 * each arrival would be spoken.
 */
export function ConnectionStatus() {
  const standing = useConnectionStanding();
  const sentence = useStandingSentence(standing);
  const t = useMessages('board');
  const atRisk = useBoard(isAtRisk);
  const unsentOfOthers = useBoard((state) => state.unsentOfOthers);
  const { count } = usePeopleHere();
  return (
    <p className={styles.status} data-standing={standing.kind}>
      <span className={styles.dot} aria-hidden="true" />
      <span className={styles.words}>
        <span role="status">{sentence}</span>
        {standing.kind === 'live' && count > 0 && ` ${t('liveHere', { count })}`}
      </span>
      <span aria-live="polite" className={styles.warnings}>
        {atRisk && <strong> {t('keepTabOpen')}</strong>}
        {unsentOfOthers > 0 && <strong> {t('unsentOfOthers', { count: unsentOfOthers })}</strong>}
      </span>
    </p>
  );
}

function useStandingSentence(standing: ConnectionStanding): string {
  const t = useMessages('board');
  switch (standing.kind) {
    case 'connecting':
      return t('connecting');
    case 'live':
      return t('live');
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
