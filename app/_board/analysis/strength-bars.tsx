'use client';

import { type DebateStrengths, strengthIn } from '../../../domain/analysis/debate-strengths.ts';
import { usePositions } from '../claim/use-claim.ts';
import { useStrengthFigure } from '../strength/use-strength-figure.ts';
import styles from './strength-bars.module.css';

/** How strong each position is: a bar from nothing to all, and its number. */
export function StrengthBars({ strengths }: { strengths: DebateStrengths }) {
  const figure = useStrengthFigure();
  const positions = usePositions();
  return (
    <ul className={styles.bars} data-strengths="">
      {positions.map(({ id, name, hue }) => {
        const strength = strengthIn(strengths, id) ?? 0;
        return (
          <li key={id}>
            <span className={styles.name} dir="auto">
              {name}
            </span>
            <span className={styles.track} aria-hidden="true">
              <span style={{ inlineSize: `${strength * 100}%`, background: `var(--hue-${hue})` }} />
            </span>
            <span className={styles.figure}>{figure(strength)}</span>
          </li>
        );
      })}
    </ul>
  );
}
