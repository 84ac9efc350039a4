'use client';

import { copyText } from '../../_ui/copy-text.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useAnnounce } from '../announce-context.tsx';

/** Copies the address of a claim and says so; where nothing can be copied, it says the address. */
export function useCopyClaimLink(): (claimId: string) => void {
  const t = useMessages('claim');
  const announce = useAnnounce();
  return async (claimId) => {
    const link = `${window.location.origin}${window.location.pathname}#${claimId}`;
    announce(t((await copyText(link)) ? 'linkCopied' : 'linkManual', { link }));
  };
}
