'use client';

import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { shownPositions } from '#domain/debate/map/positions-in-order.ts';
import type { Position } from '#domain/debate/positions/position.ts';
import { ClaimsBelow } from '#domain/front/claims-below.ts';
import { type Bar, icicle } from '#domain/front/icicle.ts';
import { shownOf } from '#domain/front/row-budget.ts';
import { nodeOf } from '#domain/layout/map-tree.ts';
import { inSlices } from '../../_ui/in-slices.ts';
import { joinClasses } from '../../_ui/join-classes.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { hueStyle } from '../../_ui/people/hue.ts';
import { useThrow } from '../../_ui/use-throw.ts';
import { BearingSign } from '../core/claims/bearing-sign.tsx';
import { useReadable } from '../core/claims/use-readable.ts';
import { useBoard } from '../core/store/board-context.tsx';
import { useViewActs } from '../core/view/view-state.tsx';
import styles from './map-overview.module.css';
import { useMap } from './scene/map-context.tsx';

/** Width of a branch's plot, height of a level, and minimum bar width, in pixels. */
const WIDTH = 252;
const LEVEL = 10;
const LEAST = 2;

/** Overview: each first-level claim with an icicle plot of its branch. */
export default function MapOverview() {
  const t = useMessages('map');
  const state = useBoard(({ replica }) => replica.view);
  const counted = useCounted(state);
  const element = useRef<HTMLElement>(null);
  const { roving, focus } = useMap();
  const { setOverview, unfold } = useViewActs();
  const back = useRef(roving);
  useEffect(() => {
    const shown = element.current;
    shown?.focus({ preventScroll: true });
    const nearer = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      if (event.deltaY < 0) setOverview(false);
    };
    // React's wheel listeners are passive and can't prevent page zoom.
    shown?.addEventListener('wheel', nearer, { passive: false });
    return () => {
      shown?.removeEventListener('wheel', nearer);
      // Return the focus to the map.
      if (shown?.contains(document.activeElement) || document.activeElement === document.body)
        focus(back.current);
    };
  }, [focus, setOverview]);
  const choose = useCallback(
    (id: string, isBranch: boolean) => {
      back.current = id;
      if (isBranch) unfold(id);
      setOverview(false, id);
    },
    [unfold, setOverview],
  );
  return (
    <section
      ref={element}
      className={styles.overview}
      tabIndex={-1}
      aria-label={t('overviewLabel')}
      data-scrolls=""
    >
      {counted &&
        shownPositions(counted.state).map((position) => (
          <Lane key={position.id} position={position} counted={counted} onChoose={choose} />
        ))}
    </section>
  );
}

/** A state with its branch counts. */
interface Counted {
  readonly state: DebateState;
  readonly below: ClaimsBelow;
}

/** Counts branches after each change. `null` until the first count is done. */
function useCounted(state: DebateState): Counted | null {
  const [counted, setCounted] = useState<Counted | null>(null);
  const [below] = useState(() => new ClaimsBelow());
  const isWhole = useBoard(({ branches }) => branches === null);
  const fail = useThrow();
  useEffect(() => {
    if (!isWhole) return;
    return inSlices(below.follow(state), () => setCounted({ state, below }), fail);
  }, [below, state, isWhole, fail]);
  return counted;
}

/** Maximum number of branches per position; the largest are shown. */
const MOST = 60;

interface LaneProps {
  readonly position: Position;
  readonly counted: Counted;
  onChoose(id: string, isBranch: boolean): void;
}

function Lane({ position, counted, onChoose }: LaneProps) {
  const t = useMessages('map');
  const { below } = counted;
  const { supports, attacks, below: all } = below.of(position.id);
  const ids = below.under(position.id);
  const shown = useMemo(() => {
    const ranked = ids.map((id) => ({ id, weight: below.of(id).below, needed: false, wasShown: false }));
    const kept = shownOf(ranked, MOST);
    return ids.filter((id) => kept.has(id));
  }, [ids, below]);
  return (
    <section className={styles.lane} style={hueStyle(position.hue)}>
      <h2 className={styles.name} dir="auto">
        {position.name}
      </h2>
      <p className={styles.holds}>
        {t('positionHolds', { claims: supports + attacks, below: all - supports - attacks })}
      </p>
      <ul className={styles.branches}>
        {shown.map((id) => (
          <Branch key={id} id={id} counted={counted} onChoose={onChoose} />
        ))}
      </ul>
      {shown.length < ids.length && (
        <p className={styles.holds}>{t('more', { count: ids.length - shown.length })}</p>
      )}
    </section>
  );
}

interface BranchProps {
  readonly id: string;
  readonly counted: Counted;
  onChoose(id: string, isBranch: boolean): void;
}

const Branch = memo(function Branch({ id, counted, onChoose }: BranchProps) {
  const t = useMessages('map');
  const readable = useReadable();
  const { state, below } = counted;
  const bars = useMemo(
    () => icicle(counted.state, counted.below, id, { width: WIDTH, least: LEAST }),
    [counted, id],
  );
  const text = readable(state.claims.get(id)?.text ?? '');
  const { relation } = nodeOf({ state, collapsed: NOTHING, ghost: null }, id);
  const count = below.of(id).below;
  return (
    <li>
      <button
        type="button"
        className={styles.branch}
        aria-label={t('overviewBranch', { text, below: count })}
        title={text}
        onClick={() => onChoose(id, count > 0)}
      >
        <span className={styles.label}>
          <span className={relation === 'attack' ? styles.against : styles.for}>
            <BearingSign bearing={relation ?? 'support'} />
          </span>
          <span className={styles.words} dir="auto">
            {text}
          </span>
        </span>
        <Picture bars={bars} />
        <span className={styles.count}>{t('below', { count })}</span>
      </button>
    </li>
  );
});

/** Supporting and attacking bars. Attacks are striped, so color isn't the only cue. */
function Picture({ bars }: { bars: readonly Bar[] }) {
  if (bars.length === 0) return null;
  const height = LEVEL * (1 + bars.reduce((most, { level }) => Math.max(most, level), 0));
  return (
    <svg
      className={styles.picture}
      viewBox={`0 0 ${WIDTH} ${height}`}
      width={WIDTH}
      height={height}
      aria-hidden="true"
    >
      <path className={joinClasses(styles.bars, styles.for)} d={pathOf(bars, 'support')} />
      <path className={joinClasses(styles.bars, styles.against)} d={pathOf(bars, 'attack')} />
      <path className={styles.stripes} d={stripesOf(bars)} />
    </svg>
  );
}

function pathOf(bars: readonly Bar[], relation: Bar['relation']): string {
  return bars
    .filter((bar) => bar.relation === relation)
    .map(
      ({ start, width, level }) =>
        `M${start.toFixed(1)} ${level * LEVEL}h${(width - 1).toFixed(1)}v${LEVEL - 1}h-${(width - 1).toFixed(1)}z`,
    )
    .join('');
}

/** Dashed center lines of attacking bars. */
function stripesOf(bars: readonly Bar[]): string {
  return bars
    .filter(({ relation, width }) => relation === 'attack' && width > 6)
    .map(
      ({ start, width, level }) =>
        `M${(start + 2).toFixed(1)} ${level * LEVEL + (LEVEL - 1) / 2}h${(width - 5).toFixed(1)}`,
    )
    .join('');
}

const NOTHING: ReadonlySet<string> = new Set();
