'use client';

import { memo, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { focusWhenDrawn } from '#app/_ui/focus/catch-focus.ts';
import { lazyComponent } from '#app/_ui/lazy-component.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { type Thread, threadsOf } from '#domain/debate/comments/threads.ts';
import { commentsAt } from '#domain/debate/lineage/merged-contents.ts';
import type { Target } from '#domain/debate/map/link.ts';
import { useMay } from '../../core/claims/use-claim.ts';
import { commentFocus } from '../../core/commands/comment-focus.ts';
import { useMergedDrafts } from '../../core/forms/use-merged-drafts.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { hasSameItems } from '../../core/store/has-same-items.ts';
import { newId } from '../../core/store/new-id.ts';
import { useViewPart } from '../../core/view/view-provider.tsx';
import { commentButton } from './comment-button.ts';
import { CommentComposer } from './comment-composer.tsx';
import styles from './comments.module.css';
import { useNewest } from './use-newest.ts';

const CommentThread = lazyComponent(async () => ({
  default: (await import('./comment-thread.tsx')).CommentThread,
}));

const commentDraft = ({ id }: Target) => `words/comment/${id}` as const;

/** Threads shown at first, and added at a time. */
const THREADS = 50;

const commentsOf = ({ first, replies }: Thread) => [first, ...replies];

/** The comments on a claim, position or link, thread by thread, and a field for another. */
export const CommentList = memo(function CommentList({ on }: { on: Target }) {
  const t = useMessages('comments');
  const threads = useThreads(on);
  const mayComment = useMay('comment.add');
  useMergedDrafts(on, commentDraft);
  const field = useRef<HTMLTextAreaElement>(null);
  const [showsResolved, setShowsResolved] = useState(false);
  useEffect(
    // A frame later: on a phone the panel first switches to its comments.
    () => commentFocus.onAsked(() => window.requestAnimationFrame(() => field.current?.focus())),
    [],
  );
  const resolved = threads.filter(({ first }) => first.resolved);
  const sought = useViewPart(({ toComment }) => toComment);
  const [found, setFound] = useState<typeof sought>(null);
  if (sought !== found) {
    setFound(sought);
    if (resolved.some((thread) => commentsOf(thread).some(({ id }) => id === sought?.id)))
      setShowsResolved(true);
  }
  const shown = showsResolved ? threads : threads.filter(({ first }) => !first.resolved);
  const toggleId = useId();
  /** Moves the focus on from a resolved thread, if it is no longer shown. */
  const leave = (resolvedId: string) => {
    if (showsResolved) return;
    const later = shown.slice(shown.findIndex(({ first }) => first.id === resolvedId) + 1);
    focusWhenDrawn(...later.map(({ first }) => commentButton(first.id, 'reply')), toggleId);
  };
  const part = useNewest(shown, THREADS, commentsOf);
  const threadLine = ({ first, replies }: Thread) => (
    <CommentThread key={first.id} first={first} replies={replies} onResolved={() => leave(first.id)} />
  );
  return (
    <div className={styles.comments}>
      {threads.length === 0 && <p className={styles.none}>{t('none', { may: mayComment ? 'yes' : 'no' })}</p>}
      {part.kept.map(threadLine)}
      {part.more > 0 && (
        <Button look="quiet" size="small" onClick={part.showEarlier}>
          {t('showEarlier', { count: part.more })}
        </Button>
      )}
      {part.shown.map(threadLine)}
      {resolved.length > 0 && (
        <Button id={toggleId} look="quiet" size="small" onClick={() => setShowsResolved(!showsResolved)}>
          {showsResolved ? t('hideResolved') : t('showResolved', { count: resolved.length })}
        </Button>
      )}
      {mayComment && (
        <CommentComposer
          key={on.id}
          fieldRef={field}
          label={t('label')}
          sendLabel={t('send')}
          on={on}
          draft={commentDraft(on)}
          operationFor={(text) => ({ type: 'comment.add', commentId: newId('m'), on, replyTo: null, text })}
        />
      )}
    </div>
  );
});

/** Groups comments into threads. A withdrawn comment stays while it has replies, and for its author. */
function useThreads(on: Target): readonly Thread[] {
  const here = useBoard(
    ({ replica: { view } }) => commentsAt(view, on).flatMap((id) => view.comments.get(id) ?? []),
    hasSameItems,
  );
  const me = useBoard(({ replica }) => replica.participantId);
  return useMemo(() => {
    return threadsOf(here).filter(({ first, replies }) => {
      const stands = !first.withdrawn || replies.some(({ withdrawn }) => !withdrawn);
      return stands || first.author === me;
    });
  }, [here, me]);
}
