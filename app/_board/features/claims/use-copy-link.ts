'use client';

import { copyText } from '#app/_ui/copy-text.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';

/** Copies the address of a claim or position and confirms it; if copying isn't possible, it shows the address. */
export function useCopyLink(): (id: string) => void {
  const t = useMessages('claim');
  const announce = useAnnounce();
  return async (id) => {
    const link = `${window.location.origin}${window.location.pathname}#${id}`;
    announce(t((await copyText(link)) ? 'linkCopied' : 'linkManual', { link }));
  };
}
