'use client';

import { useState } from 'react';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { AskingDialog } from '../claim/asking-dialog.tsx';
import { addSource, NEW_SOURCE } from '../claim/source-draft.ts';
import { NewSource } from '../claim/source-picker.tsx';
import { newId } from '../store/new-id.ts';
import { useViewActs } from '../view-state.tsx';

/** Dialog for entering a source before any claim cites it. */
export default function SourceDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages('evidence');
  const { readSources } = useViewActs();
  const [draft, setDraft] = useState(NEW_SOURCE);
  const ask = () => {
    const added = addSource(draft, newId('s'));
    return added ? [added] : [];
  };
  return (
    <AskingDialog
      title={t('addTitle')}
      submitLabel={t('addSubmit')}
      isReady={draft.title.trim() !== ''}
      ask={ask}
      onAsked={([added]) =>
        added?.type === 'source.add' && readSources({ sourceId: added.sourceId, passageId: null })
      }
      onClose={onClose}
    >
      <NewSource draft={draft} onChange={setDraft} />
    </AskingDialog>
  );
}
