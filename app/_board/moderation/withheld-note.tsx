'use client';

import { Button } from '../../_ui/button/button.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useMay, useSteers } from '../claim/use-claim.ts';
import { useSubmit } from '../join/join-context.tsx';
import { useBoard } from '../store/board-context.tsx';
import { useReasonName } from './use-reason-name.ts';
import styles from './withheld-note.module.css';

/** Is this claim or comment hidden from others? */
export function useIsWithheld(id: string): boolean {
  return useBoard(({ replica }) => replica.view.withheld.has(id));
}

/** Of what is hidden: for whom it is not there, why, and what can be done about it. */
export function WithheldNote({ id, author }: { id: string; author: string }) {
  const t = useMessages('moderation');
  const reasonName = useReasonName();
  const withheld = useBoard(({ replica }) => replica.view.withheld.get(id));
  const isOwn = useBoard(({ replica }) => replica.participantId === author);
  const steers = useSteers();
  const mayShow = useMay('content.restore');
  const submit = useSubmit();
  if (!withheld) return null;
  const reason = reasonName(withheld.reason);
  return (
    <div className={styles.note} role="note">
      <p>{t(isOwn ? 'hiddenFromYou' : 'hiddenForYou', { reason })}</p>
      {withheld.note && (
        <p dir="auto" className={styles.words}>
          {withheld.note}
        </p>
      )}
      {isOwn && !steers && <p>{t('revise')}</p>}
      {steers && mayShow && (
        <Button size="small" onClick={() => submit([{ type: 'content.restore', ids: [id] }])}>
          {t('show')}
        </Button>
      )}
    </div>
  );
}
