import { useCallback } from 'react';
import { fetchWithParts } from '#app/_ui/lazy-component.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { useBoardStore } from '../../core/store/board-context.tsx';
import { useReadView } from '../../core/view/view-provider.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';

const load = () => import('./next-unseen.ts');
fetchWithParts(load);

/** Returns a function that goes to the next place in reading order with something unread, or says that there is none. */
export function useGoToNext(): () => void {
  const t = useMessages('unread');
  const store = useBoardStore();
  const read = useReadView();
  const { select } = useViewActs();
  const announce = useAnnounce();
  return useCallback(async () => {
    const { selectNext } = await load();
    const open = read().selected?.id ?? null;
    if (!selectNext(store, open, open, select)) announce(t('none'));
  }, [store, read, select, announce, t]);
}
