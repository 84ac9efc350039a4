'use client';

import type { Source } from '../../../domain/debate/state.ts';
import styles from './print.module.css';

/** Where the evidence stands: numbered as in the text, with what an address leads to written out. */
export function ArticleNotes({ title, notes }: { title: string; notes: readonly Source[] }) {
  if (notes.length === 0) return null;
  return (
    <section className={styles.endnotes}>
      <h2 className={styles.name}>{title}</h2>
      <ol>
        {notes.map(({ id, title: name, locator, url, excerpt }) => (
          <li key={id}>
            <span dir="auto">{name}</span>
            {locator && <span>, {locator}</span>}
            {excerpt && <span dir="auto"> “{excerpt}”</span>}
            {url && <span className={styles.address}> {url}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
