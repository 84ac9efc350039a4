'use client';

import { useState } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { addSource, NEW_SOURCE, type SourceDraft } from '../../core/commands/source-draft.ts';
import { AskingDialog } from '../../core/forms/asking-dialog.tsx';
import { SourcePicker } from '../../core/forms/source-picker.tsx';
import { newId } from '../../core/store/new-id.ts';

/** Dialog for citing the evidence for a claim. */
export default function CiteDialog({ claimId, onClose }: { claimId: string; onClose: () => void }) {
  const t = useMessages('claim');
  const [draft, setDraft] = useState<SourceDraft>(NEW_SOURCE);
  const ask = (): Operation[] => {
    const sourceId = draft.kind === 'known' ? draft.sourceId : newId('s');
    const added = addSource(draft, sourceId);
    const cite = { type: 'claim.cite', claimId, sourceId } as const;
    return added ? [added, cite] : [cite];
  };
  return (
    <AskingDialog
      title={t('citeTitle')}
      text={t('citeText')}
      submitLabel={t('citeSubmit')}
      isReady={draft.kind !== 'none'}
      ask={ask}
      onClose={onClose}
    >
      <SourcePicker draft={draft} onChange={setDraft} />
    </AskingDialog>
  );
}
