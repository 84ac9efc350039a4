'use client';

import { Dialog } from '../../_ui/dialog.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { PollResult } from './poll-result.tsx';
import styles from './polls.module.css';
import { SwingPicture } from './swing-picture.tsx';
import { usePolls, useSwing } from './use-polls.ts';

/** What came of the polls that are closed: the swing first, then each by itself, the last first. */
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
