'use client';

import { memo, useMemo } from 'react';
import { Field } from '#app/_ui/field.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { Source } from '#domain/debate/sources/source.ts';
import { workOf } from '#domain/evidence/library.ts';
import { truncateText } from '#domain/formats/whole-text.ts';
import { useReadable } from '../claims/use-readable.ts';
import { NEW_SOURCE, NO_SOURCE, type SourceDraft, type WrittenSource } from '../commands/source-draft.ts';
import { useBoard } from '../store/board-context.tsx';
import styles from './source-picker.module.css';

/** Number of characters of a passage that distinguish it from others. */
const EXCERPT = 60;

interface SourcePickerProps {
  readonly draft: SourceDraft;
  readonly onChange: (draft: SourceDraft) => void;
}

/** Selects one of the debate's sources, or enters a new one. */
export function SourcePicker({ draft, onChange }: SourcePickerProps) {
  const t = useMessages('composer');
  const value = draft.kind === 'known' ? draft.sourceId : draft.kind;
  const choose = (chosen: string) => {
    if (chosen === 'none') onChange(NO_SOURCE);
    else if (chosen === 'new') onChange(NEW_SOURCE);
    else onChange({ kind: 'known', sourceId: chosen });
  };
  return (
    <>
      <Field label={t('source')}>
        {(tie) => (
          <select {...tie} value={value} onChange={(event) => choose(event.target.value)}>
            <option value="none">{t('noSource')}</option>
            <option value="new">{t('addSource')}</option>
            <SourceOptions />
          </select>
        )}
      </Field>
      {draft.kind === 'new' && <NewSource draft={draft} onChange={onChange} />}
    </>
  );
}

/** All sources as options, drawn only when the sources change: there may be thousands beside a field in which someone types. */
const SourceOptions = memo(function SourceOptions() {
  const works = useWorks();
  const readable = useReadable();
  return works.map(([first, ...more]) =>
    more.length === 0 ? (
      <option key={first.id} value={first.id}>
        {[first.title, first.locator].filter(Boolean).map(readable).join(' · ')}
      </option>
    ) : (
      <optgroup key={first.id} label={readable(first.title)}>
        {[first, ...more].map(({ id, title, locator, excerpt }) => (
          <option key={id} value={id}>
            {readable(locator || truncateText(excerpt, EXCERPT) || title)}
          </option>
        ))}
      </optgroup>
    ),
  );
});

/** Fields of a new source. */
export function NewSource({
  draft,
  onChange,
}: {
  draft: WrittenSource;
  onChange: (draft: WrittenSource) => void;
}) {
  const t = useMessages('composer');
  const input = (field: 'title' | 'locator' | 'url', label: string, max: number, type = 'text') => (
    <Field label={label}>
      {(tie) => (
        <input
          {...tie}
          type={type}
          dir={type === 'url' ? 'ltr' : 'auto'}
          maxLength={max}
          value={draft[field]}
          onChange={(event) => onChange({ ...draft, [field]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <div className={styles.fields}>
      {input('title', t('sourceTitle'), LIMITS.sourceTitleCharacters)}
      {input('locator', t('sourceLocator'), LIMITS.sourceLocatorCharacters)}
      {input('url', t('sourceUrl'), LIMITS.sourceUrlCharacters, 'url')}
      <Field label={t('sourceExcerpt')}>
        {(tie) => (
          <textarea
            {...tie}
            dir="auto"
            value={draft.excerpt}
            onChange={(event) => onChange({ ...draft, excerpt: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}

type Work = readonly [Source, ...Source[]];

/** Returns the debate's sources by their titles, grouped by work and sorted by place. */
function useWorks(): readonly Work[] {
  const sources = useBoard(({ replica }) => replica.view.sources);
  return useMemo(() => {
    const works = new Map<string, [Source, ...Source[]]>();
    for (const source of sorted(sources.values())) {
      const work = works.get(workOf(source));
      if (work) work.push(source);
      else works.set(workOf(source), [source]);
    }
    return [...works.values()];
  }, [sources]);
}

function sorted(sources: Iterable<Source>): Source[] {
  return [...sources].sort(
    (a, b) =>
      a.title.localeCompare(b.title) || a.locator.localeCompare(b.locator, undefined, { numeric: true }),
  );
}
