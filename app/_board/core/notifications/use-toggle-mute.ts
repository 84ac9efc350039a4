'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useAnnounce } from '../announcing/announce-context.tsx';
import { useRejectionSentence } from '../commands/use-rejection-sentence.ts';
import { useBoardStore } from '../store/board-context.tsx';

/** Returns a function that mutes the branch of a claim or a position, or unmutes it, and announces which, or why neither. */
export function useToggleMute(): (id: string) => Promise<void> {
  const t = useMessages('notifications');
  const announce = useAnnounce();
  const sentence = useRejectionSentence();
  const store = useBoardStore();
  return async (id) => {
    const { toggleMute: turnMute } = await import('./mute-branch.ts');
    const done = await turnMute(store.state().debateId, id);
    if (done === 'muted' || done === 'unmuted') announce(t(`${done}Toast`));
    else announce(sentence(done));
  };
}
