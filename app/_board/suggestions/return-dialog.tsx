'use client';

import { type FormEvent, useState } from 'react';
import { LIMITS } from '../../../domain/debate/limits.ts';
import type { Rejection } from '../../../domain/debate/rejections.ts';
import type { Suggestion } from '../../../domain/debate/state.ts';
import { Button } from '../../_ui/button/button.tsx';
import { Dialog } from '../../_ui/dialog.tsx';
import { Field } from '../../_ui/field.tsx';
import { focusOnMount } from '../../_ui/focus-on-mount.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useAnnounce } from '../announce-context.tsx';
import { RejectionNote } from '../claim/rejection-note.tsx';
import dialogStyles from '../claim/target-dialog.module.css';
import { useSubmit } from '../join/join-context.tsx';

/** Returns a suggested wording to who suggested it, with the reason. */
export function ReturnDialog({ suggestion, onClose }: { suggestion: Suggestion; onClose: () => void }) {
  const t = useMessages('suggestions');
  const controls = useMessages('controls');
  const announce = useAnnounce();
  const submit = useSubmit();
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<Rejection | null>(null);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const settle = {
      type: 'suggestion.settle',
      suggestionId: suggestion.id,
      outcome: 'returned',
      seen: '',
    } as const;
    submit([{ ...settle, note: note.trim() }], (refusal) => {
      if (refusal) return setProblem(refusal);
      announce(t('returnedToast'));
      onClose();
    });
  };
  return (
    <Dialog title={t('returnTitle')} text={t('returnText')} onClose={onClose}>
      <form className={dialogStyles.form} onSubmit={send}>
        <Field label={t('reason')}>
          {(tie) => (
            <textarea
              {...tie}
              ref={focusOnMount}
              dir="auto"
              rows={3}
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
          <Button look="primary" type="submit" disabled={note.trim() === ''}>
            {t('returnSend')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
