'use client';

import { type FormEvent, useState } from 'react';
import type { Operation } from '../../../domain/debate/operations.ts';
import type { Rejection } from '../../../domain/debate/rejections.ts';
import { Button } from '../../_ui/button/button.tsx';
import { Dialog } from '../../_ui/dialog.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useSubmit } from '../join/join-context.tsx';
import { newId } from '../store/new-id.ts';
import { RejectionNote } from './rejection-note.tsx';
import { addSource, NEW_SOURCE, type SourceDraft } from './source-draft.ts';
import { SourcePicker } from './source-picker.tsx';
import styles from './target-dialog.module.css';

/** Says where the evidence for a claim stands. */
export default function CiteDialog({ claimId, onClose }: { claimId: string; onClose: () => void }) {
  const t = useMessages('claim');
  const controls = useMessages('controls');
  const [draft, setDraft] = useState<SourceDraft>(NEW_SOURCE);
  const [problem, setProblem] = useState<Rejection | null>(null);
  const submit = useSubmit();

  const send = (event: FormEvent) => {
    event.preventDefault();
    if (draft.kind === 'none') return onClose();
    const sourceId = draft.kind === 'known' ? draft.sourceId : newId('s');
    const added = addSource(draft, sourceId);
    const cite: Operation = { type: 'claim.cite', claimId, sourceId };
    submit(added ? [added, cite] : [cite], (refusal) => (refusal ? setProblem(refusal) : onClose()));
  };

  return (
    <Dialog title={t('citeTitle')} text={t('citeText')} onClose={onClose}>
      <form className={styles.form} onSubmit={send}>
        <SourcePicker draft={draft} onChange={setDraft} />
        <RejectionNote rejection={problem} />
        <div className={styles.buttons}>
          <Button look="quiet" onClick={onClose}>
            {controls('cancel')}
          </Button>
          <Button look="primary" type="submit" disabled={draft.kind === 'none'}>
            {t('citeSubmit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
