'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { Dialog } from '#app/_ui/dialogs/dialog.tsx';
import { Stack } from '#app/_ui/layout/stack.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { BALLOTS, type Ballots } from '#domain/debate/head/head.ts';
import { countVoters } from '#domain/debate/polls/polls.ts';
import { mayChooseResearch } from '#domain/debate/votes/ballots.ts';
import { RejectionNote } from '../../core/commands/rejection-note.tsx';
import { useAsk } from '../../core/commands/use-ask.ts';
import { Choice } from '../../core/forms/choice.tsx';
import manage from '../../core/forms/manage.module.css';
import { useBoard } from '../../core/store/board-context.tsx';

/** A choice other than an open ballot. */
type Kept = Exclude<Ballots, 'open'>;

/** Option for when tallies are shown, and whether votes may leave. Only an open ballot can be changed, so a change is confirmed. */
export function BallotsChoice() {
  const t = useMessages('agenda');
  const now = useBoard(({ replica }) => replica.view.head?.settings.ballots ?? 'open');
  const isEarly = useBoard(({ replica }) => mayChooseResearch(replica.view));
  const [wanted, setWanted] = useState<Kept | null>(null);
  const offered = BALLOTS.filter(
    (kind) => kind === now || (now === 'open' && (kind === 'secret' || isEarly)),
  );
  return (
    <>
      <Choice
        label={t('ballots')}
        hint={now === 'open' ? t('ballotsHint', { early: `${isEarly}` }) : t('ballotsStay', { kind: now })}
        chosen={now}
        options={offered.map((kind) => [kind, t(`ballotsKind.${kind}`)] as const)}
        onChoose={(chosen) => setWanted(chosen === 'open' ? null : chosen)}
      />
      {wanted && now === 'open' && <Confirm kind={wanted} onClose={() => setWanted(null)} />}
    </>
  );
}

/** Explains what secret ballots and those for research do, and that they are permanent. */
function Confirm({ kind, onClose }: { kind: Kept; onClose: () => void }) {
  const t = useMessages('agenda');
  const controls = useMessages('controls');
  const voters = useBoard(({ replica }) => countVoters(replica.view));
  const least = kind === 'research' ? LIMITS.ballotRows : LIMITS.secretTotal;
  const { ask, refusal } = useAsk();
  const send = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (ask({ type: 'debate.configure', ballots: kind })) onClose();
  };
  return (
    <Dialog title={t('keptTitle', { kind })} text={t('keptText', { kind })} onClose={onClose}>
      <Stack as="form" gap={4} onSubmit={send}>
        {voters < least && (
          <p>
            <strong>{t('keptFew', { kind, voters })}</strong>
          </p>
        )}
        <p>{t('keptWarning', { kind })}</p>
        <RejectionNote rejection={refusal} />
        <div className={manage.row}>
          <Button look="primary" type="submit">
            {t('keptConfirm', { kind })}
          </Button>
          <Button look="quiet" autoFocus onClick={onClose}>
            {controls('cancel')}
          </Button>
        </div>
      </Stack>
    </Dialog>
  );
}
