import type { DebateListing } from '../../server/use-cases/debates.ts';
import styles from '../_ui/debate-entry.module.css';
import { hueStyle } from '../_ui/hue.ts';
import { joinClasses } from '../_ui/join-classes.ts';
import { messages } from '../_ui/messages/messages.ts';
import { RelativeTime } from '../_ui/relative-time.tsx';

/** A debate in the list: its motion first, then the camps, then how lively it is. The lead one stands larger. */
export function DebateEntry({ debate, lead }: { debate: DebateListing; lead: boolean }) {
  const t = messages('home');
  const { id, title, motion, positions, claims, present, changedAt } = debate;
  return (
    <li className={joinClasses(styles.entry, lead && styles.lead)}>
      <p className={styles.title} dir="auto">
        {title}
      </p>
      <h3 className={styles.motion} dir="auto">
        <a href={`/debates/${id}`}>{motion}</a>
      </h3>
      <ul className={styles.positions}>
        {positions.map(({ name, hue }) => (
          <li key={name} style={hueStyle(hue)} dir="auto">
            {name}
          </li>
        ))}
      </ul>
      <p className={styles.facts}>
        <span>{t('claims', { count: claims })}</span>
        {present > 0 && <span className={styles.present}>{t('present', { count: present })}</span>}
        <span>
          {t('changed')} <RelativeTime at={changedAt} />
        </span>
      </p>
    </li>
  );
}
