import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
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
    const { text, folded } = wordsOf(view, target, readTarget);
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

interface Words {
  readonly readTarget: ReadTarget;
  readonly text: string;
  readonly folded: string;
}

/** Words of claims, kept because each key in any text searches through all claims again. */
const known = new WeakMap<Claim, Words>();

function wordsOf(view: DebateState, target: Target, readTarget: ReadTarget): Words {
  const claim = view.claims.get(target.id);
  const kept = claim && known.get(claim);
  if (kept?.readTarget === readTarget) return kept;
  const text = readTarget(view, target);
  const words = { readTarget, text, folded: text.toLocaleLowerCase() };
  if (claim) known.set(claim, words);
  return words;
}
