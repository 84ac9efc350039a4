'use client';

import { copyText } from '#app/_ui/copy-text.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import type { RefusedOperation } from '#domain/sync/outbox.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { useAfterJoining } from '../../core/commands/join-context.tsx';
import { useBoardStore } from '../../core/store/board-context.tsx';
import { builtOn } from './gather-refused.ts';

const numbers = (items: readonly RefusedOperation[]) => items.map(({ clientSeq }) => clientSeq);

/** Returns the actions on rejections, one or many; each announces its result. */
export function useRefusedActs() {
  const t = useMessages('rejected');
  const store = useBoardStore();
  const afterJoining = useAfterJoining();
  const announce = useAnnounce();
  return {
    tryAgain: (items: readonly RefusedOperation[], first: Operation | null = null) =>
      afterJoining(() => {
        const done = store.refusals.retry(numbers(items), first);
        announce(t('sent', { done, left: items.length - done }));
      }),
    /** Called when one was placed elsewhere: what depends on it is placed there too. Returns how many. */
    follow: (placed: RefusedOperation): number => {
      const { refused, replica } = store.state();
      const building = builtOn(placed, refused, replica.view);
      store.refusals.dismiss([placed.clientSeq]);
      return store.refusals.retry(numbers(building));
    },
    dismiss: (items: readonly RefusedOperation[]) => store.refusals.dismiss(numbers(items)),
    copy: async (text: string) => {
      const copied = await copyText(text);
      announce(t(copied ? 'copied' : 'notCopied'));
      return copied;
    },
  };
}
