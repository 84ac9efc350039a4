'use client';

import { useState } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { addSource, NEW_SOURCE } from '../../core/commands/source-draft.ts';
import { AskingDialog } from '../../core/forms/asking-dialog.tsx';
import { NewSource } from '../../core/forms/source-picker.tsx';
import { newId } from '../../core/store/new-id.ts';
import { useViewActs } from '../../core/view/view-state.tsx';

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
