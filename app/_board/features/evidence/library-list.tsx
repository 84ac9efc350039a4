'use client';

import { Fragment, useDeferredValue, useMemo, useRef, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { Field } from '#app/_ui/field.tsx';
import { lazyComponent } from '#app/_ui/lazy-component.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { Segments } from '#app/_ui/segments.tsx';
import type { Source } from '#domain/debate/sources/source.ts';
import { type LibraryEntry, type Work, worksOf } from '#domain/evidence/library.ts';
import { excerpt } from '../../core/claims/excerpt.ts';
import { useMay } from '../../core/claims/use-claim.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { useAfterJoining } from '../../core/commands/join-context.tsx';
import { MoreButton, useShownPart } from '../../core/forms/shown-part.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';
import { CitingClaims } from './citing-claims.tsx';
import styles from './evidence.module.css';
import { useLibrary, useUnsourced } from './use-library.ts';

const SourceDialog = lazyComponent(() => import('./source-dialog.tsx'));

/** Number of documents up to which their passages are shown at once. */
const UNFOLDED = 3;

/** Number of characters of an excerpt in a row: it may hold a whole article. */
const EXCERPT = 200;

/** All sources, searchable by their words; or the claims that cite none. */
export function LibraryList() {
  const t = useMessages('evidence');
  const [listed, setListed] = useState<'sources' | 'unsourced'>('sources');
  return (
    <div className={styles.body}>
      <Segments
        label={t('sections')}
        segments={(['sources', 'unsourced'] as const).map((value) => ({ value, label: t(value) }))}
        chosen={listed}
        onChoose={setListed}
      />
      {listed === 'sources' ? <Sources /> : <Unsourced />}
    </div>
  );
}

function Sources() {
  const t = useMessages('evidence');
  const [query, setQuery] = useState('');
  const [adding, setAdding] = useState(false);
  const mayAdd = useMay('source.add');
  const afterJoining = useAfterJoining();
  const all = useLibrary();
  const wanted = useDeferredValue(query);
  const found = useMemo(() => worksOf(all.filter((entry) => says(entry, wanted))), [all, wanted]);
  const list = useRef<HTMLUListElement>(null);
  const part = useShownPart(found);
  return (
    <>
      {all.length > 0 ? (
        <>
          <Field label={t('find')}>
            {(tie) => (
              <input
                {...tie}
                type="search"
                dir="auto"
                value={query}
                onChange={(event) => setQuery(event.target.value)}
              />
            )}
          </Field>
          <p className={styles.soft} role="status">
            {t('found', { count: found.length })}
          </p>
        </>
      ) : (
        <p className={styles.soft}>{t('none')}</p>
      )}
      <ul ref={list} className={styles.works}>
        {part.shown.map(({ entries, citedBy }) => {
          const [first, ...others] = entries;
          if (!first) return null;
          return (
            <li key={first.source.id}>
              {others.length === 0 ? (
                <SourceRow entry={first} />
              ) : (
                <WorkRows
                  entries={entries}
                  citedBy={citedBy}
                  isOpen={wanted.trim() !== '' || found.length <= UNFOLDED}
                />
              )}
            </li>
          );
        })}
      </ul>
      <MoreButton list={list} part={part} />
      {mayAdd && (
        <p>
          <Button size="small" onClick={() => afterJoining(() => setAdding(true))}>
            {t('add')}
          </Button>
        </p>
      )}
      {adding && <SourceDialog onClose={() => setAdding(false)} />}
    </>
  );
}

/** A document with its cited passages, one per row. */
function WorkRows({ entries, citedBy, isOpen }: Work & { readonly isOpen: boolean }) {
  const t = useMessages('evidence');
  const readable = useReadable();
  const list = useRef<HTMLUListElement>(null);
  const part = useShownPart(entries);
  return (
    <details className={styles.work} open={isOpen} data-work="">
      <summary>
        <span className={styles.workTitle} dir="auto">
          {readable(entries[0]?.source.title ?? '')}
        </span>{' '}
        <span className={styles.facts}>
          <span>{t('parts', { count: entries.length })}</span> <span>{t('citedBy', { count: citedBy })}</span>
        </span>
      </summary>
      <ul ref={list} className={styles.parts}>
        {part.shown.map((entry) => (
          <li key={entry.source.id}>
            <SourceRow entry={entry} isPart />
          </li>
        ))}
      </ul>
      <MoreButton list={list} part={part} />
    </details>
  );
}

interface SourceRowProps {
  readonly entry: LibraryEntry;
  /** True if the title is shown above: then only the excerpt and its place in the document are shown. */
  readonly isPart?: boolean;
}

function SourceRow({ entry: { source, claims, hasArticle, lost }, isPart = false }: SourceRowProps) {
  const t = useMessages('evidence');
  const readable = useReadable();
  const { readSources } = useViewActs();
  const { id, title, locator } = source;
  const facts = [
    t('citedBy', { count: claims.length }),
    hasArticle && t('hasArticle'),
    lost > 0 && t('lost', { count: lost }),
  ].filter((fact) => fact !== false);
  return (
    <button
      type="button"
      className={styles.row}
      data-listed={id}
      onClick={() => readSources({ sourceId: id, passageId: null })}
    >
      {!(isPart && (locator || source.excerpt)) && (
        <span className={styles.workTitle} dir="auto">
          {readable(title)}
        </span>
      )}{' '}
      {source.excerpt && (
        <span className={styles.excerpt} dir="auto">
          {excerpt(readable(source.excerpt), EXCERPT)}
        </span>
      )}{' '}
      <span className={styles.facts}>
        {locator && <strong dir="auto">{readable(locator)}</strong>}{' '}
        {facts.map((fact) => (
          <Fragment key={fact}>
            <span>{fact}</span>{' '}
          </Fragment>
        ))}
      </span>
    </button>
  );
}

function Unsourced() {
  const t = useMessages('evidence');
  const claims = useUnsourced();
  if (claims.length === 0) return <p className={styles.soft}>{t('noneUnsourced')}</p>;
  return (
    <>
      <p className={styles.soft} role="status">
        {t('unsourcedCount', { count: claims.length })}
      </p>
      <div data-unsourced="">
        <CitingClaims claims={claims} />
      </div>
    </>
  );
}

/** Folded details of each source, kept because a field of a source may hold 200,000 characters. */
const folded = new WeakMap<Source, string>();

/** True if any detail of the source contains these words. */
function says({ source }: LibraryEntry, query: string): boolean {
  const wanted = query.trim().toLocaleLowerCase();
  return wanted === '' || foldedDetails(source).includes(wanted);
}

function foldedDetails(source: Source): string {
  const known = folded.get(source);
  if (known !== undefined) return known;
  const { title, locator, url, excerpt: quoted, note } = source;
  // No search term has the line break between two details.
  const text = [title, locator, url, quoted, note].join('\n').toLocaleLowerCase();
  folded.set(source, text);
  return text;
}
