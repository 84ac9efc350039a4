import { mentionOf, piecesOf } from '../comments/mentions.ts';
import type { DebateState } from '../engine/state.ts';
import type { Claim } from '../map/claim.ts';
import { resolveMerge } from '../map/merged.ts';
import { foldBlankLines } from '../texts/blank.ts';
import { isHiddenFromReaders } from '../visibility/hidden-content.ts';

/** A piece of the conclusion: words, or a claim that it cites, by its id as in comments. */
export type ConclusionPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'claim'; readonly id: string };

/** The pieces of a section, in order. It cites claims alone: what would name a person in a comment is text. */
export function conclusionPieces(text: string): ConclusionPiece[] {
  // Blank lines are folded in the whole text: a piece may begin with the end of a line.
  return piecesOf(foldBlankLines(text)).map((piece) =>
    piece.kind === 'person' ? { kind: 'text', text: mentionOf(piece.id) } : piece,
  );
}

/**
 * A cited claim as everyone may read it, or null: it is retracted, hidden, not approved or not revealed yet. Also for moderators and
 * authors, who see more on the board: the conclusion is the same for everyone.
 */
export function citedClaim(state: DebateState, claimId: string): Claim | null {
  const claim = state.claims.get(resolveMerge(state, claimId));
  if (!claim || claim.retracted || isHiddenFromReaders(state, claim.id)) return null;
  return claim;
}
