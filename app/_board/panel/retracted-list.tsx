'use client';

import { useMemo, useRef } from 'react';
import type { Target } from '#domain/debate/map/link.ts';
import { childrenOf, isShown } from '#domain/debate/map/tree.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { MoreButton, useShownPart } from '../core/forms/shown-part.tsx';
import { useBoard } from '../core/store/board-context.tsx';
import styles from '../core/view/panel.module.css';
import { ArgumentLine } from './argument-line.tsx';

/** Retracted claims that left the map because they have no remaining replies: they can be viewed and restored. */
export function RetractedList({ place }: { place: Target }) {
  const t = useMessages('panel');
  const view = useBoard(({ replica }) => replica.view);
  const { kind, id } = place;
  const retracted = useMemo(
    () => childrenOf(view, { kind, id }).filter((claim) => claim.retracted && !isShown(view, claim)),
    [view, kind, id],
  );
  const list = useRef<HTMLUListElement>(null);
  const part = useShownPart(retracted);
  if (retracted.length === 0) return null;
  return (
    <section className={styles.section} data-section="retracted">
      <h3 className={styles.heading}>{t('retractedTitle')}</h3>
      <ul ref={list} className={styles.lines}>
        {part.shown.map((claim) => (
          <ArgumentLine key={claim.id} claimId={claim.id} />
        ))}
      </ul>
      <MoreButton list={list} part={part} />
    </section>
  );
}
