'use client';

import { useMemo } from 'react';
import { LIMITS } from '../../../domain/debate/limits.ts';
import type { Comment } from '../../../domain/debate/state.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import type { SharedText } from '../store/text-session.ts';
import { TextEditor } from '../writing/text-editor.tsx';

/** Changes one's own comment; on two devices at once, if need be. */
export function CommentEditor({ comment: { id, text }, onDone }: { comment: Comment; onDone: () => void }) {
  const t = useMessages('comments');
  const shared = useMemo<SharedText>(
    () => ({ name: id, edit: (base, change) => ({ type: 'comment.edit', commentId: id, base, change }) }),
    [id],
  );
  return (
    <TextEditor
      shared={shared}
      text={text}
      label={t('editLabel')}
      limit={LIMITS.commentCharacters}
      look="field"
      onDone={onDone}
    />
  );
}
