'use client';

import { useState } from 'react';
import { Field } from '#app/_ui/field.tsx';
import { Note } from '#app/_ui/layout/note.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { AskingDialog } from '../../core/forms/asking-dialog.tsx';
import { WordingField } from '../../core/forms/wording-field.tsx';
import { useBoardStore } from '../../core/store/board-context.tsx';
import { newId } from '../../core/store/new-id.ts';
import { DifferenceText } from './difference-text.tsx';
import styles from './suggestions.module.css';

/** Suggests another wording for someone else's claim; the difference is shown while typing. */
export default function SuggestDialog({ claimId, onClose }: { claimId: string; onClose: () => void }) {
  const t = useMessages('suggestions');
  const announce = useAnnounce();
  const store = useBoardStore();
  // The text as it was on opening: what others write meanwhile stays.
  const [was] = useState(() => store.state().replica.view.claims.get(claimId)?.text ?? '');
  const [typed, setText] = useState(was);
  const [note, setNote] = useState('');
  const text = typed.trim();
  const changed = text !== '' && text !== was;
  const made = { type: 'suggestion.make', claimId, was, text, note: note.trim() } as const;
  return (
    <AskingDialog
      title={t('makeTitle')}
      text={t('makeText')}
      submitLabel={t('send')}
      isReady={changed}
      ask={() => [{ ...made, suggestionId: newId('w') }]}
      onAsked={() => announce(t('sent'))}
      onClose={onClose}
    >
      <WordingField label={t('wording')} text={typed} onChange={setText} />
      <div className={styles.preview}>
        <Note as="span">{t('difference')}</Note>
        {changed ? <DifferenceText before={was} after={text} /> : <p>{t('noDifference')}</p>}
      </div>
      <Field label={t('note')} hint={t('noteHint')}>
        {(tie) => (
          <textarea
            {...tie}
            dir="auto"
            rows={2}
            maxLength={LIMITS.noteCharacters}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
    </AskingDialog>
  );
}
