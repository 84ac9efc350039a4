'use client';

import { type RefObject, useEffect, useRef } from 'react';
import { focusWhenDrawn } from '#app/_ui/focus/catch-focus.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { RelativeTime } from '#app/_ui/time/relative-time.tsx';
import type { Comment } from '#domain/debate/comments/comment.ts';
import { HiddenNote } from '../../core/moderation/hidden-note.tsx';
import { ReportsNote } from '../../core/moderation/reports-note.tsx';
import { ReviewNote } from '../../core/moderation/review-note.tsx';
import { PersonName } from '../../core/people/person-name.tsx';
import { useViewPart } from '../../core/view/view-provider.tsx';
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
  const element = useScrolledTo(id);
  return (
    <div className={styles.comment} id={id} ref={element}>
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

/** Scrolls the comment with this id into view each time the viewer asks for it. */
function useScrolledTo(id: string): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  const sought = useViewPart(({ toComment }) => (toComment?.id === id ? toComment : null));
  useEffect(() => {
    if (sought === null) return;
    // A frame later: a panel that opens begins at its top, and on a phone turns to its comments.
    const frame = window.requestAnimationFrame(() => element.current?.scrollIntoView({ block: 'center' }));
    return () => window.cancelAnimationFrame(frame);
  }, [sought]);
  return element;
}
