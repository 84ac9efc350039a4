import type { ReactNode } from 'react';
import { messages } from '../_ui/messages/messages.ts';
import styles from './how-it-works.module.css';

/** Three pictures and three verbs. */
export function HowItWorks() {
  const t = messages('welcome');
  return (
    <section className={styles.how} aria-labelledby="how-it-works">
      <h2 id="how-it-works" className={styles.heading}>
        {t('how')}
      </h2>
      <ol className={styles.steps}>
        <Step verb={t('claim')} text={t('claimText')}>
          <path className={styles.lane} d="M20 31h66" />
          <path className={styles.name} d="M22 44h46" />
          <path className={styles.support} d="M86 31c18 0 8 25 28 25" />
          <rect className={styles.card} x="114" y="34" width="126" height="44" rx="6" />
          <rect className={styles.spine} x="114" y="34" width="4" height="44" />
          <path className={styles.words} d="M130 50h92M130 62h56" />
        </Step>
        <Step verb={t('answer')} text={t('answerText')}>
          <path className={styles.support} d="M100 56c22 0 18-26 40-26" />
          <path className={styles.attack} d="M100 56c22 0 18 26 40 26" />
          <rect className={styles.card} x="20" y="36" width="80" height="40" rx="6" />
          <rect className={styles.spine} x="20" y="36" width="4" height="40" />
          <path className={styles.words} d="M34 50h54M34 62h34" />
          <rect className={styles.card} x="140" y="12" width="100" height="36" rx="6" />
          <path className={styles.plus} d="M150 30h8M154 26v8" />
          <path className={styles.words} d="M168 25h58M168 36h38" />
          <rect className={styles.card} x="140" y="64" width="100" height="36" rx="6" />
          <path className={styles.minus} d="M150 82h8" />
          <path className={styles.words} d="M168 77h58M168 88h38" />
        </Step>
        <Step verb={t('weigh')} text={t('weighText')}>
          <rect className={styles.card} x="50" y="14" width="160" height="84" rx="6" />
          <path className={styles.words} d="M66 32h92M66 43h64" />
          <rect className={styles.agree} x="66" y="56" width="84" height="8" rx="4" />
          <rect className={styles.disagree} x="152" y="56" width="42" height="8" rx="4" />
          <path className={styles.plus} d="M67 80l4 4 8-9" />
          <path className={styles.minus} d="M186 76l8 8M194 76l-8 8" />
        </Step>
      </ol>
    </section>
  );
}

function Step({ verb, text, children }: { verb: string; text: string; children: ReactNode }) {
  return (
    <li className={styles.step}>
      <svg className={styles.picture} viewBox="0 0 260 112" aria-hidden="true" focusable="false">
        {children}
      </svg>
      <h3 className={styles.verb}>{verb}</h3>
      <p className={styles.text}>{text}</p>
    </li>
  );
}
