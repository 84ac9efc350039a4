'use client';

import type { MenuItem } from '#app/_ui/dialogs/menu.tsx';
import { MenuButton } from '#app/_ui/dialogs/menu-button.tsx';
import { MoreIcon } from '#app/_ui/icons.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Comment } from '#domain/debate/comments/comment.ts';
import { useIsModerator, useMay } from '../../core/claims/use-claim.ts';
import { useOpenClaimDialog } from '../../core/commands/claim-dialog.ts';
import { useAfterJoining } from '../../core/commands/join-context.tsx';
import { useIsHidden } from '../../core/moderation/hidden-note.tsx';
import { useOwnReport } from '../../core/moderation/reports-on.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { commentButton } from './comment-button.ts';

interface CommentMenuProps {
  readonly comment: Comment;
  /** `null`: the participant may not withdraw it. */
  readonly onWithdraw: (() => void) | null;
}

/** The menu of a comment, if the participant may do anything in it. */
export function CommentMenu({ comment: { id: commentId, author }, onWithdraw }: CommentMenuProps) {
  const t = useMessages('comments');
  const moderation = useMessages('moderation');
  const review = useMessages('review');
  const isHidden = useIsHidden(commentId);
  const mayHide = useMay('content.hide', null, commentId) && !isHidden;
  const mayMark = useMay('flag.set', null, commentId);
  const isOwn = useBoard(({ replica }) => replica.participantId === author);
  const isModerator = useIsModerator();
  const mayMakeClaim = useMay('claim.add') && (isOwn || (isModerator && !isHidden));
  // Moderators act instead.
  const mayFlag = useMay('flag.set');
  const isReported = useOwnReport(commentId)?.outcome === null;
  const mayReport = useMay('report.make', author) && !mayFlag && !isReported;
  const afterJoining = useAfterJoining();
  const openDialog = useOpenClaimDialog();
  const items: (MenuItem | false)[] = [
    mayMakeClaim && {
      id: 'claim',
      label: t('makeClaim'),
      act: () => openDialog({ kind: 'made-of', commentId }),
    },
    onWithdraw !== null && { id: 'withdraw', label: t('withdraw'), act: onWithdraw },
    mayMark && { id: 'mark', label: review('put'), act: () => openDialog({ kind: 'mark', on: commentId }) },
    mayReport && {
      id: 'report',
      label: review('report'),
      act: () => afterJoining(() => openDialog({ kind: 'report', on: commentId })),
    },
    mayHide && {
      id: 'hide',
      label: moderation('hide'),
      act: () => openDialog({ kind: 'hide', what: 'comment', id: commentId }),
    },
  ];
  const allowed = items.filter((item) => item !== false);
  if (allowed.length === 0) return null;
  return (
    <MenuButton
      id={commentButton(commentId, 'menu')}
      look="quiet"
      size="small"
      aria-label={t('actions')}
      title={t('actions')}
      items={() => allowed}
    >
      <MoreIcon />
    </MenuButton>
  );
}
