'use client';

import { useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useSpoken } from '../../core/announcing/spoken.tsx';
import { excerpt } from '../../core/claims/excerpt.ts';
import { useClaim } from '../../core/claims/use-claim.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import styles from '../../core/people/people.module.css';
import { useViewActs } from '../../core/view/view-state.tsx';
import { useNewLineage } from './use-new-lineage.ts';

/** Tells a participant that a claim of theirs was merged or split, with a link to it; one after the other. */
export default function LineageNotice() {
  const t = useMessages('lineage');
  const { select } = useViewActs();
  const news = useNewLineage();
  const [known, setKnown] = useState<ReadonlySet<string>>(new Set());
  const announced = news.split(' ').find((one) => !known.has(one)) ?? '';
  const [what = '', claimId = ''] = announced.split(':');
  const claim = useClaim(claimId);
  const readable = useReadable();
  const sentence = claim ? t('notice', { what, text: excerpt(readable(claim.text), 80) }) : '';
  useSpoken(sentence);
  if (!claim) return null;
  const close = () => setKnown(new Set([...known, announced]));
  const look = () => {
    close();
    select({ kind: 'claim', id: claimId });
  };
  return (
    <div className={styles.notice} data-notice={what}>
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
