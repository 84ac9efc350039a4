'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { useViewPart } from '../../core/view/view-provider.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';
import { openQuestions } from './use-questions.ts';

/** On a phone, in the row above the board or in what it opens: shows the questions from the floor, and how many are open. */
export function QuestionsChip({ className }: { className: string | undefined }) {
  const t = useMessages('questions');
  const { list } = useViewActs();
  const isOpen = useViewPart(({ listing }) => listing === 'questions');
  const count = useBoard(({ replica }) => openQuestions(replica.view).size);
  return (
    <button
      type="button"
      className={className}
      aria-label={t('chipLabel', { count })}
      aria-expanded={isOpen}
      onClick={() => list(isOpen ? null : 'questions')}
    >
      {t('title')}
      {count > 0 && <span aria-hidden="true">{count}</span>}
    </button>
  );
}
