'use client';

import type { Mark } from '../../../domain/debate/moderation/review.ts';
import { lazyComponent } from '../../_ui/lazy-component.ts';
import { useBoard } from '../store/board-context.tsx';
import type { MarkNoteProps } from './mark-note.tsx';

const MarkNote = lazyComponent<MarkNoteProps>(() => import('./mark-note.tsx'));

interface ReviewNoteProps {
  /** The claim or comment. */
  readonly id: string;
  readonly author: string;
  /** Instead of the board's own dialog: where this stands in a dialog itself. */
  readonly onMark?: (mark: Mark) => void;
}

/** What a claim or comment is wanting in; most are in nothing. */
export function ReviewNote({ id, author, onMark }: ReviewNoteProps) {
  const marks = useBoard(({ replica }) => replica.view.reviews.get(id)?.marks);
  return marks?.map((mark) => (
    <MarkNote key={mark.what} on={id} author={author} mark={mark} onMark={onMark} />
  ));
}
