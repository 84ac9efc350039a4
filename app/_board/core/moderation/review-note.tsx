'use client';

import { lazyComponent } from '#app/_ui/lazy-component.ts';
import type { Flag } from '#domain/debate/moderation/review.ts';
import { useBoard } from '../store/board-context.tsx';
import type { MarkNoteProps } from './mark-note.tsx';

const MarkNote = lazyComponent<MarkNoteProps>(() => import('./mark-note.tsx'));

interface ReviewNoteProps {
  /** The claim or comment. */
  readonly id: string;
  readonly author: string;
  /** In place of the board's dialog, if this is in a dialog itself. */
  readonly onMark?: (mark: Flag) => void;
}

/** Flags on a claim or comment; most have none. */
export function ReviewNote({ id, author, onMark }: ReviewNoteProps) {
  const marks = useBoard(({ replica }) => replica.view.reviews.get(id)?.flags);
  return marks?.map((mark) => (
    <MarkNote key={mark.what} on={id} author={author} mark={mark} onMark={onMark} />
  ));
}
