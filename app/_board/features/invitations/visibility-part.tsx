'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { Dialog } from '#app/_ui/dialogs/dialog.tsx';
import { Stack } from '#app/_ui/layout/stack.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Visibility } from '#domain/debate/head/head.ts';
import { isWider, shutsOut } from '#domain/debate/head/readers.ts';
import { useActor } from '../../core/claims/use-claim.ts';
import { RejectionNote } from '../../core/commands/rejection-note.tsx';
import { useAsk } from '../../core/commands/use-ask.ts';
import { Choice } from '../../core/forms/choice.tsx';
import manage from '../../core/forms/manage.module.css';
import { useBoard } from '../../core/store/board-context.tsx';

/**
 * Setting for who may read the debate. Each arrow key on a radio button chooses another, so a change that can't be undone, or shuts out
 * viewers, is confirmed.
 */
export function VisibilityPart() {
  const t = useMessages('joining');
  const visibility = useBoard(({ replica }) => replica.view.head?.visibility);
  const isOwner = useActor()?.role === 'owner';
  const [wanted, setWanted] = useState<Visibility | null>(null);
  const { ask, refusal } = useAsk();
  if (!visibility) return null;
  const choose = (chosen: Visibility) => {
    if (isWider(chosen, visibility) || shutsOut(chosen, visibility)) setWanted(chosen);
    else ask({ type: 'debate.setVisibility', visibility: chosen });
  };
  return (
    <section className={manage.part}>
      <h3>{t('reading')}</h3>
      {isOwner ? (
        <Choice
          label={t('visibility')}
          hint={t('privateWarning')}
          chosen={visibility}
          options={[
            ['public', t('public')],
            ['unlisted', t('unlisted')],
            ['private', t('private')],
          ]}
          onChoose={choose}
        />
      ) : (
        <p>
          {t(visibility)}. <span className={manage.hint}>{t('ownerOnly')}</span>
        </p>
      )}
      <RejectionNote rejection={refusal} />
      {wanted && wanted !== visibility && <Confirm to={wanted} onClose={() => setWanted(null)} />}
    </section>
  );
}

/** Says who could read the debate from now on, or no longer. */
function Confirm({ to, onClose }: { to: Visibility; onClose: () => void }) {
  const t = useMessages('joining');
  const controls = useMessages('controls');
  const { ask, refusal } = useAsk();
  const send = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (ask({ type: 'debate.setVisibility', visibility: to })) onClose();
  };
  return (
    <Dialog title={t('visibilityTitle', { to })} text={t('visibilityText', { to })} onClose={onClose}>
      <Stack as="form" gap={4} onSubmit={send}>
        {to !== 'private' && <p>{t('visibilityWarning')}</p>}
        <RejectionNote rejection={refusal} />
        <div className={manage.row}>
          <Button look="primary" type="submit">
            {t('visibilityConfirm', { to })}
          </Button>
          <Button look="quiet" autoFocus onClick={onClose}>
            {controls('cancel')}
          </Button>
        </div>
      </Stack>
    </Dialog>
  );
}
