'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { isWeakened, strengthBand } from '#domain/analysis/strength/shown-strength.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { useSeenStrength } from '../../core/strength/seen-perspective.ts';
import { useStrength } from '../../core/strength/strength-context.tsx';
import { useStrengthFigure } from '../../core/strength/use-strength-figure.ts';
import styles from './strength-gauge.module.css';

/**
 * The strength of a claim or position: a thin gauge with a word, and in the panel its number; nothing while it is not shown. If replies,
 * not votes, make a claim weak, the word says so.
 */
export function StrengthGauge({ id, withFigure = false }: { id: string; withFigure?: boolean }) {
  const t = useMessages('strength');
  const figure = useStrengthFigure();
  const everyones = useStrength(id);
  const seen = useSeenStrength(id);
  const tally = useBoard(({ replica }) => replica.view.claims.get(id)?.tally);
  // The panel explains everyone's.
  const strength = withFigure ? everyones : seen;
  if (strength === undefined) return null;
  const band = strengthBand(strength);
  // A perspective counts other votes than the tally.
  const weakened = seen === everyones && tally !== undefined && isWeakened(strength, tally);
  const said = withFigure
    ? t('said', { strength: figure(strength) })
    : t(weakened ? 'weakenedSaid' : 'wordSaid', { band });
  const word = weakened ? t('weakened') : t('word', { band });
  return (
    <span className={styles.gauge} role="img" aria-label={said} title={said} data-strength="">
      <svg className={styles.scale} viewBox="0 0 4 16" preserveAspectRatio="none" aria-hidden="true">
        <rect className={styles.whole} width="4" height="16" />
        <rect className={styles.filled} y={16 * (1 - strength)} width="4" height={16 * strength} />
      </svg>
      <span className={styles.figure}>{withFigure ? figure(strength) : word}</span>
    </span>
  );
}
