'use client';

import { type ReactNode, useState } from 'react';
import { lazyComponent } from '../../_ui/lazy-component.ts';
import { type ClaimDialog, OpenDialogProvider } from '../core/commands/claim-dialog.ts';

const TargetDialog = lazyComponent(() => import('../features/claims/composing/target-dialog.tsx'));
const CiteDialog = lazyComponent(() => import('../features/evidence/cite-dialog.tsx'));
const HideDialog = lazyComponent(() => import('../features/moderation/hide-dialog.tsx'));
const MergeDialog = lazyComponent(() => import('../features/lineage/merge-dialog.tsx'));
const SplitDialog = lazyComponent(() => import('../features/lineage/split-dialog.tsx'));
const SuggestDialog = lazyComponent(() => import('../features/suggestions/suggest-dialog.tsx'));
const SuggestionsDialog = lazyComponent(() => import('../features/suggestions/suggestions-dialog.tsx'));
const MarkDialog = lazyComponent(() => import('../features/moderation/mark-dialog.tsx'));
const ReportDialog = lazyComponent(() => import('../features/moderation/report-dialog.tsx'));
const MadeOfDialog = lazyComponent(() => import('../features/comments/claim-from-comment-dialog.tsx'));
const RetractDialog = lazyComponent(() => import('../features/claims/retract-dialog.tsx'));
const PlaceDialog = lazyComponent(() => import('../features/rejections/place-dialog.tsx'));

/** Contains the one open dialog about a claim, so that it outlives the card or line from which it was opened. */
export function ClaimDialogs({ children }: { children: ReactNode }) {
  const [dialog, setDialog] = useState<ClaimDialog | null>(null);
  const close = () => setDialog(null);
  return (
    <OpenDialogProvider value={setDialog}>
      {children}
      {dialog && <OpenDialog dialog={dialog} onClose={close} />}
    </OpenDialogProvider>
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
