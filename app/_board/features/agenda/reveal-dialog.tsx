'use client';

import { Button } from '#app/_ui/button/button.tsx';
import { Dialog } from '#app/_ui/dialogs/dialog.tsx';
import { Row } from '#app/_ui/layout/row.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Hideable } from '#domain/debate/phases/agenda.ts';

interface RevealDialogProps {
  /** Data that everyone would see: at least one kind. */
  readonly shown: readonly Hideable[];
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Warns that a change of the running phase shows everyone what is hidden. It gives no number: moderators can't know how much there is. */
export function RevealDialog({ shown, onConfirm, onClose }: RevealDialogProps) {
  const t = useMessages('agenda');
  const what = (shown.length > 1 ? null : shown[0]) ?? 'both';
  return (
    <Dialog title={t('revealTitle', { what })} text={t('revealText', { what })} onClose={onClose}>
      <Row>
        <Button look="primary" autoFocus onClick={onClose}>
          {t('keepHidden')}
        </Button>
        <Button onClick={onConfirm}>{t('revealNow')}</Button>
      </Row>
    </Dialog>
  );
}
