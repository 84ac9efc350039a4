'use client';

import { useMemo } from 'react';
import type { Claim, Source } from '../../../domain/debate/state.ts';
import { useBoard } from '../store/board-context.tsx';
import styles from './source-marks.module.css';

/** The sources a claim cites, in its order. */
export function useCited(claim: Claim): readonly Source[] {
  const sources = useBoard(({ replica }) => replica.view.sources);
  return useMemo(() => claim.sources.flatMap((id) => sources.get(id) ?? []), [claim.sources, sources]);
}

/** Where a claim's evidence stands, in a few characters: ¶3, ¶8. */
export function SourceMarks({ claim }: { claim: Claim }) {
  const cited = useCited(claim);
  if (cited.length === 0) return null;
  return (
    <span className={styles.marks}>
      {cited.map(({ id, title, locator }) => (
        <span key={id} title={title}>
          {locator || '§'}
        </span>
      ))}
    </span>
  );
}
