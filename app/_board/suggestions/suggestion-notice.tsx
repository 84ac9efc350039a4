'use client';

import { useMemo, useState } from 'react';
import { isOpenSuggestion } from '../../../domain/debate/suggestions.ts';
import { Button } from '../../_ui/button/button.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import styles from '../people/people.module.css';
import { useBoard } from '../store/board-context.tsx';
import { useViewActs } from '../view-state.tsx';

/** Tells who has to answer that a wording is suggested, and who suggested one what became of it; and leads there. */
export default function SuggestionNotice() {
  const t = useMessages('suggestions');
  const { select } = useViewActs();
  const me = useBoard(({ replica }) => replica.participantId);
  const suggestions = useBoard(({ replica }) => replica.view.suggestions);
  const claims = useBoard(({ replica }) => replica.view.claims);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const waiting = useMemo(
    () =>
      [...suggestions.values()]
        .filter((one) => isOpenSuggestion(one) && claims.get(one.claimId)?.author === me && one.author !== me)
        .filter(({ id }) => !closed.has(id))
        .sort((a, b) => a.at - b.at),
    [suggestions, claims, me, closed],
  );
  const [first] = waiting;
  if (!first) return null;
  const close = () => setClosed(new Set([...closed, ...waiting.map(({ id }) => id)]));
  const look = () => {
    close();
    select({ kind: 'claim', id: first.claimId });
  };
  return (
    <div className={styles.notice} role="status" data-notice="suggestions">
      <p>{t('notice', { count: waiting.length })}</p>
      <Button size="small" onClick={look}>
        {t('look')}
      </Button>
      <Button size="small" look="quiet" onClick={close}>
        {t('dismiss')}
      </Button>
    </div>
  );
}
