'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { type VoteCounts, votersIn } from '#domain/analysis/perspectives/perspective.ts';
import styles from './perspectives.module.css';

interface PerspectiveVotesProps {
  /** The name of the people whose votes they are. */
  readonly name: string;
  readonly votes: VoteCounts | undefined;
  /** True if the name stands before them; otherwise it is a column's heading. */
  readonly named?: boolean;
}

/** The votes of one perspective on a claim: a bar whose filled part agrees, and the figures. */
export function PerspectiveVotesBar({ name, votes, named = false }: PerspectiveVotesProps) {
  const t = useMessages('perspectives');
  if (!votes)
    return (
      <span className={styles.votes} data-votes="none">
        {named && <span className={styles.name}>{name}</span>}
        <span className={styles.spoken}>{t('noneSaid', { name })}</span>
        <span className={styles.soft} aria-hidden="true">
          {t('none')}
        </span>
      </span>
    );
  const { agree, disagree } = votes;
  const people = votersIn(votes);
  const part = (count: number) => `${(count / people) * 100}%`;
  return (
    <span className={styles.votes} data-votes="">
      {named && (
        <span className={styles.name} dir="auto" aria-hidden="true">
          {name}
        </span>
      )}
      <span className={styles.spoken}>{t('votes', { name, agree, people, disagree })}</span>
      <span className={styles.bar} aria-hidden="true">
        <span className={styles.for} style={{ inlineSize: part(agree) }} />
        <span className={styles.against} style={{ inlineSize: part(disagree) }} />
      </span>
      <span className={styles.figure} aria-hidden="true">
        {t('agrees', { agree, people })}
      </span>
    </span>
  );
}
