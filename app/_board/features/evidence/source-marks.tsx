'use client';

import { useMemo } from 'react';
import { sourcesOf } from '#domain/debate/lineage/merged-contents.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import type { Source } from '#domain/debate/sources/source.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import styles from './source-marks.module.css';

/** Returns the sources a claim cites, in its order, and those cited by claims merged into it. */
export function useCited(claim: Claim): readonly Source[] {
  const sources = useBoard(({ replica }) => replica.view.sources);
  // As one string, so that equal lists are an equal value.
  const ids = useBoard(({ replica }) => sourcesOf(replica.view, claim).join(' '));
  return useMemo(() => ids.split(' ').flatMap((id) => sources.get(id) ?? []), [ids, sources]);
}

/** The places of a claim's evidence, in a few characters: ¶3, ¶8. */
export function SourceMarks({ claim }: { claim: Claim }) {
  const cited = useCited(claim);
  const readable = useReadable();
  if (cited.length === 0) return null;
  return (
    <span className={styles.marks} data-sources="">
      {cited.map(({ id, title, locator }) => (
        <span key={id} title={readable(title)}>
          {readable(locator) || '§'}
        </span>
      ))}
    </span>
  );
}
