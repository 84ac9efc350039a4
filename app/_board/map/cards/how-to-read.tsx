'use client';

import { useState } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { CLAIM_SIGNS } from '../../features/claims/claim-signs.tsx';
import { isLegendOpen, noteLegendClosed } from '../layout/legend.ts';
import styles from './map-headings.module.css';

/** Legend of the map's signs. Open until the viewer first closes it. */
export function HowToRead() {
  const t = useMessages('map');
  const claim = useMessages('claim');
  const strength = useMessages('strength');
  const [isOpen, setOpen] = useState(isLegendOpen);
  return (
    <div className={styles.legend}>
      <button
        type="button"
        className={styles.legendButton}
        aria-expanded={isOpen}
        onClick={() => {
          if (isOpen) noteLegendClosed();
          setOpen(!isOpen);
        }}
      >
        {t('howToRead')} <span aria-hidden="true">{isOpen ? '‹' : '›'}</span>
      </button>
      {isOpen && (
        <ul>
          <li>
            <b className={styles.for}>+</b> {t('legendSupports')} · <b className={styles.against}>−</b>{' '}
            {t('legendAttacks')}
          </li>
          <li>
            <b>9–3</b> {t('legendVotes')}
          </li>
          <li>
            <b className={styles.for}>+2</b> <b className={styles.against}>−1</b> {t('legendDirect')}
          </li>
          <li>
            <b>{t('below', { count: 7 })}</b> {t('legendBelow')}
          </li>
          <li>
            <b>{strength('word', { band: 'weak' })}</b> {t('legendStrength')}
          </li>
          <li>
            <b>
              {CLAIM_SIGNS.contested} {claim('contested')}
            </b>{' '}
            {t('legendContested')}
          </li>
          <li>{t('legendOpen')}</li>
        </ul>
      )}
    </div>
  );
}
