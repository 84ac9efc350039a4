'use client';

import { type FormEvent, useState } from 'react';
import type { Rejection } from '../../../domain/debate/rejections.ts';
import { Button } from '../../_ui/button/button.tsx';
import { Dialog } from '../../_ui/dialog.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { RejectionNote } from '../claim/rejection-note.tsx';
import { addSource, NEW_SOURCE } from '../claim/source-draft.ts';
import { NewSource } from '../claim/source-picker.tsx';
import styles from '../claim/target-dialog.module.css';
import { useSubmit } from '../join/join-context.tsx';
import { newId } from '../store/new-id.ts';
import { useViewActs } from '../view-state.tsx';

/** Takes down a source before any claim cites it. */
export default function SourceDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages('evidence');
  const controls = useMessages('controls');
  const submit = useSubmit();
  const { readSources } = useViewActs();
  const [draft, setDraft] = useState(NEW_SOURCE);
  const [problem, setProblem] = useState<Rejection | null>(null);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const sourceId = newId('s');
    const added = addSource(draft, sourceId);
    if (!added) return;
    submit([added], (refusal) => {
      if (refusal) return setProblem(refusal);
      onClose();
      readSources({ sourceId, passageId: null });
    });
  };
  return (
    <Dialog title={t('addTitle')} onClose={onClose}>
      <form className={styles.form} onSubmit={send}>
        <NewSource draft={draft} onChange={setDraft} />
        <RejectionNote rejection={problem} />
        <div className={styles.buttons}>
          <Button look="quiet" onClick={onClose}>
            {controls('cancel')}
          </Button>
          <Button look="primary" type="submit" disabled={draft.title.trim() === ''}>
            {t('addSubmit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
