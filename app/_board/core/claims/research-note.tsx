'use client';

import { Note } from '#app/_ui/layout/note.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useBoard } from '../store/board-context.tsx';

/** In a ballot for research, beside the vote buttons: votes may leave. `short`: in two words, with the sentence as a hint. */
export function ResearchNote({ short = false }: { short?: boolean }) {
  const t = useMessages('claim');
  const isResearch = useBoard(({ replica }) => replica.view.head?.settings.ballots === 'research');
  if (!isResearch) return null;
  return short ? (
    <Note as="span" title={t('research')}>
      {t('researchShort')}
    </Note>
  ) : (
    <Note>{t('research')}</Note>
  );
}
