'use client';

import { Button } from '#app/_ui/button/button.tsx';
import { focusWhenDrawn } from '#app/_ui/focus/catch-focus.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { RelativeTime } from '#app/_ui/time/relative-time.tsx';
import type { Comment } from '#domain/debate/comments/comment.ts';
import { useIsModerator, useMay } from '../../core/claims/use-claim.ts';
import { useOpenClaimDialog } from '../../core/commands/claim-dialog.ts';
import { useAfterJoining, useSubmit } from '../../core/commands/join-context.tsx';
import { HiddenNote, useIsHidden } from '../../core/moderation/hidden-note.tsx';
import { ReportsNote } from '../../core/moderation/reports-note.tsx';
import { useOwnReport } from '../../core/moderation/reports-on.ts';
import { ReviewNote } from '../../core/moderation/review-note.tsx';
import { PersonName } from '../../core/people/person-name.tsx';
import { useBoard } from '../../core/store/board-context.tsx';
import { TextEditor } from '../../core/writing/text-editor.tsx';
import { useWritingOn } from '../../core/writing/use-writing-on.ts';
import { commentButton } from './comment-button.ts';
import { CommentText } from './comment-text.tsx';
import styles from './comments.module.css';
import { MadeOfComment } from './made-of-comment.tsx';

interface CommentItemProps {
  readonly comment: Comment;
  /** Given for the first of a thread. */
  readonly onReply?: () => void;
  readonly onResolved?: (() => void) | undefined;
}

/** One comment with its actions. */
export function CommentItem({ comment, onReply, onResolved }: CommentItemProps) {
  const t = useMessages('comments');
  const { id, author, at, text, withdrawn, resolved, editedAt } = comment;
  const [editing, setEditing] = useWritingOn(id);
  return (
    <div className={styles.comment} id={id}>
      <p className={styles.head}>
        <strong>
          <PersonName id={author} />
        </strong>
        <span className={styles.when}>
          <RelativeTime at={at} />
        </span>
        {editedAt !== null && !withdrawn && <span className={styles.when}>{t('edited')}</span>}
        {resolved && <span className={styles.when}>{t('resolved')}</span>}
      </p>
      {editing ? (
        <TextEditor
          written={{ type: 'comment.edit', commentId: id }}
          text={text}
          label={t('editLabel')}
          look="field"
          onDone={() => {
            setEditing(false);
            focusWhenDrawn(commentButton(id, 'edit'));
          }}
        />
      ) : withdrawn ? (
        <p className={styles.withdrawn}>{t('withdrawn')}</p>
      ) : (
        <CommentText text={text} />
      )}
      <MadeOfComment commentId={id} />
      <HiddenNote id={id} author={author} />
      <ReviewNote id={id} author={author} />
      <ReportsNote id={id} />
      {!editing && (
        <CommentButtons
          comment={comment}
          onReply={onReply}
          onResolved={onResolved}
          onEdit={() => setEditing(true)}
        />
      )}
    </div>
  );
}

interface CommentButtonsProps {
  readonly comment: Comment;
  readonly onReply: (() => void) | undefined;
  readonly onResolved: (() => void) | undefined;
  readonly onEdit: () => void;
}

function CommentButtons({ comment, onReply, onResolved, onEdit }: CommentButtonsProps) {
  const t = useMessages('comments');
  const submit = useSubmit();
  const { id: commentId, author, withdrawn, resolved } = comment;
  const mayReply = useMay('comment.add');
  const mayEdit = useMay('comment.edit', author, commentId);
  const mayWithdraw = useMay('comment.withdraw', author);
  const mayResolve = useMay('comment.resolve', author);
  const isHidden = useIsHidden(commentId);
  const mayHide = useMay('content.hide', null, commentId) && !isHidden;
  const mayMark = useMay('flag.set', null, commentId);
  const isOwn = useBoard(({ replica }) => replica.participantId === author);
  const isModerator = useIsModerator();
  const mayMakeClaim = useMay('claim.add') && (isOwn || (isModerator && !isHidden));
  // Moderators act instead.
  const mayFlag = useMay('flag.set');
  const mayReport = useMay('report.make', author) && !mayFlag;
  const moderation = useMessages('moderation');
  const review = useMessages('review');
  const openDialog = useOpenClaimDialog();
  const first = onReply !== undefined;
  const setWithdrawn = (isWithdrawn: boolean) => {
    submit([{ type: isWithdrawn ? 'comment.withdraw' : 'comment.restore', commentId }]);
    focusWhenDrawn(commentButton(commentId, 'withdraw'));
  };
  if (withdrawn) {
    return mayWithdraw ? (
      <div className={styles.buttons}>
        <Small
          id={commentButton(commentId, 'withdraw')}
          label={t('restore')}
          act={() => setWithdrawn(false)}
        />
      </div>
    ) : null;
  }
  return (
    <div className={styles.buttons}>
      {first && mayReply && <Small id={commentButton(commentId, 'reply')} label={t('reply')} act={onReply} />}
      {first && mayResolve && (
        <Small
          label={t(resolved ? 'reopen' : 'resolve')}
          act={() => {
            submit([{ type: 'comment.resolve', commentId, resolved: !resolved }]);
            onResolved?.();
          }}
        />
      )}
      {mayEdit && <Small id={commentButton(commentId, 'edit')} label={t('edit')} act={onEdit} />}
      {mayWithdraw && (
        <Small
          id={commentButton(commentId, 'withdraw')}
          label={t('withdraw')}
          act={() => setWithdrawn(true)}
        />
      )}
      {mayMakeClaim && (
        <Small label={t('makeClaim')} act={() => openDialog({ kind: 'made-of', commentId })} />
      )}
      {mayMark && <Small label={review('put')} act={() => openDialog({ kind: 'mark', on: commentId })} />}
      {mayReport && <ReportButton commentId={commentId} />}
      {mayHide && (
        <Small
          label={moderation('hide')}
          act={() => openDialog({ kind: 'hide', what: 'comment', id: commentId })}
        />
      )}
    </div>
  );
}

function ReportButton({ commentId }: { commentId: string }) {
  const t = useMessages('review');
  const afterJoining = useAfterJoining();
  const openDialog = useOpenClaimDialog();
  const isReported = useOwnReport(commentId)?.outcome === null;
  const report = () => afterJoining(() => openDialog({ kind: 'report', on: commentId }));
  return isReported ? null : <Small label={t('report')} act={report} />;
}

function Small({ id, label, act }: { id?: string; label: string; act: () => void }) {
  return (
    <Button id={id} look="quiet" size="small" onClick={act}>
      {label}
    </Button>
  );
}
