'use client';

import { Button } from '#app/_ui/button/button.tsx';
import { BallotIcon } from '#app/_ui/icons.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useMay } from '../../core/claims/use-claim.ts';
import { useViewActs } from '../../core/view/view-state.tsx';
import styles from './guided-button.module.css';

/** On a phone: begins guided voting. A wide screen has it among its tools. */
export function GuidedButton() {
  const t = useMessages('guided');
  const mayVote = useMay('vote.cast');
  const { toggleGuided } = useViewActs();
  if (!mayVote) return null;
  return (
    <Button size="small" className={styles.button} title={t('title')} onClick={toggleGuided}>
      <BallotIcon />
      {t('start')}
    </Button>
  );
}
