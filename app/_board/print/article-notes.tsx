'use client';

import type { Source } from '../../../domain/debate/records/source.ts';
import { useReadable } from '../claim/use-readable.ts';
import styles from './print.module.css';

/** Where the evidence stands: numbered as in the text, with what an address leads to written out. */
export function ArticleNotes({ title, notes }: { title: string; notes: readonly Source[] }) {
  const readable = useReadable();
  if (notes.length === 0) return null;
  return (
    <section className={styles.endnotes}>
      <h2 className={styles.name}>{title}</h2>
      <ol>
        {notes.map(({ id, title: name, locator, url, excerpt }) => (
          <li key={id}>
            <span dir="auto">{readable(name)}</span>
            {locator && <span>, {readable(locator)}</span>}
            {excerpt && <span dir="auto"> “{readable(excerpt)}”</span>}
            {url && <span className={styles.address}> {url}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
