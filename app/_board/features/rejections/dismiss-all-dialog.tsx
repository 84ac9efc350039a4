'use client';

import { Button } from '#app/_ui/button/button.tsx';
import { Dialog } from '#app/_ui/dialogs/dialog.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import styles from './refused-tray.module.css';

interface DismissAllDialogProps {
  readonly count: number;
  readonly onCopy: () => void;
  readonly onDismiss: () => void;
  readonly onClose: () => void;
}

/** Asks for confirmation before many words are discarded at once. */
export function DismissAllDialog({ count, onCopy, onDismiss, onClose }: DismissAllDialogProps) {
  const t = useMessages('rejected');
  const controls = useMessages('controls');
  const dismiss = () => {
    onClose();
    onDismiss();
  };
  return (
    <Dialog title={t('dismissTitle', { count })} text={t('dismissText')} onClose={onClose}>
      <div className={styles.answers}>
        <Button look="quiet" onClick={onClose}>
          {controls('cancel')}
        </Button>
        <Button onClick={onCopy}>{t('copyAll')}</Button>
        <Button look="primary" onClick={dismiss}>
          {t('dismissSubmit')}
        </Button>
      </div>
    </Dialog>
  );
}
