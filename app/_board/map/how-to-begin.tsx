'use client';

import { useMessages } from '../../_ui/messages/use-messages.ts';
import styles from './map-headings.module.css';

/** In a debate without claims, in the place of the legend: what to do first, and what comes of it. */
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
