'use client';

import { createContext, type ReactNode, useContext, useState } from 'react';
import { lazyComponent } from '../../../_ui/lazy-component.ts';
import type { ToHide } from '../moderation/hide-dialog.tsx';
import type { ToMark } from '../moderation/mark-dialog.tsx';
import type { Placeable } from '../rejections/ways-on.ts';

const TargetDialog = lazyComponent(() => import('./target-dialog.tsx'));
const CiteDialog = lazyComponent(() => import('../evidence/cite-dialog.tsx'));
const HideDialog = lazyComponent(() => import('../moderation/hide-dialog.tsx'));
const MergeDialog = lazyComponent(() => import('../lineage/merge-dialog.tsx'));
const SplitDialog = lazyComponent(() => import('../lineage/split-dialog.tsx'));
const SuggestDialog = lazyComponent(() => import('../suggestions/suggest-dialog.tsx'));
const SuggestionsDialog = lazyComponent(() => import('../suggestions/suggestions-dialog.tsx'));
const MarkDialog = lazyComponent(() => import('../moderation/mark-dialog.tsx'));
const ReportDialog = lazyComponent(() => import('../moderation/report-dialog.tsx'));
const MadeOfDialog = lazyComponent(() => import('../comments/claim-dialog.tsx'));
const RetractDialog = lazyComponent(() => import('./retract-dialog.tsx'));
const PlaceDialog = lazyComponent(() => import('../rejections/place-dialog.tsx'));

export type ClaimDialog =
  | {
      readonly kind: 'move' | 'cross-link' | 'cite';
      readonly claimId: string;
      /** Other claims that are moved together with it. */
      readonly others?: readonly string[];
      /** Called when the dialog has done its task. */
      readonly onDone?: () => void;
    }
  | { readonly kind: 'merge'; readonly claimId: string; readonly into?: string }
  | { readonly kind: 'made-of'; readonly commentId: string }
  | { readonly kind: 'split' | 'suggest'; readonly claimId: string }
  /** All suggested wordings that concern the viewer. */
  | { readonly kind: 'suggestions' }
  | ({ readonly kind: 'hide' } & ToHide)
  | ({ readonly kind: 'mark' } & ToMark)
  | { readonly kind: 'retract'; readonly claimIds: readonly string[] }
  | { readonly kind: 'report'; readonly on: string }
  | { readonly kind: 'place'; readonly words: Placeable; readonly onDone: () => number };

const OpenContext = createContext<(dialog: ClaimDialog) => void>(() => {});

/** Opens a dialog about a claim. */
export function useOpenClaimDialog(): (dialog: ClaimDialog) => void {
  return useContext(OpenContext);
}

/** Contains the one open dialog about a claim, so that it outlives the card or line from which it was opened. */
export function ClaimDialogs({ children }: { children: ReactNode }) {
  const [dialog, setDialog] = useState<ClaimDialog | null>(null);
  const close = () => setDialog(null);
  return (
    <OpenContext.Provider value={setDialog}>
      {children}
      {dialog && <OpenDialog dialog={dialog} onClose={close} />}
    </OpenContext.Provider>
  );
}

function OpenDialog({ dialog, onClose }: { dialog: ClaimDialog; onClose: () => void }) {
  switch (dialog.kind) {
    case 'place':
      return <PlaceDialog words={dialog.words} onDone={dialog.onDone} onClose={onClose} />;
    case 'merge':
      return <MergeDialog claimId={dialog.claimId} into={dialog.into} onClose={onClose} />;
    case 'made-of':
      return <MadeOfDialog commentId={dialog.commentId} onClose={onClose} />;
    case 'split':
      return <SplitDialog claimId={dialog.claimId} onClose={onClose} />;
    case 'suggest':
      return <SuggestDialog claimId={dialog.claimId} onClose={onClose} />;
    case 'suggestions':
      return <SuggestionsDialog onClose={onClose} />;
    case 'hide':
      return <HideDialog hide={dialog} onClose={onClose} />;
    case 'mark':
      return <MarkDialog mark={dialog} onClose={onClose} />;
    case 'retract':
      return <RetractDialog claimIds={dialog.claimIds} onClose={onClose} />;
    case 'report':
      return <ReportDialog on={dialog.on} onClose={onClose} />;
    case 'cite':
      return <CiteDialog claimId={dialog.claimId} onClose={onClose} />;
    default: {
      const { kind, claimId, others, onDone } = dialog;
      return <TargetDialog kind={kind} claimId={claimId} others={others} onDone={onDone} onClose={onClose} />;
    }
  }
}
