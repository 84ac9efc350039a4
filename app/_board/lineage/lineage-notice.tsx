'use client';

import { useState } from 'react';
import { Button } from '../../_ui/button/button.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { excerpt } from '../claim/excerpt.ts';
import { useClaim } from '../claim/use-claim.ts';
import styles from '../people/people.module.css';
import { useView } from '../view-state.tsx';
import { useNewLineage } from './use-new-lineage.ts';

/** Tells somebody that their claim was merged or split, and leads there. */
export default function LineageNotice() {
  const t = useMessages('lineage');
  const { select } = useView();
  const told = useNewLineage() ?? ':';
  const [what = '', claimId = ''] = told.split(':');
  const claim = useClaim(claimId);
  const [closed, setClosed] = useState('');
  if (!claim || closed === told) return null;
  return (
    <div className={styles.notice} role="status" data-notice={what}>
      <p>{t('told', { what, text: excerpt(claim.text, 80) })}</p>
      <Button size="small" onClick={() => select({ kind: 'claim', id: claimId })}>
        {t('look')}
      </Button>
      <Button size="small" look="quiet" onClick={() => setClosed(told)}>
        {t('dismiss')}
      </Button>
    </div>
  );
}
