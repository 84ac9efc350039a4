'use client';

import { Dialog } from '#app/_ui/dialogs/dialog.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { SwingPicture } from '../../core/polls/swing-picture.tsx';
import { usePolls, useSwing } from '../../core/polls/use-polls.ts';
import { PollResult } from './poll-result.tsx';
import styles from './polls.module.css';

/** Results of closed polls: the swing first, then each poll, the latest first. */
export default function ResultsDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages('polls');
  const swing = useSwing();
  const closed = usePolls().filter(({ open }) => !open);
  return (
    <Dialog title={t('results')} size="wide" onClose={onClose}>
      {swing && (
        <section className={styles.result}>
          <h3>{t('swing')}</h3>
          <SwingPicture swing={swing} />
        </section>
      )}
      {closed.reverse().map((poll) => (
        <PollResult key={poll.id} poll={poll} />
      ))}
    </Dialog>
  );
}
