'use client';

import { useEffect, useRef } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { addressOf, useOwnGroup } from './group-strip.tsx';

/** Announces in the main debate that the viewer's group has begun, with the way there, or that it has ended. */
export function useAnnounceGroup(): void {
  const t = useMessages('groups');
  const announce = useAnnounce();
  const own = useOwnGroup();
  const before = useRef(own);
  useEffect(() => {
    const was = before.current;
    before.current = own;
    if (was?.id === own?.id) return;
    if (!own) return announce(t('yoursEnded', { name: was?.name ?? '' }));
    announce(
      t('youAreIn', { name: own.name }),
      () => window.location.assign(addressOf(own.debateId)),
      t('go'),
    );
  }, [own, announce, t]);
}
