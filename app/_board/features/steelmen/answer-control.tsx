'use client';

import { useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { focusOnMount } from '#app/_ui/focus/focus-on-mount.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { Rejection } from '#domain/debate/engine/rejections.ts';
import type { SteelmanClaim } from '#domain/debate/map/steelman.ts';
import { ownAnswer } from '#domain/debate/steelmen/recognition.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { useSubmit } from '../../core/commands/join-context.tsx';
import { RejectionNote } from '../../core/commands/rejection-note.tsx';
import { AskingDialog } from '../../core/forms/asking-dialog.tsx';
import { TextField } from '../../core/forms/text-field.tsx';
import { useBoard } from '../../core/store/board-context.tsx';
import { newId } from '../../core/store/new-id.ts';
import styles from './steelmen.module.css';

/** Answers a best case of the viewer's own position: it is their view, or something is missing. */
export function AnswerControl({ claim }: { claim: SteelmanClaim }) {
  const t = useMessages('steelmen');
  const announce = useAnnounce();
  const submit = useSubmit();
  const own = useBoard(({ replica }) => ownAnswer(claim, replica.participantId ?? ''));
  const [problem, setProblem] = useState<Rejection | null>(null);
  const [isAsking, setAsking] = useState(false);
  const isCurrent = own?.wording === claim.wording;
  const { id: claimId, wording } = claim;
  const send = (agrees: boolean | null) => {
    const answer = { type: 'steelman.answer', claimId, answerId: newId('a'), wording, agrees } as const;
    submit([answer], (refusal) => {
      setProblem(refusal ?? null);
      if (!refusal && agrees) announce(t('agreed'));
    });
  };
  return (
    <>
      <p>
        {own
          ? t(isCurrent ? 'answered' : 'answeredEarlier', { agrees: own.agrees ? 'yes' : 'no' })
          : t('question')}
      </p>
      <div className={styles.acts}>
        {!(isCurrent && own.agrees) && (
          <Button look="primary" onClick={() => send(true)}>
            {t('agree')}
          </Button>
        )}
        <Button onClick={() => setAsking(true)}>{t('notYet')}</Button>
        {own && (
          <Button look="quiet" onClick={() => send(null)}>
            {t('withdraw')}
          </Button>
        )}
      </div>
      <RejectionNote rejection={problem} />
      {isAsking && <MissingDialog claim={claim} onClose={() => setAsking(false)} />}
    </>
  );
}

/** Asks what is missing, in a sentence. */
function MissingDialog({ claim, onClose }: { claim: SteelmanClaim; onClose: () => void }) {
  const t = useMessages('steelmen');
  const announce = useAnnounce();
  const [text, setText] = useState('');
  const { id: claimId, wording } = claim;
  return (
    <AskingDialog
      title={t('notYet')}
      submitLabel={t('missingSend')}
      isReady={text.trim() !== ''}
      ask={() => [
        {
          type: 'steelman.answer',
          claimId,
          answerId: newId('a'),
          wording,
          agrees: false,
          missing: { commentId: newId('m'), text: text.trim() },
        },
      ]}
      onAsked={() => announce(t('said'))}
      onClose={onClose}
    >
      <TextField
        label={t('missing')}
        hint={t('missingHint')}
        rows={3}
        text={text}
        limit={LIMITS.commentCharacters}
        fieldRef={focusOnMount}
        onChange={setText}
      />
    </AskingDialog>
  );
}
