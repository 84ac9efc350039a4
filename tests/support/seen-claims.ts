import { crossLinksAt, sourcesOf } from '../../domain/debate/lineage/merged-contents.ts';
import { outlineTree } from '../../domain/outline/outline-tree.ts';
import type { DebateBuilder } from './debate-builder.ts';

/** The visible state of claims that are not merged. */
export function seenClaims({ state }: DebateBuilder): unknown {
  const { byId } = outlineTree(state);
  return [...byId].map(([id, { number, comments, claim }]) => [
    id,
    number,
    comments,
    claim && [claim.text, claim.wording, claim.tally, sourcesOf(state, claim), crossLinksAt(state, id)],
  ]);
}
