'use client';

import { type FormEvent, useState } from 'react';
import type { Operation } from '../../../domain/debate/operations.ts';
import type { Rejection } from '../../../domain/debate/rejections.ts';
import type { Relation, Target } from '../../../domain/debate/state.ts';
import { Button } from '../../_ui/button/button.tsx';
import { Dialog } from '../../_ui/dialog.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useSubmit } from '../join/join-context.tsx';
import { newId } from '../store/new-id.ts';
import { RejectionNote } from './rejection-note.tsx';
import { RelationToggle } from './relation-toggle.tsx';
import styles from './target-dialog.module.css';
import { TargetSearch } from './target-search.tsx';
import { useClaim, useParentLink } from './use-claim.ts';

interface TargetDialogProps {
  readonly kind: 'move' | 'cross-link';
  readonly claimId: string;
  readonly onClose: () => void;
}

/** Chooses what a claim is to stand under, or what else it speaks to. */
export default function TargetDialog({ kind, claimId, onClose }: TargetDialogProps) {
  const t = useMessages('claim');
  const common = useMessages('common');
  const claim = useClaim(claimId);
  const link = useParentLink(claimId);
  const [target, setTarget] = useState<Target | null>(null);
  const [relation, setRelation] = useState<Relation>(link?.relation ?? 'support');
  const [problem, setProblem] = useState<Rejection | null>(null);
  const submit = useSubmit();
  const move = kind === 'move';

  const send = (event: FormEvent) => {
    event.preventDefault();
    if (target === null) return;
    const operation: Operation = move
      ? { type: 'claim.move', claimId, target, relation }
      : { type: 'link.add', linkId: newId('l'), from: claimId, target, relation };
    submit([operation], (refusal) => (refusal ? setProblem(refusal) : onClose()));
  };

  return (
    <Dialog
      title={t(move ? 'moveTitle' : 'crossTitle')}
      text={t(move ? 'moveText' : 'crossText')}
      onClose={onClose}
    >
      <form className={styles.form} onSubmit={send}>
        <blockquote className={styles.claim} dir="auto">
          {claim?.text}
        </blockquote>
        <RelationToggle relation={relation} onChange={setRelation} />
        <TargetSearch except={claimId} chosen={target} onChoose={setTarget} />
        <RejectionNote rejection={problem} />
        <div className={styles.buttons}>
          <Button look="quiet" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button look="primary" type="submit" disabled={target === null}>
            {t(move ? 'moveSubmit' : 'crossSubmit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
