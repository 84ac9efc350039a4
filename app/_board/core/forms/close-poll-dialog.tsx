'use client';

import { Button } from '#app/_ui/button/button.tsx';
import { Dialog } from '#app/_ui/dialogs/dialog.tsx';
import { Row } from '#app/_ui/layout/row.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Poll } from '#domain/debate/polls/poll.ts';
import { countVoters, isSettled, thresholdOf } from '#domain/debate/polls/polls.ts';
import { useBoard } from '../store/board-context.tsx';
import styles from './console-sections.module.css';

interface ClosePollDialogProps {
  readonly poll: Poll;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Warns that closing a poll now would show no results, and says whether it can be reopened. */
export function ClosePollDialog({ poll, onConfirm, onClose }: ClosePollDialogProps) {
  const t = useMessages('polls');
  const voters = useBoard(({ replica }) => countVoters(replica.view));
  const isFinal = useBoard(({ replica }) => isSettled(replica.view, poll));
  const { answered } = poll;
  return (
    <Dialog
      title={t('closeTitle', { count: answered })}
      text={t('closeText', { answered, voters: Math.max(voters, answered), threshold: thresholdOf(poll) })}
      onClose={onClose}
    >
      <p className={styles.hint}>{t(isFinal ? 'closeForGood' : 'closeHint')}</p>
      <Row>
        <Button look="primary" autoFocus onClick={onClose}>
          {t('keepOpen')}
        </Button>
        <Button onClick={onConfirm}>{t('closeAnyway')}</Button>
      </Row>
    </Dialog>
  );
}
