'use client';

import { useEffect, useRef } from 'react';
import { debateAddress } from '#app/_ui/links/debate-address.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Announce } from '../../core/announcing/announce-context.tsx';
import { useBoardStore } from '../../core/store/board-context.tsx';
import { useOwnGroup } from './group-strip.tsx';

/** Announces in the main debate that the viewer is in a group, with the way there, and that it has ended or they are no longer in it. */
export function useAnnounceGroup(announce: Announce): void {
  const t = useMessages('groups');
  const store = useBoardStore();
  const own = useOwnGroup();
  const before = useRef(own);
  useEffect(() => {
    const was = before.current;
    before.current = own;
    if (was?.id === own?.id) return;
    if (was && !own) {
      // Moderators know of all groups; everyone else of their own.
      const left = store.state().replica.view.groups.get(was.id);
      if (left?.status !== 'open') announce(t(left ? 'yoursEnded' : 'yoursLeft', { name: was.name }));
    }
    if (!own) return;
    announce(
      t('youAreIn', { name: own.name }),
      () => window.location.assign(debateAddress(own.debateId)),
      t('go'),
    );
  }, [own, store, announce, t]);
}
