'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import type { Position } from '../../../domain/debate/records/position.ts';
import { standingPositions } from '../../../domain/debate/standing-positions.ts';
import type { DebateState } from '../../../domain/debate/state.ts';
import { ClaimsBelow } from '../../../domain/front/claims-below.ts';
import { type Bar, icicle } from '../../../domain/front/icicle.ts';
import { idsUnder, nodeOf } from '../../../domain/layout/map-tree.ts';
import { hueStyle } from '../../_ui/hue.ts';
import { joinClasses } from '../../_ui/join-classes.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { BearingSign } from '../claim/bearing-sign.tsx';
import { useReadable } from '../claim/use-readable.ts';
import { inSlices } from '../in-slices.ts';
import { useMap } from '../map/map-context.tsx';
import { useBoard } from '../store/board-context.tsx';
import { useViewActs } from '../view-state.tsx';
import styles from './map-overview.module.css';

/** Pixels of a branch's picture: its width, one level's height, and the narrowest bar that is drawn. */
const WIDTH = 252;
const LEVEL = 10;
const LEAST = 2;

/** The whole debate from afar: each first claim by its words, over it a picture of all that is argued under it. */
export default function MapOverview() {
  const t = useMessages('map');
  const state = useBoard(({ replica }) => replica.view);
  const below = useCounted(state);
  const element = useRef<HTMLElement>(null);
  const { roving, focus } = useMap();
  const { lookFromAfar } = useViewActs();
  const back = useRef(roving);
  useEffect(() => {
    const shown = element.current;
    shown?.focus({ preventScroll: true });
    const nearer = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      if (event.deltaY < 0) lookFromAfar(false);
    };
    // Not by React: it listens to wheels without being able to keep the page from zooming.
    shown?.addEventListener('wheel', nearer, { passive: false });
    return () => {
      shown?.removeEventListener('wheel', nearer);
      // Left without choosing anything: one goes on where one was.
      if (shown?.contains(document.activeElement) || document.activeElement === document.body)
        focus(back.current);
    };
  }, [focus, lookFromAfar]);
  return (
    <section
      ref={element}
      className={styles.overview}
      tabIndex={-1}
      aria-label={t('overviewLabel')}
      data-scrolls=""
    >
      {below &&
        standingPositions(state).map((position) => (
          <Lane key={position.id} position={position} state={state} below={below} />
        ))}
    </section>
  );
}

/** Counts what stands under each claim, again with each change; null until it is counted for the first time. */
function useCounted(state: DebateState): ClaimsBelow | null {
  const [counted, setCounted] = useState<{ below: ClaimsBelow } | null>(null);
  const [below] = useState(() => new ClaimsBelow());
  useEffect(() => inSlices(below.follow(state), () => setCounted({ below })), [below, state]);
  return counted?.below ?? null;
}

interface LaneProps {
  readonly position: Position;
  readonly state: DebateState;
  readonly below: ClaimsBelow;
}

function Lane({ position, state, below }: LaneProps) {
  const t = useMessages('map');
  const ids = idsUnder({ state, collapsed: NOTHING, ghost: null }, position.id);
  const { supports, attacks, below: all } = below.of(position.id);
  return (
    <section className={styles.lane} style={hueStyle(position.hue)} aria-label={position.name}>
      <h3 className={styles.name} dir="auto">
        {position.name}
      </h3>
      <p className={styles.holds}>
        {t('positionHolds', { claims: supports + attacks, below: all - supports - attacks })}
      </p>
      <ul className={styles.branches}>
        {ids.map((id) => (
          <Branch key={id} id={id} state={state} below={below} />
        ))}
      </ul>
    </section>
  );
}

function Branch({ id, state, below }: { id: string; state: DebateState; below: ClaimsBelow }) {
  const t = useMessages('map');
  const readable = useReadable();
  const { unfold, lookFromAfar } = useViewActs();
  const { focus } = useMap();
  const bars = useMemo(() => icicle(state, below, id, { width: WIDTH, least: LEAST }), [state, below, id]);
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
        onClick={() => {
          if (count > 0) unfold(id);
          focus(id);
          lookFromAfar(false);
        }}
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
}

/** Bars for and against; those against are striped, so that colour is not all that tells them. */
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

/** A line along the middle of each bar that attacks. */
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
