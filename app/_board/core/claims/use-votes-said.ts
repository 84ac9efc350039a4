'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Tally } from '#domain/debate/map/claim.ts';
import { votesShown } from '#domain/debate/votes/ballots.ts';
import { useBoard } from '../store/board-context.tsx';

/** Returns in words how many votes a claim has, or that this is hidden or too small to be shown. */
export function useVotesSaid(tally: Tally): string {
  const t = useMessages('claim');
  const votes = useBoard(({ replica }) => votesShown(replica.view, tally));
  if (votes === 'hidden') return t('talliesHidden');
  return votes === 'few' ? t('talliesFew') : t('votes', { votes });
}
