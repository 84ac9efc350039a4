'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import { useMay } from '../../core/claims/use-claim.ts';
import { roleReasonAgainst } from '../../core/commands/role-reason.ts';
import { useBoard } from '../../core/store/board-context.tsx';

/** A viewer's right to cite a source for the selected claim. */
interface Citing {
  readonly mayCite: boolean;
  /** Why not; `null` if they may, or if the reason is shown elsewhere: the debate is closed, or they were muted or removed. */
  readonly whyNot: string | null;
}

/** Returns whether the viewer may cite a source for a claim, and otherwise what keeps them from it. */
export function useCiting(claim: Claim | undefined): Citing {
  const t = useMessages('evidence');
  const panel = useMessages('panel');
  const rejection = useMessages('rejection');
  const mayCiteOwn = useMay('claim.cite');
  const mayCiteThis = useMay('claim.cite', claim?.author);
  const reason = useBoard((state) => roleReasonAgainst(state, 'claim.cite'));
  const no = (whyNot: string | null) => ({ mayCite: false, whyNot });
  if (!mayCiteOwn) return no(reason && panel(reason));
  if (!claim) return no(t('citeNone'));
  if (!mayCiteThis) return no(t('citeNotHere'));
  return claim.retracted ? no(rejection('claim_retracted')) : { mayCite: true, whyNot: null };
}
