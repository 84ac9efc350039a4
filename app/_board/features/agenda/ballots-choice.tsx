'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { Dialog } from '#app/_ui/dialogs/dialog.tsx';
import { Stack } from '#app/_ui/layout/stack.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { countVoters } from '#domain/debate/polls/polls.ts';
import { RejectionNote } from '../../core/commands/rejection-note.tsx';
import { useAsk } from '../../core/commands/use-ask.ts';
import { Choice } from '../../core/forms/choice.tsx';
import manage from '../../core/forms/manage.module.css';
import { useBoard } from '../../core/store/board-context.tsx';

/** Option for showing tallies while people vote. Secret ballots can't be made open again, so they are confirmed. */
export function BallotsChoice() {
  const t = useMessages('agenda');
  const ballots = useBoard(({ replica }) => replica.view.head?.settings.ballots ?? 'open');
  const [asks, setAsks] = useState(false);
  const isSecret = ballots === 'secret';
  return (
    <>
      <Choice
        label={t('ballots')}
        hint={t(isSecret ? 'ballotsStaySecret' : 'ballotsHint')}
        chosen={ballots}
        options={[
          ...(isSecret ? [] : [['open', t('ballotsOpen')] as const]),
          ['secret', t('ballotsSecret')] as const,
        ]}
        onChoose={(chosen) => setAsks(chosen === 'secret' && !isSecret)}
      />
      {asks && !isSecret && <ConfirmSecret onClose={() => setAsks(false)} />}
    </>
  );
}

/** Explains what secret ballots do, and that they are permanent. */
function ConfirmSecret({ onClose }: { onClose: () => void }) {
  const t = useMessages('agenda');
  const controls = useMessages('controls');
  const voters = useBoard(({ replica }) => countVoters(replica.view));
  const { ask, refusal } = useAsk();
  const send = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (ask({ type: 'debate.configure', ballots: 'secret' })) onClose();
  };
  return (
    <Dialog title={t('secretTitle')} text={t('secretText')} onClose={onClose}>
      <Stack as="form" gap={4} onSubmit={send}>
        {voters < LIMITS.secretTotal && (
          <p>
            <strong>{t('secretFew', { voters })}</strong>
          </p>
        )}
        <p>{t('secretWarning')}</p>
        <RejectionNote rejection={refusal} />
        <div className={manage.row}>
          <Button look="primary" type="submit">
            {t('secretConfirm')}
          </Button>
          <Button look="quiet" autoFocus onClick={onClose}>
            {controls('cancel')}
          </Button>
        </div>
      </Stack>
    </Dialog>
  );
}
