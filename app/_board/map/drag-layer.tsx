'use client';

import { useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { joinClasses } from '../../_ui/join-classes.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { excerpt } from '../claim/excerpt.ts';
import { useClaim } from '../claim/use-claim.ts';
import { useRejectionSentence } from '../claim/use-rejection-sentence.ts';
import type { CardDrag, Drop } from './card-drag.ts';
import styles from './drag-layer.module.css';

const WORDS = { under: 'dropUnder', before: 'dropBefore', after: 'dropAfter' } as const;

/** The mark on the map where a carried card would land, and the card at the pointer. */
export function DragLayer({ drag }: { drag: CardDrag }) {
  const carried = useSyncExternalStore(drag.subscribe, drag.carried, () => null);
  const claim = useClaim(carried?.claimId ?? '');
  if (carried === null || !claim) return null;
  const { at, drop } = carried;
  return (
    <>
      {drop && <DropMark drop={drop} />}
      {createPortal(
        <div className={styles.carried} style={{ transform: `translate(${at.x + 12}px, ${at.y + 8}px)` }}>
          <p dir="auto">{excerpt(claim.text, 70)}</p>
          <DropWord drop={drop} />
        </div>,
        document.body,
      )}
    </>
  );
}

function DropWord({ drop }: { drop: Drop | null }) {
  const t = useMessages('map');
  const sentence = useRejectionSentence();
  if (drop === null) return null;
  if (drop.refusal) return <p className={styles.refused}>{sentence(drop.refusal)}</p>;
  return <p className={styles.word}>{t(WORDS[drop.side])}</p>;
}

function DropMark({ drop: { box, side, refusal } }: { drop: Drop }) {
  const { x, y, width, height } = box;
  return (
    <div
      className={joinClasses(styles.mark, styles[side], refusal !== null && styles.no)}
      style={{ transform: `translate(${x}px, ${y}px)`, inlineSize: width, blockSize: height }}
    />
  );
}
