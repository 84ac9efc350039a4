'use client';

import { useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { focusWhenDrawn } from '#app/_ui/focus/catch-focus.ts';
import { focusOnMount } from '#app/_ui/focus/focus-on-mount.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Comment } from '#domain/debate/comments/comment.ts';
import { useName } from '../../core/people/use-called.ts';
import { newId } from '../../core/store/new-id.ts';
import { commentButton } from './comment-button.ts';
import { CommentComposer } from './comment-composer.tsx';
import { CommentItem } from './comment-item.tsx';
import styles from './comments.module.css';
import { useNewest } from './use-newest.ts';

interface CommentThreadProps {
  readonly first: Comment;
  readonly replies: readonly Comment[];
  /** Runs once the viewer has resolved the thread, or reopened it. */
  readonly onResolved?: () => void;
}

/** Replies shown at first, and added at a time. */
const REPLIES = 20;

const only = (reply: Comment) => [reply];

const replyLine = (reply: Comment) => <CommentItem key={reply.id} comment={reply} />;

/** A comment with its replies. */
export function CommentThread({ first, replies, onResolved }: CommentThreadProps) {
  const t = useMessages('comments');
  const people = useMessages('people');
  const [replying, setReplying] = useState(false);
  const naming = useMessages('names');
  const name = useName(first.author) ?? (first.author === '' ? naming('nobody') : people('somebody'));
  const on = first.on;
  const part = useNewest(replies, REPLIES, only);
  return (
    <article className={styles.thread} data-resolved={first.resolved ? '' : undefined}>
      <CommentItem comment={first} onReply={() => setReplying(true)} onResolved={onResolved} />
      {(replies.length > 0 || replying) && (
        <div className={styles.replies}>
          {part.kept.map(replyLine)}
          {part.more > 0 && (
            <Button look="quiet" size="small" className={styles.earlier} onClick={part.showEarlier}>
              {t('showEarlier', { count: part.more })}
            </Button>
          )}
          {part.shown.map(replyLine)}
          {replying && (
            <CommentComposer
              fieldRef={focusOnMount}
              label={t('replyLabel', { name })}
              sendLabel={t('reply')}
              on={on}
              draft={`words/reply/${first.id}`}
              operationFor={(text) => ({
                type: 'comment.add',
                commentId: newId('m'),
                on,
                replyTo: first.id,
                text,
              })}
              onDone={() => {
                setReplying(false);
                focusWhenDrawn(commentButton(first.id, 'reply'));
              }}
            />
          )}
        </div>
      )}
    </article>
  );
}
