'use client';

import { useState } from 'react';
import { lazyComponent } from '#app/_ui/lazy-component.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import panelStyles from '../../core/view/panel.module.css';
import styles from './wordings.module.css';

const Wordings = lazyComponent<{ claim: Claim }>(() => import('./wordings.tsx'));

/** The earlier wordings of a claim, folded until opened; nothing if there was only one. */
export function WordingList({ claim }: { claim: Claim }) {
  const t = useMessages('history');
  const isOnlyRead = useBoard((state) => state.isOnlyRead);
  const [open, setOpen] = useState(false);
  if (isOnlyRead || claim.wordings < 2) return null;
  return (
    <section className={panelStyles.section} data-section="arguments" data-wordings="">
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary className={styles.summary}>{t('wordingsOf', { count: claim.wordings })}</summary>
        {open && <Wordings claim={claim} fallback={<p role="status">{t('fetching')}</p>} />}
      </details>
    </section>
  );
}
