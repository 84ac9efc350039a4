'use client';

import type { Comment } from '../../../domain/debate/state.ts';
import { focusOnMount } from '../../_ui/focus-on-mount.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { CommentComposer } from './comment-composer.tsx';

/** Changes one's own comment, starting from its text. */
export function CommentEditor({ comment, onDone }: { comment: Comment; onDone: () => void }) {
  const t = useMessages('comments');
  const controls = useMessages('controls');
  return (
    <CommentComposer
      fieldRef={focusOnMount}
      label={t('editLabel')}
      sendLabel={controls('save')}
      draftKey={`edit:${comment.id}`}
      start={comment.text}
      operationFor={(text) => ({ type: 'comment.edit', commentId: comment.id, text })}
      onDone={onDone}
    />
  );
}
