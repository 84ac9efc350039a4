import { useCallback } from 'react';
import { fetchWithParts } from '../../_ui/lazy-component.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useAnnounce } from '../announce-context.tsx';
import { useBoardStore } from '../store/board-context.tsx';
import { useReadView } from '../view-provider.tsx';
import { useViewActs } from '../view-state.tsx';

const load = () => import('./next-unseen.ts');
fetchWithParts(load);

/** Goes on to the next place in reading order at which something is new; says so where nothing is. */
export function useGoToNext(): () => void {
  const t = useMessages('news');
  const store = useBoardStore();
  const read = useReadView();
  const { select } = useViewActs();
  const announce = useAnnounce();
  return useCallback(async () => {
    const { nextUnseen } = await load();
    const next = nextUnseen(store, read().selected?.id ?? null);
    if (next) select(next);
    else announce(t('none'));
  }, [store, read, select, announce, t]);
}
