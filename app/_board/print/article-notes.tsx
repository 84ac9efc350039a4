'use client';

import { Fragment } from 'react';
import type { Endnote } from '#domain/outline/endnotes.ts';
import { useReadable } from '../core/claims/use-readable.ts';
import styles from './print.module.css';

/** The places of the evidence: numbered as in the text, with addresses written out. */
export function ArticleNotes({ title, notes }: { title: string; notes: readonly Endnote[] }) {
  const readable = useReadable();
  if (notes.length === 0) return null;
  return (
    <section className={styles.endnotes}>
      <h2 className={styles.name}>{title}</h2>
      <ol>
        {notes.map(({ passages }) => {
          const [first] = passages;
          return (
            <li key={first?.id}>
              <span dir="auto">{readable(first?.title ?? '')}</span>
              {passages.map(({ id, locator, excerpt }, at) => (
                <Fragment key={id}>
                  {locator && (
                    <span>
                      {at === 0 ? ', ' : '; '}
                      {readable(locator)}
                    </span>
                  )}
                  {excerpt && <span dir="auto"> “{readable(excerpt)}”</span>}
                </Fragment>
              ))}
              {first?.url && <span className={styles.address}> {first.url}</span>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
