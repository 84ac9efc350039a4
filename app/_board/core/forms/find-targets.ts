import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Target } from '#domain/debate/map/link.ts';
import type { ReadTarget } from '../claims/use-target.ts';

export interface FoundTarget {
  readonly target: Target;
  readonly text: string;
}

/**
 * Returns the positions and claims whose text contains all words of a query, positions first; without merged and retracted claims and
 * `except`.
 */
export function findTargets(
  view: DebateState,
  query: string,
  readTarget: ReadTarget,
  {
    except,
    kinds,
    isOffered = () => true,
  }: { except: string; kinds: 'all' | 'claims'; isOffered?: ((claimId: string) => boolean) | undefined },
): FoundTarget[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const found: FoundTarget[] = [];
  const consider = (target: Target) => {
    const text = readTarget(view, target);
    const folded = text.toLocaleLowerCase();
    if (words.every((word) => folded.includes(word))) found.push({ target, text });
  };
  for (const position of view.positions.values()) {
    if (!position.removed && kinds === 'all') consider({ kind: 'position', id: position.id });
  }
  for (const claim of view.claims.values()) {
    if (!claim.retracted && !view.merges.has(claim.id) && claim.id !== except && isOffered(claim.id))
      consider({ kind: 'claim', id: claim.id });
  }
  return found;
}
