'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { type VoteCounts, votersIn } from '#domain/analysis/perspectives/perspective.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import { useSeenVotes } from '../strength/seen-perspective.ts';
import styles from './tally-bar.module.css';
import { TallyBar, VotesBar } from './tally-bar.tsx';

/** A claim's votes as the viewer sees the debate: everyone's, or those of the chosen perspective. */
export function ClaimTally({ claim, ifAny = false, isShort = false }: ClaimTallyProps) {
  const seen = useSeenVotes(claim.id);
  if (seen === undefined) return <TallyBar tally={claim.tally} ifAny={ifAny} />;
  return <SeenTally votes={seen} isShort={isShort} />;
}

interface ClaimTallyProps {
  readonly claim: Claim;
  readonly ifAny?: boolean;
  /** True where there is room for figures only. */
  readonly isShort?: boolean;
}

function SeenTally({ votes, isShort }: { votes: VoteCounts | null; isShort: boolean }) {
  const t = useMessages('claim');
  if (votes === null)
    return (
      <span className={styles.tally} title={t('seenNone')}>
        {t(isShort ? 'seenNoneShort' : 'seenNone')}
      </span>
    );
  const { agree, disagree, pass } = votes;
  return (
    <VotesBar votes={votes} said={t('tallyTitle', { agree, disagree, pass })}>
      {t(isShort ? 'seenShort' : 'seen', { agree, people: votersIn(votes) })}
    </VotesBar>
  );
}
