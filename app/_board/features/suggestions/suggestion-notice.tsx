'use client';

import { useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useSpoken } from '../../core/announcing/spoken.tsx';
import { useOpenClaimDialog } from '../../core/commands/claim-dialog.ts';
import styles from '../../core/people/people.module.css';
import { useViewActs } from '../../core/view/view-state.tsx';
import { useSuggestionsAbout } from './use-suggestions.ts';

/** Tells the person who has to answer that wordings are suggested, and leads there: to the claim, or to a list if there are several. */
export default function SuggestionNotice() {
  const t = useMessages('suggestions');
  const { select } = useViewActs();
  const openDialog = useOpenClaimDialog();
  const { toAnswer } = useSuggestionsAbout();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const waiting = toAnswer.filter(({ id }) => !closed.has(id));
  const [first] = waiting;
  const sentence = first ? t('notice', { count: waiting.length }) : '';
  useSpoken(sentence);
  if (!first) return null;
  const close = () => setClosed(new Set([...closed, ...waiting.map(({ id }) => id)]));
  const look = () => {
    close();
    if (toAnswer.every(({ claimId }) => claimId === first.claimId))
      select({ kind: 'claim', id: first.claimId });
    else openDialog({ kind: 'suggestions' });
  };
  return (
    <div className={styles.notice} data-notice="suggestions">
      <p>{sentence}</p>
      <Button size="small" onClick={look}>
        {t('look')}
      </Button>
      <Button size="small" look="quiet" onClick={close}>
        {t('dismiss')}
      </Button>
    </div>
  );
}
