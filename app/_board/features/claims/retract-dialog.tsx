'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { Dialog } from '#app/_ui/dialogs/dialog.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Rejection } from '#domain/debate/engine/rejections.ts';
import { excerpt } from '../../core/claims/excerpt.ts';
import { useTextOf } from '../../core/claims/use-target.ts';
import { RejectionNote } from '../../core/commands/rejection-note.tsx';
import { useConfirm } from '../../core/commands/use-confirm.ts';
import { Choice } from '../../core/forms/choice.tsx';
import targetStyles from '../../core/forms/target-dialog.module.css';
import { useReasonName } from '../../core/moderation/use-reason-name.ts';
import { useBoard, useBoardStore } from '../../core/store/board-context.tsx';

/** Dialog for retracting other people's claims, for one of the debate's reasons, which is shown to everyone who sees them. */
export default function RetractDialog({
  claimIds,
  onClose,
}: {
  claimIds: readonly string[];
  onClose: () => void;
}) {
  const t = useMessages('claim');
  const moderation = useMessages('moderation');
  const reasonName = useReasonName();
  const confirm = useConfirm();
  const reasons = useBoard(({ replica }) => replica.view.head?.settings.reasons ?? []);
  const [reason, setReason] = useState<string | null>(null);
  const count = claimIds.length;
  const text = excerpt(useTextOf(claimIds[0] ?? null), 160);
  const controls = useMessages('controls');
  const store = useBoardStore();
  const [problem, setProblem] = useState<Rejection | null>(null);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (reason === null) return setProblem({ code: 'reason_missing' });
    const refusals = store.submitTogether(
      claimIds.map((claimId) => ({ type: 'claim.retract', claimId, reason })),
    );
    const [first = null] = refusals;
    if (refusals.length === count) return setProblem(first);
    onClose();
    confirm(t('retractedOthers', { count: count - refusals.length }));
  };
  return (
    <Dialog title={t('retractOthers', { count })} text={t('retractOthersText')} onClose={onClose}>
      <form className={targetStyles.form} onSubmit={send}>
        {count === 1 && (
          <blockquote className={targetStyles.claim} dir="auto">
            {text}
          </blockquote>
        )}
        <Choice
          label={moderation('reason')}
          options={reasons.map((each) => [each, reasonName(each)])}
          chosen={reason}
          onChoose={setReason}
        />
        <RejectionNote rejection={problem} />
        <div className={targetStyles.buttons}>
          <Button look="quiet" onClick={onClose}>
            {controls('cancel')}
          </Button>
          <Button look="primary" type="submit">
            {t('retract')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
