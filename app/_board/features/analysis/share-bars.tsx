'use client';

import { type ReactNode, useState } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useHydrated } from '#app/_ui/use-hydrated.ts';
import type { Contributed } from '#domain/analysis/participation.ts';
import styles from './share-bars.module.css';

interface ShareBarsProps {
  /** Column heading above the names. */
  readonly head: string;
  readonly shares: readonly Contributed[];
  readonly shown?: number;
  readonly nameOf: (share: Contributed) => ReactNode;
  readonly colorOf: (share: Contributed) => string;
  /** Number of votes by each, or on each one's content; `null`: not disclosed. */
  readonly votes: { readonly head: string; readonly of: (id: string) => number } | null;
}

/** Share of contributions: a table whose first figure is also a bar. Folded rows are drawn once they are unfolded. */
export function ShareBars({ head, shares, shown = shares.length, nameOf, colorOf, votes }: ShareBarsProps) {
  const t = useMessages('analysis');
  const [wasUnfolded, setUnfolded] = useState(false);
  // Without scripts, unfolding can draw nothing.
  const isHydrated = useHydrated();
  const [first, rest] = [shares.slice(0, shown), shares.slice(shown)];
  const most = Math.max(1, ...shares.map(({ claims, comments }) => claims + comments));
  const table = (rows: readonly Contributed[]) => (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col" className={styles.wide} />
          <th scope="col">{t('claims')}</th>
          <th scope="col">{t('comments')}</th>
          <th scope="col">{t('words')}</th>
          {votes && <th scope="col">{votes.head}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((share) => (
          <tr key={share.id} data-share={share.id}>
            <th scope="row" dir="auto">
              {nameOf(share)}
            </th>
            <td className={styles.wide} aria-hidden="true">
              <span
                className={styles.bar}
                style={{
                  inlineSize: `${((share.claims + share.comments) / most) * 100}%`,
                  background: colorOf(share),
                }}
              />
            </td>
            <td>{share.claims}</td>
            <td>{share.comments}</td>
            <td>{share.words}</td>
            {votes && <td>{votes.of(share.id)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
  return (
    <>
      {table(first)}
      {rest.length > 0 && (
        <details
          className={styles.rest}
          onToggle={({ currentTarget }) => currentTarget.open && setUnfolded(true)}
        >
          <summary>{t('more', { count: rest.length })}</summary>
          {(wasUnfolded || !isHydrated) && table(rest)}
        </details>
      )}
    </>
  );
}
