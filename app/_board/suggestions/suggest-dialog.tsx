'use client';

import { type FormEvent, useState } from 'react';
import { LIMITS } from '../../../domain/debate/limits.ts';
import type { Rejection } from '../../../domain/debate/rejections.ts';
import { Button } from '../../_ui/button/button.tsx';
import { Dialog } from '../../_ui/dialog.tsx';
import { Field } from '../../_ui/field.tsx';
import { focusOnMount } from '../../_ui/focus-on-mount.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useAnnounce } from '../announce-context.tsx';
import { CharacterCount } from '../claim/character-count.tsx';
import { RejectionNote } from '../claim/rejection-note.tsx';
import dialogStyles from '../claim/target-dialog.module.css';
import { useSubmit } from '../join/join-context.tsx';
import { useBoardStore } from '../store/board-context.tsx';
import { newId } from '../store/new-id.ts';
import { DifferenceText } from './difference-text.tsx';
import styles from './suggestions.module.css';

/** Suggests another wording for a claim of somebody else; what would change is shown as it is typed. */
export default function SuggestDialog({ claimId, onClose }: { claimId: string; onClose: () => void }) {
  const t = useMessages('suggestions');
  const controls = useMessages('controls');
  const announce = useAnnounce();
  const submit = useSubmit();
  const store = useBoardStore();
  // As it was when it was read: what others write meanwhile stays.
  const [was] = useState(() => store.state().replica.view.claims.get(claimId)?.text ?? '');
  const [text, setText] = useState(was);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<Rejection | null>(null);
  const changed = text.trim() !== '' && text.trim() !== was;
  const send = (event: FormEvent) => {
    event.preventDefault();
    const made = { type: 'suggestion.make', suggestionId: newId('w'), claimId, was } as const;
    submit([{ ...made, text: text.trim(), note: note.trim() }], (refusal) => {
      if (refusal) return setProblem(refusal);
      announce(t('sent'));
      onClose();
    });
  };
  return (
    <Dialog title={t('makeTitle')} text={t('makeText')} onClose={onClose}>
      <form className={dialogStyles.form} onSubmit={send}>
        <Field label={t('wording')}>
          {(tie) => (
            <textarea
              {...tie}
              ref={focusOnMount}
              dir="auto"
              rows={4}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <CharacterCount text={text} limit={LIMITS.wordingCharacters} />
        <div className={styles.preview}>
          <span className={styles.previewTitle}>{t('difference')}</span>
          {changed ? <DifferenceText before={was} after={text.trim()} /> : <p>{t('noDifference')}</p>}
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
        <RejectionNote rejection={problem} />
        <div className={dialogStyles.buttons}>
          <Button look="quiet" onClick={onClose}>
            {controls('cancel')}
          </Button>
          <Button look="primary" type="submit" disabled={!changed}>
            {t('send')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
