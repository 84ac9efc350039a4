'use client';

import { useEffect } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { FrontBox } from '#domain/front/front-box.ts';
import { useIsCovered } from '../../core/view/use-is-covered.ts';
import { useViewPart } from '../../core/view/view-provider.tsx';
import { ArgumentComposer } from '../../features/claims/composing/argument-composer.tsx';
import { useMap } from '../scene/map-context.tsx';
import { MapItem } from './map-item.tsx';

/** A new argument, written in its place; on a phone the sheet contains the field while it is open. */
export function GhostCard({ box }: { box: FrontBox }) {
  const t = useMessages('map');
  const writing = useViewPart((view) => view.writing);
  const { scene, focus, write } = useMap();
  const isCovered = useIsCovered();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the field takes the focus again once the sheet is closed.
  useEffect(() => scene.reveal(box.id), [scene, box.id, isCovered]);
  if (writing?.kind !== 'argument' || isCovered) return null;
  const { target, relation } = writing;
  return (
    <MapItem box={box} label={t('newLabel')} selected={false}>
      <ArgumentComposer
        key={target.id}
        target={target}
        relation={relation}
        onDone={(claimId) => {
          write(null);
          focus(claimId ?? box.parent ?? '');
        }}
      />
    </MapItem>
  );
}
