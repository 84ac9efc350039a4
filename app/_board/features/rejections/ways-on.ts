import type { Operation, OperationOf } from '#domain/debate/engine/operations.ts';
import type { RejectionCode } from '#domain/debate/engine/rejections.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { RefusedOperation } from '#domain/sync/outbox.ts';
import { mayNow } from '../../core/claims/use-claim.ts';
import type { Placeable } from '../../core/commands/claim-dialog.ts';
import type { BoardState } from '../../core/store/board-state.ts';
import { concerned, targetedBy } from './gather-refused.ts';

/** Returns what would have to be restored for a rejected operation to fit; `null`: nothing, or not by this person. */
export function restoringFirst(one: RefusedOperation, board: BoardState): Operation | null {
  const restore = restoring(one, board.replica.view);
  const author = restore && authorOf(restore, board.replica.view);
  return restore && mayNow(board, restore.type, author) ? restore : null;
}

type Restoring = OperationOf<'claim.restore' | 'claim.unmerge' | 'link.restore' | 'comment.restore'>;

function restoring(one: RefusedOperation, view: DebateState): Restoring | null {
  const { operation, rejection } = one;
  switch (rejection.code) {
    case 'claim_retracted':
    case 'target_retracted': {
      const claimId = concerned(one, view) ?? '';
      return view.claims.get(claimId)?.retracted ? { type: 'claim.restore', claimId } : null;
    }
    case 'claim_merged': {
      const claimId = concerned(one, view) ?? '';
      return view.merges.has(claimId) ? { type: 'claim.unmerge', claimId } : null;
    }
    case 'link_retracted': {
      const linkId = targetedBy(operation)?.id ?? '';
      return view.links.get(linkId)?.retracted ? { type: 'link.restore', linkId } : null;
    }
    case 'comment_withdrawn': {
      const commentId = 'commentId' in operation ? operation.commentId : '';
      return view.comments.get(commentId)?.withdrawn ? { type: 'comment.restore', commentId } : null;
    }
    default:
      return null;
  }
}

function authorOf(restore: Restoring, view: DebateState): string | null {
  switch (restore.type) {
    case 'claim.restore':
    case 'claim.unmerge':
      return view.claims.get(restore.claimId)?.author ?? null;
    case 'link.restore':
      return view.links.get(restore.linkId)?.author ?? null;
    case 'comment.restore':
      return view.comments.get(restore.commentId)?.author ?? null;
  }
}

/** Codes which mean that the operation's result already existed: someone else was faster. */
const COME_TRUE: Partial<Record<Operation['type'], RejectionCode>> = {
  'claim.retract': 'claim_retracted',
  'claim.restore': 'not_retracted',
  'claim.cite': 'already_cited',
  'claim.uncite': 'not_cited',
  'link.add': 'duplicate_link',
  'link.retract': 'link_retracted',
  'link.restore': 'not_retracted',
  'vote.withdraw': 'no_vote',
  'comment.withdraw': 'comment_withdrawn',
};

/** True if the debate is already as this person wanted it. */
export function isAlreadySo({ operation, rejection: { code } }: RefusedOperation): boolean {
  return code === 'nothing_changed' || COME_TRUE[operation.type] === code;
}

/** Returns what of a rejected operation could be placed elsewhere; `null` for what is meaningless without its place. */
export function placeable({ operation, rejection }: RefusedOperation, written: string): Placeable | null {
  if (rejection.code === 'text_too_long' || rejection.code === 'not_allowed') return null;
  switch (operation.type) {
    case 'claim.add': {
      const { claimId, linkId, target: _, after: __, ...claim } = operation;
      return { kind: 'argument', ids: { claimId, linkId }, claim };
    }
    case 'claim.edit':
      return {
        kind: 'argument',
        ids: null,
        claim: { type: 'claim.add', relation: 'support', positionId: null, text: written },
      };
    case 'comment.add':
      return { kind: 'comment', commentId: operation.commentId, text: written };
    case 'comment.edit':
      return { kind: 'comment', commentId: null, text: written };
    default:
      return null;
  }
}
