import { joinClasses } from '../../_ui/join-classes.ts';
import styles from './bearing-sign.module.css';
import type { Bearing } from './use-target.ts';

/** Draws, at the beginning of an element that is a flex box, the sign for how a claim bears on another. */
export function bearingSign(bearing: Bearing): string {
  return joinClasses(styles.sign, styles[bearing]);
}

/** That sign alone, in the colour of the text; always beside a word or a label, so hidden from those who listen. */
export function BearingSign({ bearing }: { bearing: Bearing }) {
  return <span className={joinClasses(bearingSign(bearing), styles.alone)} aria-hidden="true" />;
}
