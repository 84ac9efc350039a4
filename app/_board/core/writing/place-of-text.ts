import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Target } from '#domain/debate/map/link.ts';
import type { WrittenText } from '#domain/debate/texts/texts.ts';

/** Returns the item whose panel has the editor of a text; `null` for a text that is edited beside the panel. */
export function placeOfText(view: DebateState, text: WrittenText): Target | null {
  switch (text.type) {
    case 'claim.edit':
      return { kind: 'claim', id: text.claimId };
    case 'comment.edit':
      return view.comments.get(text.commentId)?.on ?? null;
    case 'summary.edit':
      return { kind: 'position', id: text.positionId };
    case 'source.edit':
    case 'article.edit':
    case 'conclusion.edit':
      return null;
  }
}
