'use client';

import { useState } from 'react';
import { lazyComponent, preloadComponent } from '../../_ui/lazy-component.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useHydrated } from '../../_ui/use-hydrated.ts';
import { useReportFirstCards } from '../core/view/first-cards.ts';
import { opensOn } from '../core/view/opening-view.ts';
import { PartBoundary } from '../core/view/part-boundary.tsx';
import { useViewPart } from '../core/view/view-provider.tsx';
import { useViewActs } from '../core/view/view-state.tsx';
import { MapSkeleton } from '../map/map-skeleton.tsx';
import { Outline } from '../outline/outline.tsx';
import { OutlineLater } from '../outline/outline-later.tsx';
import styles from './map-or-outline.module.css';
import { useOpenOnBranch } from './use-open-on-branch.ts';

const loadMap = async () => ({ default: (await import('../map/map-view.tsx')).MapView });
const MapView = lazyComponent(loadMap);
if (opensOn() === 'map') preloadComponent(loadMap);

interface MapOrOutlineProps {
  readonly branch: string | undefined;
  readonly after: string | undefined;
}

/** The debate itself: the map, or the outline. If one of them fails, the other may still be read. */
export function MapOrOutline(props: MapOrOutlineProps) {
  const t = useMessages('board');
  const view = useViewPart((parts) => parts.view);
  const { show } = useViewActs();
  const other = view === 'map' ? 'outline' : 'map';
  return (
    <PartBoundary shows={view} at="centre" way={{ label: t(other), act: () => show(other) }}>
      <ChosenView {...props} />
    </PartBoundary>
  );
}

function ChosenView({ branch, after }: MapOrOutlineProps) {
  const view = useViewPart((parts) => parts.view);
  const settled = useViewPart((parts) => parts.settled);
  useOpenOnBranch(branch);
  if (view === 'map') {
    return <MapView fallback={<MapSkeleton />} />;
  }
  const opening = !settled;
  return (
    <>
      {opening && <MapSkeleton />}
      {opening && opensOn() === 'map' ? <OutlineAsRead /> : <OutlineAlive branch={branch} after={after} />}
    </>
  );
}

/** The server's outline, hydrated, or one that is switched to later. */
function OutlineAlive({ branch, after }: MapOrOutlineProps) {
  const [isLater] = useState(useHydrated());
  const Kind = isLater ? OutlineLater : Outline;
  useReportFirstCards(true);
  return (
    <div className={styles.outline}>
      <Kind branch={branch} after={after} />
    </div>
  );
}

/** The server's outline, not hydrated: the map replaces it at once. */
function OutlineAsRead() {
  return (
    <div
      className={styles.outline}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: nothing is set; what is there stays.
      dangerouslySetInnerHTML={{ __html: '' }}
    />
  );
}
