'use client';

import { useEffect, useRef } from 'react';
import { useBoardStore } from '../../core/store/board-context.tsx';
import styles from '../../features/follow/follow.module.css';
import { useMap } from '../scene/map-context.tsx';
import { followOnMap } from './follow-on-map.ts';
import { markFollowedOnMap } from './followed-mark.ts';

/** While the viewer follows someone, the map shows what that person sees, and marks their selection. */
export default function MapFollowing({ following }: { following: string }) {
  const store = useBoardStore();
  const { scene } = useMap();
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!layer.current) return;
    const ends = [
      followOnMap(scene, store, following),
      markFollowedOnMap(scene, store, following, layer.current),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [scene, store, following]);
  return <div ref={layer} className={styles.marks} aria-hidden="true" />;
}
