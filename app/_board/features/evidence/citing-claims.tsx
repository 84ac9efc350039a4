'use client';

import { useRef } from 'react';
import type { Claim } from '#domain/debate/map/claim.ts';
import { MoreButton, useShownPart } from '../../core/forms/shown-part.tsx';
import { CitingClaimLink } from './claim-link.tsx';
import styles from './evidence.module.css';

/** Claims with links to them, in parts. */
export function CitingClaims({ claims }: { claims: readonly Claim[] }) {
  const list = useRef<HTMLUListElement>(null);
  const part = useShownPart(claims);
  return (
    <>
      <ul ref={list} className={styles.list}>
        {part.shown.map((claim) => (
          <li key={claim.id}>
            <CitingClaimLink claim={claim} />
          </li>
        ))}
      </ul>
      <MoreButton list={list} part={part} />
    </>
  );
}
