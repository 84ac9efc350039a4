'use client';

import { useState } from 'react';
import { focusOnMount } from '#app/_ui/focus/focus-on-mount.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { Suggestion } from '#domain/debate/suggestions/suggestion.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { AskingDialog } from '../../core/forms/asking-dialog.tsx';
import { TextField } from '../../core/forms/text-field.tsx';

/** Sends a suggested wording back to its author, with the reason. */
export function ReturnDialog({ suggestion, onClose }: { suggestion: Suggestion; onClose: () => void }) {
  const t = useMessages('suggestions');
  const announce = useAnnounce();
  const [note, setNote] = useState('');
  const settle = {
    type: 'suggestion.settle',
    suggestionId: suggestion.id,
    outcome: 'sent_back',
    seen: '',
  } as const;
  return (
    <AskingDialog
      title={t('returnTitle')}
      text={t('returnText')}
      submitLabel={t('returnSend')}
      isReady={note.trim() !== ''}
      ask={() => [{ ...settle, note: note.trim() }]}
      onAsked={() => announce(t('returnedToast'))}
      onClose={onClose}
    >
      <TextField
        label={t('reason')}
        rows={3}
        text={note}
        limit={LIMITS.noteCharacters}
        fieldRef={focusOnMount}
        onChange={setNote}
      />
    </AskingDialog>
  );
}
