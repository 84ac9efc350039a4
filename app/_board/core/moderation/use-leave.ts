'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useAnnounce } from '../announcing/announce-context.tsx';
import { useConfirm } from '../commands/use-confirm.ts';
import { useRejectionSentence } from '../commands/use-rejection-sentence.ts';
import { useBoardStore } from '../store/board-context.tsx';
import { useModerate } from './use-moderate.ts';

/**
 * Returns a function that answers the reports on something without another act: it stays as it is, hidden if someone has hidden it
 * already.
 */
export function useLeave(): (id: string) => void {
  const store = useBoardStore();
  const moderate = useModerate();
  const announce = useAnnounce();
  const sentence = useRejectionSentence();
  const confirm = useConfirm();
  const t = useMessages('moderation');
  return (id) => {
    const isHidden = store.state().replica.view.hidden.get(id)?.status === 'hidden';
    const refusal = moderate({ ids: [id], outcome: isHidden ? 'hidden' : 'no_action' });
    if (refusal) announce(sentence(refusal));
    else confirm(t('did.left'));
  };
}
