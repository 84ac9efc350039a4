'use client';

import type { MapBox } from '../../../domain/layout/place-boxes.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useMay, usePosition } from '../claim/use-claim.ts';
import { useClaimActs } from '../claim/use-claim-acts.ts';
import { useReadable } from '../claim/use-readable.ts';
import { useViewPart } from '../view-provider.tsx';
import { FoldButton } from './fold-button.tsx';
import styles from './map-headings.module.css';
import { MapItem } from './map-item.tsx';

/** A camp answering the motion, at the head of its lane. */
export function PositionNode({ box }: { box: MapBox }) {
  const t = useMessages('map');
  const readable = useReadable();
  const position = usePosition(box.id);
  const selected = useViewPart((view) => view.selected?.id === box.id);
  const mayAdd = useMay('claim.add');
  const acts = useClaimActs();
  if (!position) return null;
  const label =
    box.folded > 0
      ? t('foldedPositionLabel', { name: position.name, count: box.folded })
      : t('positionLabel', { name: position.name, count: box.children.length });
  return (
    <MapItem
      box={box}
      label={label}
      selected={selected}
      className={styles.position}
      edges={<FoldButton box={box} />}
    >
      <p className={styles.name} dir="auto">
        {position.name}
      </p>
      {position.summary !== '' && (
        <p className={styles.summary} dir="auto">
          {readable(position.summary)}
        </p>
      )}
      <div className={styles.foot}>
        {mayAdd && !position.removed && (
          <button
            type="button"
            className={styles.add}
            tabIndex={-1}
            onClick={() => acts.argue({ kind: 'position', id: box.id }, 'support')}
          >
            <span aria-hidden="true">+</span> {t('addClaim')}
          </button>
        )}
      </div>
    </MapItem>
  );
}
