'use client';

import type { ReactNode } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { CloseIcon } from '#app/_ui/icons.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useViewActs } from '../../core/view/view-state.tsx';
import styles from './guided-sheet.module.css';

interface GuidedSheetProps {
  /** Beside the way back. */
  readonly bar: ReactNode;
  readonly children?: ReactNode;
}

/** The sheet that covers the debate, with the way back to it: empty until guided voting has loaded. */
export function GuidedSheet({ bar, children }: GuidedSheetProps) {
  const t = useMessages('guided');
  const { guide } = useViewActs();
  return (
    <section className={styles.guided} aria-label={t('title')} data-guided="" data-scrolls="">
      <div className={styles.bar}>
        <Button look="quiet" size="small" className={styles.close} onClick={() => guide(null)}>
          <CloseIcon />
          {t('close')}
        </Button>
        {bar}
      </div>
      {children}
    </section>
  );
}
