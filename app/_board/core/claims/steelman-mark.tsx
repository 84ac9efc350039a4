'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import { awaitsRecognition } from '#domain/debate/map/steelman.ts';
import { useSteelmanNames } from './use-steelman.ts';

/** The mark of a best case in large type: for whom and by whom it is, and whether it is recognized; nothing beside other claims. */
export function SteelmanMark({ claim, className }: { claim: Claim; className?: string | undefined }) {
  const t = useMessages('steelmen');
  const names = useSteelmanNames(claim);
  if (!claim.steelman) return null;
  return (
    <span className={className} data-steelman="" dir="auto">
      <span aria-hidden="true">⇄</span>{' '}
      {t(awaitsRecognition(claim) ? 'signWaiting' : 'signRecognized', names)}
    </span>
  );
}
