import { crossLinksAt, sourcesOf } from '../debate/gathered.ts';
import type { Source } from '../debate/records/source.ts';
import type { DebateState } from '../debate/state.ts';
import { placeOf } from '../debate/tree.ts';
import type { OutlineNode, OutlineTree } from './outline-tree.ts';

/** The sources some lines cite, each once, in the order of their first mention: a source's number is its place, from 1. */
export function endnotesOf(state: DebateState, nodes: readonly OutlineNode[]): ReadonlyMap<string, Source> {
  const notes = new Map<string, Source>();
  for (const { claim } of nodes) {
    for (const id of claim ? sourcesOf(state, claim) : []) {
      const source = state.sources.get(id);
      if (source) notes.set(id, source);
    }
  }
  return notes;
}

/** The numbers of what a claim also speaks to: its standing cross-links, by what they point at, in order. */
export function crossReferences(state: DebateState, { byId }: OutlineTree, claimId: string): string[] {
  const numbers = crossLinksAt(state, claimId).flatMap(({ from, target }) =>
    // A link to a step is found at the claim that makes the step.
    from === claimId ? (byId.get(placeOf(state, target)?.id ?? '')?.number ?? []) : [],
  );
  return [...new Set(numbers)].sort(byNumber);
}

function byNumber(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')];
  const at = left.findIndex((part, index) => part !== right[index]);
  return at === -1 ? -1 : Number(left[at]) - Number(right[at] ?? 0);
}
