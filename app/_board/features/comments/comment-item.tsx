'use client';

import { focusWhenDrawn } from '#app/_ui/focus/catch-focus.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { RelativeTime } from '#app/_ui/time/relative-time.tsx';
import type { Comment } from '#domain/debate/comments/comment.ts';
import { HiddenNote } from '../../core/moderation/hidden-note.tsx';
import { ReportsNote } from '../../core/moderation/reports-note.tsx';
import { ReviewNote } from '../../core/moderation/review-note.tsx';
import { PersonName } from '../../core/people/person-name.tsx';
import { TextEditor } from '../../core/writing/text-editor.tsx';
import { useWritingOn } from '../../core/writing/use-writing-on.ts';
import { commentButton } from './comment-button.ts';
import { CommentButtons } from './comment-buttons.tsx';
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
