'use client';

import { useId, useState } from 'react';
import { baseScore } from '../../../domain/analysis/base-score.ts';
import type { Tally } from '../../../domain/debate/records/vote.ts';
import { lazyPart } from '../../_ui/lazy-part.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useIsReckoned, useStrength } from './strength-context.tsx';
import { StrengthGauge } from './strength-gauge.tsx';
import styles from './strength-section.module.css';
import { useStrengthFigure } from './use-strength-figure.ts';

const StrengthDetails = lazyPart<{ id: string }>(() => import('./strength-details.tsx'));

/** What a claim or position is worth; opening the number shows what moves it. */
export function StrengthSection({ id, tally }: { id: string; tally: Pick<Tally, 'agree' | 'disagree'> }) {
  const t = useMessages('strength');
  const figure = useStrengthFigure();
  const strength = useStrength(id);
  const isReckoned = useIsReckoned();
  const [open, setOpen] = useState(false);
  const details = useId();
  if (strength === undefined && isReckoned) return null;
  if (strength === undefined) {
    // It takes its place before it is known, so that nothing under it moves away from a finger.
    return (
      <section className={styles.section} aria-hidden="true">
        <p className={styles.open}>
          <span className={styles.title}>{t('title')}</span>
        </p>
      </section>
    );
  }
  return (
    <section className={styles.section} data-section="strength">
      <button
        type="button"
        className={styles.open}
        aria-expanded={open}
        aria-controls={open ? details : undefined}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.title}>{t('title')}</span>
        <StrengthGauge id={id} />
        <span className={styles.base}>{t('byVotes', { base: figure(baseScore(tally)) })}</span>
        <span className={styles.sign} aria-hidden="true" />
      </button>
      {open && (
        <div id={details} className={styles.details}>
          <StrengthDetails id={id} />
        </div>
      )}
    </section>
  );
}
