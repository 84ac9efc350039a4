'use client';

import { Button } from '../../_ui/button/button.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useRejectionSentence } from '../core/commands/use-rejection-sentence.ts';
import { useBoard } from '../core/store/board-context.tsx';
import styles from './header.module.css';

/** Banner across the board that says why the server would not open the debate to this page. */
export default function RefusedConnection() {
  const t = useMessages('controls');
  const sentence = useRejectionSentence();
  const people = useMessages('managedPeople');
  const connection = useBoard((state) => state.connection);
  const reason = useBoard(({ standing }) => standing?.reason);
  if (connection.kind !== 'refused') return null;
  return (
    <p className={styles.refused} role="alert">
      {sentence(connection.rejection)}{' '}
      {reason && people('theReason', { reason: people('reasonName', { reason }) })}{' '}
      <Button size="small" onClick={() => window.location.reload()}>
        {t('reload')}
      </Button>
    </p>
  );
}
