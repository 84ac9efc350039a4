'use client';

import { hueStyle } from '#app/_ui/people/hue.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import { usePosition } from '../../core/claims/use-claim.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { useNarrow } from '../../core/view/use-narrow.ts';
import { useViewActs } from '../../core/view/view-state.tsx';
import styles from './evidence.module.css';

/** Link to a claim: it is selected, and on a phone the sources that cover it close. */
export function CitingClaimLink({ claim }: { claim: Claim }) {
  const readable = useReadable();
  const goTo = useGoToClaim();
  const position = usePosition(claim.positionId);
  return (
    <button
      type="button"
      className={styles.claim}
      style={hueStyle(position?.hue)}
      dir="auto"
      onClick={() => goTo(claim.id)}
    >
      {readable(claim.text)}
    </button>
  );
}

export function useGoToClaim(): (claimId: string) => void {
  const { select, readSources } = useViewActs();
  const narrow = useNarrow();
  return (id) => {
    if (narrow) readSources(null);
    select({ kind: 'claim', id });
  };
}
