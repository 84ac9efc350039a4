'use client';

import { type FormEvent, useState } from 'react';
import { useClaim, useParentLink } from '#app/_board/core/claims/use-claim.ts';
import { useReadable } from '#app/_board/core/claims/use-readable.ts';
import { useSubmit } from '#app/_board/core/commands/join-context.tsx';
import { RejectionNote } from '#app/_board/core/commands/rejection-note.tsx';
import { useConfirm } from '#app/_board/core/commands/use-confirm.ts';
import { useSubmitTogether } from '#app/_board/core/commands/use-submit-together.ts';
import { RelationToggle } from '#app/_board/core/forms/relation-toggle.tsx';
import styles from '#app/_board/core/forms/target-dialog.module.css';
import { TargetSearch } from '#app/_board/core/forms/target-search.tsx';
import { useBoardStore } from '#app/_board/core/store/board-context.tsx';
import { newId } from '#app/_board/core/store/new-id.ts';
import { useViewActs } from '#app/_board/core/view/view-state.tsx';
import { Button } from '#app/_ui/button/button.tsx';
import { Dialog } from '#app/_ui/dialogs/dialog.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import type { Rejection } from '#domain/debate/engine/rejections.ts';
import type { Relation, Target } from '#domain/debate/map/link.ts';
import { parentLinkOf } from '#domain/debate/map/tree.ts';

interface TargetDialogProps {
  readonly kind: 'move' | 'cross-link';
  readonly claimId: string;
  /** Other claims that are moved together with it. */
  readonly others?: readonly string[] | undefined;
  /** Called when it was placed. */
  readonly onDone?: (() => void) | undefined;
  readonly onClose: () => void;
}

/** Dialog for what a claim, or several, should be replies to, or what else a claim is linked to; then for the relation. */
export default function TargetDialog({ kind, claimId, others = [], onDone, onClose }: TargetDialogProps) {
  const t = useMessages('claim');
  const several = useMessages('bulk');
  const map = useMessages('map');
  const controls = useMessages('controls');
  const readable = useReadable();
  const store = useBoardStore();
  const { choose } = useViewActs();
  const claim = useClaim(claimId);
  const link = useParentLink(claimId);
  const [target, setTarget] = useState<Target | null>(null);
  const [chosen, setRelation] = useState<Relation | null>(null);
  const [problem, setProblem] = useState<Rejection | null>(null);
  const submit = useSubmit();
  const submitTogether = useSubmitTogether();
  const confirm = useConfirm();
  const move = kind === 'move';
  const together = others.length > 0;
  // Several claims keep their relations, unless another is chosen.
  const relation = chosen ?? (together ? null : (link?.relation ?? 'support'));

  const relationOf = (id: string) =>
    relation ?? parentLinkOf(store.state().replica.view, id)?.relation ?? 'support';
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (target === null) return;
    const moving = (id: string): Operation => ({
      type: 'claim.move',
      claimId: id,
      target,
      relation: relationOf(id),
    });
    if (together) {
      submitTogether([claimId, ...others].map(moving), (count) => several('moved', { count }));
      choose([]);
      return onClose();
    }
    const operation: Operation = move
      ? moving(claimId)
      : { type: 'link.add', linkId: newId('l'), from: claimId, target, relation: relationOf(claimId) };
    submit([operation], (refusal) => {
      if (refusal) return setProblem(refusal);
      onDone?.();
      onClose();
      confirm(move ? map('moved') : t('crossToast'));
    });
  };

  return (
    <Dialog
      title={
        together ? t('moveSeveralTitle', { count: others.length + 1 }) : t(move ? 'moveTitle' : 'crossTitle')
      }
      text={t(move ? 'moveText' : 'crossText')}
      onClose={onClose}
    >
      <form className={styles.form} onSubmit={send}>
        {!together && (
          <blockquote className={styles.claim} dir="auto">
            {readable(claim?.text ?? '')}
          </blockquote>
        )}
        <TargetSearch except={claimId} chosen={target} onChoose={setTarget} />
        <RelationToggle relation={relation} onChange={setRelation} />
        {together && relation === null && <p className={styles.none}>{t('moveSeveralRelation')}</p>}
        <RejectionNote rejection={problem} />
        <div className={styles.buttons}>
          <Button look="quiet" onClick={onClose}>
            {controls('cancel')}
          </Button>
          <Button look="primary" type="submit" disabled={target === null}>
            {t(move ? 'moveSubmit' : 'crossSubmit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
