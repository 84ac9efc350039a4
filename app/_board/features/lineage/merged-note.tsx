'use client';

import { Button } from '#app/_ui/button/button.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useMergedInto } from '../../core/claims/use-claim.ts';
import noteStyles from '../../core/moderation/hidden-note.module.css';
import { useViewActs } from '../../core/view/view-state.tsx';

/** Shown in the panel of a claim that was merged: where its content is now. */
export function MergedNote({ claimId }: { claimId: string }) {
  const t = useMessages('lineage');
  const into = useMergedInto(claimId);
  const { select } = useViewActs();
  if (into === undefined) return null;
  return (
    <div className={noteStyles.note} role="note" data-note="merged">
      <p>{t('mergedInto')}</p>
      <Button size="small" onClick={() => select({ kind: 'claim', id: into })}>
        {t('goThere')}
      </Button>
    </div>
  );
}
