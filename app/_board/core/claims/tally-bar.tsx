'use client';

import type { CSSProperties, ReactNode } from 'react';
import { joinClasses } from '#app/_ui/join-classes.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Tally } from '#domain/debate/map/claim.ts';
import { votesShown } from '#domain/debate/votes/ballots.ts';
import { useBoard } from '../store/board-context.tsx';
import styles from './tally-bar.module.css';

/** A claim's votes: a bar of agree, pass, disagree and the figures agree – disagree. `ifAny`: nothing if nobody has voted. */
export function TallyBar({ tally, ifAny = false }: { tally: Tally; ifAny?: boolean }) {
  const t = useMessages('claim');
  const { agree, disagree, pass } = tally;
  const votes = useBoard(({ replica }) => votesShown(replica.view, tally));
  if (typeof votes === 'string') {
    const hidden = votes === 'hidden';
    return (
      <span className={styles.tally} title={t(hidden ? 'talliesHiddenHint' : 'talliesFewHint')}>
        {t(hidden ? 'talliesHidden' : 'talliesFew')}
      </span>
    );
  }
  if (ifAny && votes === 0) return null;
  const said = t(votes === 0 ? 'noVotes' : 'tallyTitle', { agree, disagree, pass });
  return (
    <VotesBar votes={tally} said={said}>
      {t('tally', { agree, disagree })}
    </VotesBar>
  );
}

interface VotesBarProps {
  readonly votes: Pick<Tally, 'agree' | 'disagree' | 'pass'>;
  /** All of it in words. */
  readonly said: string;
  readonly children: ReactNode;
}

/** A bar of votes with a short text. */
export function VotesBar({ votes, said, children }: VotesBarProps) {
  return (
    <span className={joinClasses(styles.tally, styles.bar)} style={barStyle(votes)} role="img" title={said}>
      {children}
    </span>
  );
}

/** Returns how far the bar is filled from each end; undefined: nobody has voted. */
function barStyle({ agree, disagree, pass }: VotesBarProps['votes']): CSSProperties | undefined {
  const total = agree + disagree + pass;
  const percent = (votes: number) => `${Math.round((1000 * votes) / total) / 10}%`;
  if (total === 0) return undefined;
  return { '--agree': percent(agree), '--disagree': percent(disagree) } as CSSProperties;
}
