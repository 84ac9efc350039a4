import type { DebateState } from '../debate/engine/state.ts';
import { crossLinksAt, sourcesOf } from '../debate/lineage/merged-contents.ts';
import { mapPlaceOf } from '../debate/map/tree.ts';
import type { Source } from '../debate/sources/source.ts';
import { workOf } from '../evidence/library.ts';
import type { OutlineNode, OutlineTree } from './outline-tree.ts';

/**
 * The works some lines cite, each once with its passages, in the order of their first mention: a work's number is its place, from 1.
 * Sources with one title and address are passages of one work.
 */
export function endnotesOf(state: DebateState, nodes: readonly OutlineNode[]): readonly Endnote[] {
  const works = new Map<string, Map<string, Source>>();
  for (const { claim } of nodes) {
    for (const id of claim ? sourcesOf(state, claim) : []) {
      const source = state.sources.get(id);
      if (!source) continue;
      const work = works.get(workOf(source)) ?? new Map<string, Source>();
      works.set(workOf(source), work.set(id, source));
    }
  }
  return [...works.values()].map((passages) => ({ passages: [...passages.values()].sort(byLocator) }));
}

/** A work with its cited passages, by their places in it. Never empty. */
export interface Endnote {
  readonly passages: readonly Source[];
}

function byLocator(a: Source, b: Source): number {
  return a.locator.localeCompare(b.locator, 'en', { numeric: true });
}

/** The numbers of a claim's cross-links: those that exist, by their targets, in order. */
export function crossReferences(state: DebateState, { byId }: OutlineTree, claimId: string): string[] {
  const numbers = crossLinksAt(state, claimId).flatMap(({ from, target }) =>
    // A link to a step is listed at the claim that makes the step.
    from === claimId ? (byId.get(mapPlaceOf(state, target)?.id ?? '')?.number ?? []) : [],
  );
  return [...new Set(numbers)].sort(byNumber);
}

function byNumber(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')];
  const at = left.findIndex((part, index) => part !== right[index]);
  return at === -1 ? -1 : Number(left[at]) - Number(right[at] ?? 0);
}
