'use client';

import { createContext, type ReactNode, useContext, useState } from 'react';
import { lazyPart } from '../../_ui/lazy-part.ts';

const TargetDialog = lazyPart(() => import('./target-dialog.tsx'));
const CiteDialog = lazyPart(() => import('./cite-dialog.tsx'));

export interface ClaimDialog {
  readonly kind: 'move' | 'cross-link' | 'cite';
  readonly claimId: string;
  /** Others that are moved together with it. */
  readonly others?: readonly string[];
}

const OpenContext = createContext<(dialog: ClaimDialog) => void>(() => {});

/** Opens a dialog about a claim. */
export function useOpenClaimDialog(): (dialog: ClaimDialog) => void {
  return useContext(OpenContext);
}

/** Holds the one open dialog about a claim, so that it outlives the card or line it was opened from. */
export function ClaimDialogs({ children }: { children: ReactNode }) {
  const [dialog, setDialog] = useState<ClaimDialog | null>(null);
  const close = () => setDialog(null);
  return (
    <OpenContext.Provider value={setDialog}>
      {children}
      {dialog?.kind === 'cite' && <CiteDialog claimId={dialog.claimId} onClose={close} />}
      {dialog && dialog.kind !== 'cite' && (
        <TargetDialog kind={dialog.kind} claimId={dialog.claimId} others={dialog.others} onClose={close} />
      )}
    </OpenContext.Provider>
  );
}
