'use client';

import { useIsModerator } from '../../core/claims/use-claim.ts';
import { useViewPart } from '../../core/view/view-provider.tsx';

/** True while the viewer leads: each claim they select goes in the spotlight. */
export function useLeads(): boolean {
  const isModerator = useIsModerator();
  return useViewPart(({ leading }) => leading) && isModerator;
}
