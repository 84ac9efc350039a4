'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import styles from './map-headings.module.css';

/** Shown in a debate without claims, in place of the legend: what to do first, and what follows. */
export function HowToBegin() {
  const t = useMessages('map');
  return (
    <div className={styles.begin}>
      <p>{t('howToBegin')}</p>
      <ol>
        <li>{t('beginClaim')}</li>
        <li>{t('beginAnswer')}</li>
        <li>{t('beginVote')}</li>
      </ol>
    </div>
  );
}
