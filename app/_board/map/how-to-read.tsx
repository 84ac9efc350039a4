'use client';

import { useState } from 'react';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import styles from './map-headings.module.css';

/** Where a browser keeps that its user has closed the legend. */
const CLOSED = 'parley:legend-closed';

/** The map's signs in three lines: open until one closes it for the first time. */
export function HowToRead() {
  const t = useMessages('map');
  const [isOpen, setOpen] = useState(isFirstVisit);
  return (
    <div className={styles.legend}>
      <button
        type="button"
        className={styles.legendButton}
        tabIndex={-1}
        aria-expanded={isOpen}
        onClick={() => {
          if (isOpen) noteClosed();
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
            <b>{t('below', { count: 7 })}</b> {t('legendBelow')}
          </li>
        </ul>
      )}
    </div>
  );
}

function isFirstVisit(): boolean {
  try {
    return window.localStorage.getItem(CLOSED) === null;
  } catch {
    return true;
  }
}

function noteClosed(): void {
  try {
    window.localStorage.setItem(CLOSED, '1');
  } catch {
    // Storage is barred: the next page opens with the legend again.
  }
}
