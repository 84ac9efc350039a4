'use client';

import type { MouseEvent } from 'react';
import { joinClasses } from '#app/_ui/join-classes.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { FrontBox } from '#domain/front/front-box.ts';
import { useMay } from '../../core/claims/use-claim.ts';
import { useClaimActs } from '../../features/claims/use-claim-acts.ts';
import { useMap } from '../scene/map-context.tsx';
import styles from './row-counts.module.css';

/** Opens or closes a claim's arguments and shows their number. Without arguments, offers to write the first. */
export function BranchButton({ box }: { box: FrontBox }) {
  const t = useMessages('map');
  const { toggle } = useMap();
  const acts = useClaimActs();
  const mayAdd = useMay('claim.add');
  const { below } = box.counts;
  const isOpen = box.look === 'open';
  if (below === 0 && !isOpen) {
    if (!mayAdd || box.look === 'line') return null;
    return (
      <button
        type="button"
        className={joinClasses(styles.branch, styles.reply)}
        tabIndex={-1}
        aria-label={t('replyHint')}
        onClick={() => acts.argue({ kind: 'claim', id: box.id }, 'support')}
      >
        {t('reply')}
      </button>
    );
  }
  const label = t(isOpen ? 'fold' : 'unfold', { count: below });
  return (
    <button
      type="button"
      className={joinClasses(styles.branch, box.look === 'line' && styles.bare)}
      title={label}
      aria-label={label}
      tabIndex={-1}
      onClick={(event: MouseEvent) => toggle(box.id, event.shiftKey)}
    >
      {t('below', { count: below })} <span aria-hidden="true">{isOpen ? '‹' : '›'}</span>
    </button>
  );
}
