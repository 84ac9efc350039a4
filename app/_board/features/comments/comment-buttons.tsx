'use client';

import { Button } from '#app/_ui/button/button.tsx';
import { focusWhenDrawn } from '#app/_ui/focus/catch-focus.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Comment } from '#domain/debate/comments/comment.ts';
import { useMay } from '../../core/claims/use-claim.ts';
import { useSubmit } from '../../core/commands/join-context.tsx';
import { commentButton } from './comment-button.ts';
import { CommentMenu } from './comment-menu.tsx';
import styles from './comments.module.css';

interface CommentButtonsProps {
  readonly comment: Comment;
  /** Given for the first of a thread. */
  readonly onReply: (() => void) | undefined;
  readonly onResolved: (() => void) | undefined;
  readonly onEdit: () => void;
}

/** The actions a participant is allowed on a comment: frequent ones as buttons, the others in a menu. */
export function CommentButtons({ comment, onReply, onResolved, onEdit }: CommentButtonsProps) {
  const t = useMessages('comments');
  const submit = useSubmit();
  const { id: commentId, author, withdrawn, resolved } = comment;
  const mayReply = useMay('comment.add');
  const mayEdit = useMay('comment.edit', author, commentId);
  const mayWithdraw = useMay('comment.withdraw', author);
  const mayResolve = useMay('comment.resolve', author);
  const isFirst = onReply !== undefined;
  const setWithdrawn = (isWithdrawn: boolean) => {
    submit([{ type: isWithdrawn ? 'comment.withdraw' : 'comment.restore', commentId }]);
    focusWhenDrawn(commentButton(commentId, isWithdrawn ? 'restore' : 'menu'));
  };
  if (withdrawn) {
    return mayWithdraw ? (
      <div className={styles.buttons}>
        <Small
          id={commentButton(commentId, 'restore')}
          label={t('restore')}
          act={() => setWithdrawn(false)}
        />
      </div>
    ) : null;
  }
  return (
    <div className={styles.buttons}>
      {isFirst && mayReply && (
        <Small id={commentButton(commentId, 'reply')} label={t('reply')} act={onReply} />
      )}
      {isFirst && mayResolve && (
        <Small
          label={t(resolved ? 'reopen' : 'resolve')}
          act={() => {
            submit([{ type: 'comment.resolve', commentId, resolved: !resolved }]);
            onResolved?.();
          }}
        />
      )}
      {mayEdit && <Small id={commentButton(commentId, 'edit')} label={t('edit')} act={onEdit} />}
      <CommentMenu comment={comment} onWithdraw={mayWithdraw ? () => setWithdrawn(true) : null} />
    </div>
  );
}

function Small({ id, label, act }: { id?: string; label: string; act: () => void }) {
  return (
    <Button id={id} look="quiet" size="small" onClick={act}>
      {label}
    </Button>
  );
}
