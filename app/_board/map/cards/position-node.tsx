'use client';

import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { FrontBox } from '#domain/front/front-box.ts';
import { firstSentence } from '#domain/front/front-heights.ts';
import { useMay, usePosition } from '../../core/claims/use-claim.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { useViewPart } from '../../core/view/view-provider.tsx';
import { TypingChip } from '../../features/claims/presence/typing-chip.tsx';
import { useClaimActs } from '../../features/claims/use-claim-acts.ts';
import styles from './map-headings.module.css';
import { MapItem } from './map-item.tsx';

/** A position: its name, the first sentence of its summary, and its counts. */
export function PositionNode({ box }: { box: FrontBox }) {
  const t = useMessages('map');
  const readable = useReadable();
  const position = usePosition(box.id);
  const selected = useViewPart((view) => view.selected?.id === box.id);
  const mayAdd = useMay('claim.add');
  const acts = useClaimActs();
  if (!position) return null;
  const { supports, attacks, below } = box.counts;
  const first = supports + attacks;
  return (
    <MapItem
      box={box}
      label={t('positionLabel', { name: position.name, count: first })}
      selected={selected}
      className={styles.position}
      edges={<TypingChip claimId={box.id} isFolded={false} />}
    >
      <p className={styles.name} dir="auto">
        {position.name}
      </p>
      {position.summary !== '' && (
        <p className={styles.summary} dir="auto" title={readable(position.summary)}>
          {firstSentence(readable(position.summary))}
        </p>
      )}
      <p className={styles.foot}>
        <span className={styles.holds}>{t('positionHolds', { claims: first, below: below - first })}</span>
        {mayAdd && !position.removed && (
          <button
            type="button"
            className={styles.add}
            tabIndex={-1}
            aria-label={t('addClaim')}
            title={t('addClaim')}
            onClick={() => acts.argue({ kind: 'position', id: box.id }, 'support')}
          >
            <span aria-hidden="true">+</span>
          </button>
        )}
      </p>
    </MapItem>
  );
}
