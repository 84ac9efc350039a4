import { debateAddress } from '#app/_ui/links/debate-address.ts';
import type { FrontPageDebate as Card } from '../../server/services/debates/debate-lists.ts';
import { DebateSunburst } from '../_ui/debate-sunburst.tsx';
import { LockIcon } from '../_ui/icons.tsx';
import { messages } from '../_ui/messages/messages.ts';
import { hueStyle } from '../_ui/people/hue.ts';
import { RelativeTime } from '../_ui/time/relative-time.tsx';
import styles from './debate-card.module.css';

/** Number of positions named on a card; the picture shows all of them. */
const NAMED = 4;

/** A debate in the index: the picture of its map with its positions, its motion, and its activity. */
export function DebateCard({ debate }: { debate: Card }) {
  const t = messages('home');
  const welcome = messages('welcome');
  const { id, motion, positions, claims, people, present, changedAt, visibility, role } = debate;
  const more = positions.length - NAMED;
  return (
    <article className={styles.card}>
      <h3 className={styles.motion} dir="auto">
        <a href={debateAddress(id)}>
          <span className={styles.words}>{motion}</span>
        </a>
      </h3>
      <div className={styles.picture}>
        <DebateSunburst debateId={id} version={changedAt} />
        <ul className={styles.positions}>
          {positions.slice(0, more > 1 ? NAMED - 1 : NAMED).map(({ name, hue }) => (
            <li key={name} style={hueStyle(hue)} dir="auto">
              {name}
            </li>
          ))}
          {more > 1 && (
            <li className={styles.more}>
              {welcome('morePositions', { count: positions.length - NAMED + 1 })}
            </li>
          )}
        </ul>
      </div>
      <p className={styles.facts}>
        {visibility !== 'public' && (
          <span className={styles.own}>
            {visibility === 'private' && <LockIcon />}
            {welcome(visibility)}
            {role && ` · ${welcome('role', { role })}`}
          </span>
        )}
        <span>{t('claims', { count: claims })}</span>
        {people !== null && people > 0 && <span>{t('people', { count: people })}</span>}
        {present > 0 ? (
          <span className={styles.present}>{t('present', { count: present })}</span>
        ) : (
          <RelativeTime at={changedAt} short />
        )}
      </p>
    </article>
  );
}
