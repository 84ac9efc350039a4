import { joinClasses } from '#app/_ui/join-classes.ts';
import type { Bearing } from '#domain/debate/map/link.ts';
import styles from './bearing-sign.module.css';

/** Returns the class that draws, at the start of a flex container, the sign for how a claim bears on another. */
export function bearingSign(bearing: Bearing): string {
  return joinClasses(styles.sign, styles[bearing]);
}

/** The sign alone, in the text colour; always beside a word or a label, so hidden from screen readers. */
export function BearingSign({ bearing }: { bearing: Bearing }) {
  return <span className={joinClasses(bearingSign(bearing), styles.alone)} aria-hidden="true" />;
}
