'use client';

import { useState } from 'react';
import type { Operation } from '../../../domain/debate/engine/operations.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { newId } from '../store/new-id.ts';
import { AskingDialog } from './asking-dialog.tsx';
import { addSource, NEW_SOURCE, type SourceDraft } from './source-draft.ts';
import { SourcePicker } from './source-picker.tsx';

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
