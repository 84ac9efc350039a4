'use client';

import { useEffect, useState } from 'react';
import styles from '#app/_ui/debate-entry.module.css';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { hueStyle } from '#app/_ui/people/hue.ts';
import { RelativeTime } from '#app/_ui/time/relative-time.tsx';
import { unsentHere } from './outbox/outbox-storage.ts';
import { participantIdsIn, type SavedEntry } from './saved-summary.ts';

interface SavedListProps {
  readonly debates: readonly SavedEntry[];
  /** Ids of the person in each of their debates, as the server listed them. */
  readonly participantIds: readonly string[];
}

/** List of the debates this browser has kept, with the number of the person's unsent changes in each. */
export function SavedList({ debates, participantIds }: SavedListProps) {
  const t = useMessages('offline');
  const home = useMessages('home');
  const [unsent, setUnsent] = useState<ReadonlyMap<string, number>>(new Map());
  useEffect(() => {
    unsentHere(participantIdsIn(debates, participantIds)).then(setUnsent, () => {});
  }, [debates, participantIds]);
  return (
    <ol className={styles.list}>
      {debates.map(({ debateId, path, title, motion, positions, claims, keptAt }) => (
        <li key={debateId} className={styles.entry}>
          <p className={styles.title} dir="auto">
            {title}
          </p>
          <h3 className={styles.motion} dir="auto">
            <a href={path}>{motion}</a>
          </h3>
          <ul className={styles.positions}>
            {positions.map(({ id, name, hue }) => (
              <li key={id} style={hueStyle(hue)} dir="auto">
                {name}
              </li>
            ))}
          </ul>
          <p className={styles.facts}>
            <span>{home('claims', { count: claims })}</span>
            <span>
              {t('savedAt')} <RelativeTime at={keptAt} />
            </span>
            {(unsent.get(debateId) ?? 0) > 0 && (
              <span className={styles.unsent}>{t('unsent', { count: unsent.get(debateId) ?? 0 })}</span>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}
