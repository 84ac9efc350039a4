import type { DebateState } from '../engine/state.ts';
import type { Link } from '../links/link.ts';
import type { Split } from './lineage.ts';

/** The places of the arguments under a part that were there before it was: they stood under the claim it was a part of. */
export function argumentsBefore(state: DebateState, part: string): Link[] {
  const split = state.splits.get(part);
  if (!split) return [];
  return (state.childLinks.get(part) ?? []).flatMap((linkId) => {
    const link = state.links.get(linkId);
    return link && link.at <= split.at ? link : [];
  });
}

/** The splittings of a claim that stand, each by its parts; the last first. */
export function splittingsOf({ splits }: DebateState, claimId: string): readonly (readonly Split[])[] {
  const bySeq = new Map<number, Split[]>();
  for (const split of splits.values()) {
    if (split.from !== claimId || split.joined) continue;
    bySeq.set(split.seq, [...(bySeq.get(split.seq) ?? []), split]);
  }
  return [...bySeq].sort(([a], [b]) => b - a).map(([, parts]) => parts);
}
