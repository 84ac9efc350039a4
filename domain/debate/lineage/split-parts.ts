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

/** How many claims are merged into another, and how many splits there are. An undone split is neither, though its parts are merged again. */
export function countMergesAndSplits({ merges, splits }: DebateState): { merged: number; split: number } {
  const active = [...splits.values()].filter(({ joined }) => !joined);
  const isJoinedPart = (id: string, into: string) => {
    const split = splits.get(id);
    return split?.joined === true && split.from === into;
  };
  return {
    merged: [...merges.values()].filter(({ id, into }) => !isJoinedPart(id, into)).length,
    // Each part of a split has a record.
    split: new Set(active.map(({ from, seq }) => `${from} ${seq}`)).size,
  };
}
