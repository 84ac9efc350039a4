'use client';

import { joinClasses } from '#app/_ui/join-classes.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Bearing } from '#domain/debate/map/link.ts';
import { bearingSign } from '../../core/claims/bearing-sign.tsx';
import styles from './relation-mark.module.css';

const WORDS = { support: 'supports', attack: 'attacks', undercut: 'undercuts' } as const;

/** Sign and word for how a claim bears on what it replies to: never by colour alone. */
export function RelationMark({ bearing }: { bearing: Bearing }) {
  const t = useMessages('claim');
  const side = bearing === 'support' ? styles.support : styles.attack;
  return <span className={joinClasses(styles.mark, side, bearingSign(bearing))}>{t(WORDS[bearing])}</span>;
}
