'use client';

import type { ImportPreview } from '../../domain/formats/imports/import-preview.ts';
import lines from '../_ui/import-error-note.module.css';
import { Note } from '../_ui/layout/note.tsx';
import { useMessages } from '../_ui/messages/use-messages.ts';
import styles from './import.module.css';

/** Content of a file, and what of it the debate would not contain. */
export function FoundNote({ found }: { found: ImportPreview }) {
  const t = useMessages('importing');
  const { title, motion, positions, setAside, setAsideCount, table: _, template: __, ...counts } = found;
  return (
    <section className={styles.found} aria-labelledby="found">
      <h2 id="found">{t('found')}</h2>
      <p className={styles.name} dir="auto">
        {title}
      </p>
      <dl>
        <dt>{t('motion')}</dt>
        <dd dir="auto">{motion}</dd>
        <dt>{t('positions')}</dt>
        {positions.map((name) => (
          <dd key={name} dir="auto">
            {name}
          </dd>
        ))}
      </dl>
      <p>{t('counts', counts)}</p>
      <Note>{t('left')}</Note>
      {setAsideCount === 0 ? (
        <p>{t('setAside', { count: 0 })}</p>
      ) : (
        <details open={setAsideCount <= 5}>
          <summary>{t('setAside', { count: setAsideCount })}</summary>
          <ul>
            {setAside.map(({ why, what, line }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes.
              <li key={index}>
                {line !== null && <span className={lines.line}>{t('line', { line })}</span>}
                <q dir="auto">{what}</q> {t(`why.${why}`)}
              </li>
            ))}
          </ul>
          {setAsideCount > setAside.length && (
            <p>{t('setAsideMore', { count: setAsideCount - setAside.length })}</p>
          )}
        </details>
      )}
    </section>
  );
}
