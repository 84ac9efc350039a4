'use client';

import { useEffect, useRef } from 'react';
import { useBoardStore } from '../../core/store/board-context.tsx';
import { useMap } from '../scene/map-context.tsx';
import styles from './pointers.module.css';
import { showPointers } from './show-pointers.ts';

/** Other people's pointers over the map. Not for screen readers: the list of people says where everyone is. */
export default function MapPointers() {
  const store = useBoardStore();
  const { scene } = useMap();
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => (layer.current ? showPointers(scene, store, layer.current) : undefined), [scene, store]);
  return <div ref={layer} className={styles.pointers} aria-hidden="true" />;
}
