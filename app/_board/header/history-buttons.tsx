'use client';

import { Button } from '../../_ui/button/button.tsx';
import { RedoIcon, UndoIcon } from '../../_ui/icons.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useBoard } from '../core/store/board-context.tsx';
import { useUndoRedo } from './use-undo-redo.ts';

interface HistoryButtonsProps {
  readonly className: string | undefined;
  readonly nameClass: string | undefined;
}

/** Undoes the viewer's last change, and redoes it. */
export function HistoryButtons({ className, nameClass }: HistoryButtonsProps) {
  const t = useMessages('board');
  const canUndo = useBoard((state) => state.undo.undo.length > 0);
  const canRedo = useBoard((state) => state.undo.redo.length > 0);
  const undoOrRedo = useUndoRedo();
  return (
    <>
      <Button
        look="quiet"
        size="small"
        className={className}
        aria-label={t('undo')}
        title={`${t('undo')} (Ctrl Z)`}
        unavailable={!canUndo}
        onClick={() => undoOrRedo('undo')}
      >
        <UndoIcon />
        <span className={nameClass} aria-hidden="true">
          {t('undo')}
        </span>
      </Button>
      <Button
        look="quiet"
        size="small"
        className={className}
        aria-label={t('redo')}
        title={`${t('redo')} (Ctrl Shift Z)`}
        unavailable={!canRedo}
        onClick={() => undoOrRedo('redo')}
      >
        <RedoIcon />
        <span className={nameClass} aria-hidden="true">
          {t('redo')}
        </span>
      </Button>
    </>
  );
}
