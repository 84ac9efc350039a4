'use client';

import {
  type CSSProperties,
  type SyntheticEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { FrontBox } from '#domain/front/front-box.ts';
import type { FrontForm } from '#domain/front/front-form.ts';
import { GHOST_ID, MOTION_ID } from '#domain/layout/map-tree.ts';
import { lazyComponent } from '../../_ui/lazy-component.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useBoard, useBoardStore } from '../core/store/board-context.tsx';
import { useReportFirstCards } from '../core/view/first-cards.ts';
import { useViewPart } from '../core/view/view-provider.tsx';
import { useViewActs } from '../core/view/view-state.tsx';
import { BranchChip } from '../features/claims/branch-chip.tsx';
import { useFollow } from '../features/follow/follow-context.tsx';
import { MapBoxes } from './cards/map-boxes.tsx';
import { DragLayer } from './dragging/drag-layer.tsx';
import { useCardDrag } from './dragging/use-card-drag.ts';
import { useMapClick } from './input/use-map-click.ts';
import { useMapFocus } from './input/use-map-focus.ts';
import { useMapKeys } from './input/use-map-keys.ts';
import { useMapMarks } from './input/use-map-marks.ts';
import { useReplay } from './layout/replay-context.ts';
import { useBranch } from './layout/use-branch.ts';
import { useSeenHeights } from './layout/use-front-measure.ts';
import { heightKey, useMapLayout } from './layout/use-map-layout.ts';
import { MapToolbar } from './map-toolbar.tsx';
import styles from './map-view.module.css';
import { useSendPointer } from './people/use-send-pointer.ts';
import { boxIdAt } from './scene/attention.ts';
import { type MapHandle, MapProvider } from './scene/map-context.tsx';
import type { MapScene } from './scene/map-scene.ts';
import { sceneOf } from './scene/scene-of.ts';
import { useFrameChoice } from './use-frame-choice.ts';

const MapFollowing = lazyComponent(() => import('./people/map-following.tsx'));
const MapOverview = lazyComponent(() => import('./map-overview.tsx'));
const MapPointers = lazyComponent(() => import('./people/map-pointers.tsx'));
const SeveralBar = lazyComponent(() => import('../features/claims/several-bar.tsx'));

/** The argument map: the motion, its positions and their claims, from left to right; to read and to edit. */
export function MapView() {
  const t = useMessages('map');
  const scene = sceneOf(useBoardStore());
  const viewport = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const selected = useViewPart((parts) => parts.selected);
  const writing = useViewPart((parts) => parts.writing);
  const chosen = useViewPart((parts) => parts.chosen);
  const { write, fold, unfold, setOverview } = useViewActs();
  const overview = useViewPart((parts) => parts.overview);
  const { following } = useFollow();
  const isAlone = useBoard(({ present }) => present.size < 2);
  const drawFrame = useFrameChoice(scene);
  const view = useSyncExternalStore(scene.subscribe, scene.view, scene.view);
  const held = useRef<string>(MOTION_ID);
  const { heights, corrections, seeHeight } = useHeights(scene);
  const { state, layout } = useMapLayout(heights, corrections, view.stage, held);
  const { roving, setRoving, focus, awaited } = useMapFocus(scene, layout);
  held.current = roving;
  const { drag, startDrag, land } = useCardDrag(scene);
  const keys = useMapKeys(scene, { focus, awaited });
  const click = useMapClick(scene, focus);
  const branch = useBranch(layout);
  useMapMarks(scene, layout, branch);
  useSendPointer(scene, viewport);
  useReportFirstCards(layout !== null);

  useEffect(() => {
    if (!viewport.current || !canvas.current || !layer.current) return;
    return scene.start({ viewport: viewport.current, canvas: canvas.current, layer: layer.current });
  }, [scene]);

  useLayoutEffect(() => {
    if (state && layout) scene.show(state, layout);
  }, [scene, state, layout]);

  useLayoutEffect(() => {
    const edited = writing?.kind === 'wording' ? [writing.claimId] : [];
    scene.hold(new Set([roving, GHOST_ID, ...edited]));
  }, [scene, roving, writing]);

  useEffect(() => {
    scene.select(selected?.id ?? null);
    // Selected elsewhere: Tab and the keys continue from there.
    if (selected && selected.kind !== 'link' && scene.attention.focused === null) setRoving(selected.id);
  }, [scene, selected, setRoving]);

  const edited = writing?.kind === 'wording' ? writing.claimId : null;
  useEffect(() => {
    if (edited !== null) scene.reveal(edited);
  }, [scene, edited]);

  useEffect(() => scene.onLeftReading(() => setOverview(true)), [scene, setOverview]);

  const toggle = useCallback(
    (id: string, beside = false) => {
      scene.keepStill(id);
      if (scene.layout.byId.get(id)?.look === 'open') fold(id);
      else unfold(id, beside);
    },
    [scene, fold, unfold],
  );

  const handle = useMemo<MapHandle>(
    () => ({ scene, roving, branch, focus, write, toggle, seeHeight, startDrag }),
    [scene, roving, branch, focus, write, toggle, seeHeight, startDrag],
  );

  return (
    <MapProvider value={handle}>
      <section
        className={styles.map}
        data-scale={layout?.form.scale}
        data-columns={layout?.form.columns}
        style={layout ? typeOf(layout.form) : undefined}
      >
        <div
          ref={viewport}
          // The overview covers it.
          inert={overview}
          className={styles.viewport}
          role="tree"
          aria-multiselectable="true"
          aria-label={t('label')}
          tabIndex={-1}
          onKeyDown={keys}
          onClick={click}
          onPointerDown={drawFrame}
          onPointerOver={(event) => {
            if (isOn(event)) scene.point(event.pointerType === 'touch' ? null : boxIdAt(event.target));
          }}
          onPointerLeave={() => scene.point(null)}
          onFocus={(event) => {
            if (!isOn(event)) return;
            const id = boxIdAt(event.target);
            scene.focusOn(id);
            if (id === null) return;
            setRoving(id);
            if (event.target.matches(':focus-visible')) scene.reveal(id);
          }}
          onBlur={({ relatedTarget }) => {
            // The focus moves to a button on the card, or to its menu: if no card had it meanwhile, these would vanish and never get it.
            if (boxIdAt(relatedTarget) === null && !isInMenu(relatedTarget)) scene.focusOn(null);
          }}
        >
          <div aria-hidden="true">
            <canvas ref={canvas} className={styles.canvas} />
          </div>
          <div ref={layer} className={styles.layer} role="none">
            {layout && <MapBoxes ids={view.shown} layout={layout} />}
            <DragLayer drag={drag} layout={layout} onLand={land} />
          </div>
        </div>
        {following !== null && <MapFollowing following={following} />}
        {!isAlone && <MapPointers />}
        <BranchChip />
        {chosen.size > 0 && (
          <div className={styles.bulkBar}>
            <SeveralBar onZoom={() => scene.lookAt(chosen)} />
          </div>
        )}
        <MapToolbar />
        {overview && <MapOverview />}
      </section>
    </MapProvider>
  );
}

/** True if an event concerns the map itself. A card's menu is rendered elsewhere on the page, but React bubbles its events through here. */
function isOn({ currentTarget, target }: SyntheticEvent): boolean {
  return target instanceof Node && currentTarget.contains(target);
}

function isInMenu(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="menu"]') !== null;
}

/** Compares measured heights with the estimates, and makes the layout again if they differ. */
function useHeights(scene: MapScene) {
  const heights = useSeenHeights();
  const store = useBoardStore();
  const writing = useViewPart((parts) => parts.writing);
  const isReplay = useReplay() !== null;
  const [corrections, setCorrections] = useState(0);
  const latest = useRef(writing);
  latest.current = writing;
  const seeHeight = useCallback(
    (box: FrontBox, height: number) => {
      // Lines have a fixed height, and a measurement of an outdated look or width is useless.
      const now = scene.layout.byId.get(box.id);
      if (box.look === 'line' || now === undefined || now.look !== box.look || now.width !== box.width)
        return;
      if (Math.abs(now.height - height) <= 1) return;
      // It keeps the height of its longest wording.
      if (isReplay && height < now.height) return;
      const key = heightKey(store.state().replica.view, latest.current, box.id);
      const { id, look, width } = box;
      if (heights?.see({ id, look, width, form: scene.layout.form }, key, height))
        setCorrections((count) => count + 1);
    },
    [scene, store, heights, isReplay],
  );
  return { heights, corrections, seeHeight };
}

/** The form's sizes as CSS custom properties. */
function typeOf({ motion, name, summary, claim, card, rowPadding, countsWidth }: FrontForm): CSSProperties {
  return {
    '--motion-size': `${motion.size}px`,
    '--motion-line': `${motion.line}px`,
    '--name-size': `${name.size}px`,
    '--name-line': `${name.line}px`,
    '--summary-size': `${summary.size}px`,
    '--summary-line': `${summary.line}px`,
    '--claim-size': `${claim.size}px`,
    '--claim-line': `${claim.line}px`,
    '--card-size': `${card.size}px`,
    '--card-line': `${card.line}px`,
    '--row-padding': `${rowPadding}px`,
    '--counts': countsWidth === 0 ? 'auto' : `${countsWidth}px`,
  } as CSSProperties;
}
