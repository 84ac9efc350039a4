'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { DebateStrengths } from '#domain/analysis/strength/debate-strengths.ts';
import { SHOWN_FROM_VOTES, shownStrength } from '#domain/analysis/strength/shown-strength.ts';
import { usePositions } from '../../core/claims/use-claim.ts';
import { useStrengthFigure } from '../../core/strength/use-strength-figure.ts';
import styles from './strength-bars.module.css';

/** Strength of each position: a bar from 0 to 1, and its number, if enough people voted. */
export function StrengthBars({ strengths }: { strengths: DebateStrengths }) {
  const t = useMessages('analysis');
  const figure = useStrengthFigure();
  const positions = usePositions();
  return (
    <ul className={styles.bars} data-strengths="">
      {positions.map(({ id, name, hue }) => {
        const strength = shownStrength(strengths, id);
        return (
          <li key={id}>
            <span className={styles.name} dir="auto">
              {name}
            </span>
            {strength === undefined ? (
              <span className={styles.few}>{t('strengthFew', { votes: SHOWN_FROM_VOTES })}</span>
            ) : (
              <>
                <span className={styles.track} aria-hidden="true">
                  <span style={{ inlineSize: `${strength * 100}%`, background: `var(--hue-${hue})` }} />
                </span>
                <span className={styles.figure}>{figure(strength)}</span>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
