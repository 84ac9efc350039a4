'use client';

import { useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { joinClasses } from '#app/_ui/join-classes.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Relation } from '#domain/debate/map/link.ts';
import type { FrontLayout } from '#domain/front/front-box.ts';
import { excerpt } from '../../core/claims/excerpt.ts';
import { useClaim } from '../../core/claims/use-claim.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { useTargetText, useTextOf } from '../../core/claims/use-target.ts';
import { useRejectionSentence } from '../../core/commands/use-rejection-sentence.ts';
import { useMap } from '../scene/map-context.tsx';
import type { CardDrag, Drop } from './card-drag.ts';
import styles from './dragged.module.css';
import { LandingChoice } from './landing-choice.tsx';

export interface DraggedProps {
  readonly drag: CardDrag;
  readonly layout: FrontLayout | null;
  readonly onLand: (drop: Drop, relation: Relation) => void;
}

/** The dragged card, and the choice after the drop. */
export default function Dragged({ drag, layout, onLand }: DraggedProps) {
  const { focus } = useMap();
  const landing = useSyncExternalStore(drag.subscribe, drag.landing, () => null);
  const choose = (relation: Relation | null) => {
    drag.land(null);
    if (!landing) return;
    if (relation) onLand(landing.drop, relation);
    focus(landing.claimId);
  };
  return (
    <>
      <Carried drag={drag} />
      {landing && (
        <>
          <DropMark drop={landing.drop} />
          <LandingChoice landing={landing} layout={layout} onChoose={choose} onGone={() => drag.land(null)} />
        </>
      )}
    </>
  );
}

/** The mark on the map where a dragged card would land, and the card at the pointer. */
function Carried({ drag }: { drag: CardDrag }) {
  const carried = useSyncExternalStore(drag.subscribe, drag.carried, () => null);
  const claim = useClaim(carried?.claimId ?? '');
  const readable = useReadable();
  if (carried === null || !claim) return null;
  const { at, drop, byTouch } = carried;
  return (
    <>
      {drop && <DropMark drop={drop} />}
      {createPortal(
        <div
          className={styles.carried}
          data-lifted={byTouch ? '' : undefined}
          style={{
            transform: `translate(${at.x + (byTouch ? -130 : 12)}px, ${at.y + (byTouch ? -120 : 8)}px)`,
          }}
        >
          <p dir="auto">{excerpt(readable(claim.text), 70)}</p>
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
  const kind = drop?.box.kind === 'position' ? 'position' : 'claim';
  const target = excerpt(useTargetText({ kind, id: drop?.box.id ?? '' }), 32);
  const above = excerpt(useTextOf(drop?.above ?? null), 32);
  const below = excerpt(useTextOf(drop?.below ?? null), 32);
  if (drop === null) return null;
  if (drop.refusal) return <p className={styles.refused}>{sentence(drop.refusal)}</p>;
  const word = () => {
    if (drop.side === 'under') return t('dropUnder', { target });
    if (above && below) return t('dropBetween', { above, below });
    return t(drop.side === 'before' ? 'dropBefore' : 'dropAfter', { target });
  };
  return <p className={styles.word}>{word()}</p>;
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
