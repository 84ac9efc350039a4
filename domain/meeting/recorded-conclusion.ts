import { citedClaim, conclusionPieces } from '../debate/conclusion/cited-claims.ts';
import {
  isSignedOff,
  type SignOff,
  shownConclusion,
  signOffs,
  writtenSections,
} from '../debate/conclusion/signatures.ts';
import type { DebateState } from '../debate/engine/state.ts';
import type { Claim } from '../debate/map/claim.ts';
import { remainingPositions } from '../debate/map/positions-in-order.ts';
import type { Meeting } from '../debate/meetings/meeting.ts';
import type { ConclusionSection } from '../debate/texts/texts.ts';

/** The conclusion in the record of a meeting, as it is now. */
export interface RecordedConclusion {
  readonly revision: number;
  /** Its sections with words; none: it is still being written. */
  readonly sections: readonly {
    readonly section: ConclusionSection;
    readonly pieces: readonly RecordedPiece[];
  }[];
  /** The positions that have signed it, in order. */
  readonly signOffs: readonly SignOff[];
  /** It was edited after the meeting. */
  readonly isLater: boolean;
}

/** Words, or a cited claim; `null`: not everyone may see it. */
export type RecordedPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'claim'; readonly claim: Claim | null };

/** The conclusion as a record has it; `null`: none is shown, or it was begun after the meeting. */
export function recordConclusion({ endedAt }: Meeting, view: DebateState): RecordedConclusion | null {
  const end = endedAt ?? Number.POSITIVE_INFINITY;
  const conclusion = shownConclusion(view);
  if (!conclusion || conclusion.begunAt > end) return null;
  return {
    revision: conclusion.revision,
    sections: writtenSections(conclusion).map((section) => ({
      section,
      pieces: piecesIn(view, conclusion[section].trim()),
    })),
    signOffs: signOffs(view, remainingPositions(view)).filter(isSignedOff),
    isLater: (conclusion.editedAt ?? 0) > end,
  };
}

function piecesIn(view: DebateState, text: string): RecordedPiece[] {
  return conclusionPieces(text).map((piece) =>
    piece.kind === 'text' ? piece : { kind: 'claim', claim: citedClaim(view, piece.id) },
  );
}
