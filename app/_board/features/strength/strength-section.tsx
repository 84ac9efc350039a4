'use client';

import { useId, useState } from 'react';
import { Stack } from '#app/_ui/layout/stack.tsx';
import { lazyComponent } from '#app/_ui/lazy-component.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { baseScore, POSITION_BASE } from '#domain/analysis/graph/base-score.ts';
import { SHOWN_FROM_VOTES } from '#domain/analysis/strength/shown-strength.ts';
import type { Tally } from '#domain/debate/map/claim.ts';
import { useCounts, useIsCalculated, useStrength } from '../../core/strength/strength-context.tsx';
import { useStrengthFigure } from '../../core/strength/use-strength-figure.ts';
import { StrengthGauge } from './strength-gauge.tsx';
import styles from './strength-section.module.css';

const StrengthDetails = lazyComponent<{ id: string }>(() => import('./strength-details.tsx'));

/** A claim's votes; `null` for a position, which has none. */
type Votes = Pick<Tally, 'agree' | 'disagree'> | null;

/** The strength of a claim or position; opening it shows what determines it. */
export function StrengthSection({ id, tally }: { id: string; tally: Votes }) {
  const t = useMessages('strength');
  const figure = useStrengthFigure();
  const strength = useStrength(id);
  const counts = useCounts(id);
  const isCalculated = useIsCalculated();
  const [open, setOpen] = useState(false);
  const details = useId();
  if (!counts && isCalculated) return null;
  if (!counts) {
    // It takes its room before it is known, so that nothing below it moves away from a finger.
    return (
      <Stack as="section" gap={3} aria-hidden="true">
        <p className={styles.open}>
          <span className={styles.title}>{t('title')}</span>
        </p>
      </Stack>
    );
  }
  return (
    <Stack as="section" gap={3} data-section="strength">
      <button
        type="button"
        className={styles.open}
        aria-expanded={open}
        aria-controls={open ? details : undefined}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.title}>{t('title')}</span>
        <StrengthGauge id={id} withFigure />
        <span className={styles.base}>
          {strength === undefined
            ? t(tally ? 'fewVotes' : 'fewVotesOnClaims', { votes: SHOWN_FROM_VOTES })
            : t(tally ? 'byVotes' : 'byNoVotes', { base: figure(tally ? baseScore(tally) : POSITION_BASE) })}
        </span>
        <span className={styles.sign} aria-hidden="true" />
      </button>
      {open && (
        <div id={details} className={styles.details}>
          <StrengthDetails id={id} />
        </div>
      )}
    </Stack>
  );
}
