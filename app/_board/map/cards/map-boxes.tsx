'use client';

import { memo } from 'react';
import type { FrontBox, FrontLayout } from '#domain/front/front-box.ts';
import { ClaimCard } from './claim-card.tsx';
import { GhostCard } from './ghost-card.tsx';
import { MoreRow } from './more-row.tsx';
import { MotionNode } from './motion-node.tsx';
import { PositionNode } from './position-node.tsx';

/** The boxes that are shown as elements, in reading order, each under its own key, so that none is created twice. */
export const MapBoxes = memo(function MapBoxes({
  ids,
  layout,
}: {
  ids: readonly string[];
  layout: FrontLayout;
}) {
  return ids.map((id) => {
    const box = layout.byId.get(id);
    return box && <Box key={id} box={box} />;
  });
});

function Box({ box }: { box: FrontBox }) {
  switch (box.kind) {
    case 'motion':
      return <MotionNode box={box} />;
    case 'position':
      return <PositionNode box={box} />;
    case 'claim':
      return <ClaimCard box={box} />;
    case 'ghost':
      return <GhostCard box={box} />;
    case 'more':
      return <MoreRow box={box} />;
  }
}
