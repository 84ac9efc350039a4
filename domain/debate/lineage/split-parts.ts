import type { DebateState } from '../engine/state.ts';
import type { Link } from '../map/link.ts';
import type { Split } from './lineage.ts';

/** The links of arguments under a part that are older than the split: they replied to the claim it was split from. */
export function argumentsBefore(state: DebateState, part: string): Link[] {
  const split = state.splits.get(part);
  if (!split) return [];
  return (state.childLinks.get(part) ?? []).flatMap((linkId) => {
    const link = state.links.get(linkId);
    return link && link.at <= split.at ? link : [];
  });
}

/** The active splits of a claim, each as its parts; newest first. */
export function splittingsOf({ splits }: DebateState, claimId: string): readonly (readonly Split[])[] {
  const bySeq = new Map<number, Split[]>();
  for (const split of splits.values()) {
    if (split.from !== claimId || split.joined) continue;
    bySeq.set(split.seq, [...(bySeq.get(split.seq) ?? []), split]);
  }
  return [...bySeq].sort(([a], [b]) => b - a).map(([, parts]) => parts);
}
