'use client';

import { AttackIcon, SupportIcon, UndercutIcon } from '../../_ui/icons.tsx';
import { joinClasses } from '../../_ui/join-classes.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import styles from './relation-mark.module.css';
import type { Bearing } from './use-target.ts';

const WORDS = { support: 'supports', attack: 'attacks', undercut: 'undercuts' } as const;

/** The sign and the word for how a claim bears on what it answers: never the colour alone. */
export function RelationMark({ bearing }: { bearing: Bearing }) {
  const t = useMessages('claim');
  return (
    <span className={joinClasses(styles.mark, bearing === 'support' ? styles.support : styles.attack)}>
      <BearingIcon bearing={bearing} />
      {t(WORDS[bearing])}
    </span>
  );
}

export function BearingIcon({ bearing }: { bearing: Bearing }) {
  if (bearing === 'support') return <SupportIcon />;
  return bearing === 'attack' ? <AttackIcon /> : <UndercutIcon />;
}
