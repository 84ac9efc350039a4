import { debateAddress } from '#app/_ui/links/debate-address.ts';
import type { Phase } from '../../domain/debate/phases/agenda.ts';
import type { LiveDebate } from '../../server/services/debates/debate-lists.ts';
import { messages } from '../_ui/messages/messages.ts';
import styles from './live-now.module.css';

const MINUTE = 60_000;

/** Debates that people are in now, with their phases; nothing if there are none. */
export function LiveNow({ debates }: { debates: readonly LiveDebate[] }) {
  const t = messages('welcome');
  const home = messages('home');
  if (debates.length === 0) return null;
  return (
    <section className={styles.live} aria-labelledby="live-now">
      <h2 id="live-now" className={styles.heading}>
        {t('liveNow')}
      </h2>
      <ul className={styles.rows}>
        {debates.map(({ id, title, present, phase, left, isPaused }) => (
          <li key={id} className={styles.row}>
            <a className={styles.title} href={debateAddress(id)} dir="auto">
              {title}
            </a>
            <span className={styles.facts}>
              {phase && <span>{t('inPhase', { phase: nameOf(phase) })}</span>}
              {left !== null && (
                <span>
                  {isPaused
                    ? t('paused')
                    : left === 0
                      ? t('over')
                      : t('left', { minutes: Math.floor(left / MINUTE) })}
                </span>
              )}
              <span className={styles.present}>{home('present', { count: present })}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function nameOf({ title, kind }: Phase): string {
  return title === '' ? messages('agenda')(`kind.${kind}`) : title;
}
