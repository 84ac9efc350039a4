import type { Claim } from '#domain/debate/map/claim.ts';
import type { Relation } from '#domain/debate/map/link.ts';
import type { WritingTarget } from './view-state.tsx';

/** Returns the relation of the argument being written to a claim or to its own link; `null` if there is none. */
export function writtenRelation(writing: WritingTarget | null, claim: Claim): Relation | null {
  if (writing?.kind !== 'argument') return null;
  return [claim.id, claim.parentLink].includes(writing.target.id) ? writing.relation : null;
}
