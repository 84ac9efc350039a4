'use client';

import { useMemo } from 'react';
import { Field } from '#app/_ui/field.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { groupBy } from '#domain/collections/group-by.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { Source } from '#domain/debate/sources/source.ts';
import { workOf } from '#domain/evidence/library.ts';
import { truncateText } from '#domain/formats/whole-text.ts';
import { useReadable } from '../claims/use-readable.ts';
import { NEW_SOURCE, NO_SOURCE, type SourceDraft, type WrittenSource } from '../commands/source-draft.ts';
import { useBoard } from '../store/board-context.tsx';
import type { ListOption } from './best-matches.ts';
import { SearchedSelect } from './searched-select.tsx';
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
  const find = useMessages('evidence')('find');
  const options = useSourceOptions();
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
          <SearchedSelect {...tie} value={value} onChoose={choose} options={options} find={find}>
            <option value="none">{t('noSource')}</option>
            <option value="new">{t('addSource')}</option>
          </SearchedSelect>
        )}
      </Field>
      {draft.kind === 'new' && <NewSource draft={draft} onChange={onChange} />}
    </>
  );
}

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

/** Returns the debate's sources by their titles as options, those of one work together and sorted by place. */
function useSourceOptions(): readonly ListOption[] {
  const sources = useBoard(({ replica }) => replica.view.sources);
  const readable = useReadable();
  return useMemo(() => {
    const works = groupBy(sorted(sources.values()), workOf);
    return [...works.values()].flatMap(([first, ...more]): ListOption[] => {
      if (first === undefined) return [];
      if (more.length === 0) {
        const text = [first.title, first.locator].filter(Boolean).map(readable).join(' · ');
        return [{ value: first.id, text }];
      }
      const group = { id: first.id, text: readable(first.title) };
      return [first, ...more].map(({ id, title, locator, excerpt }) => ({
        value: id,
        text: readable(locator || truncateText(excerpt, EXCERPT) || title),
        group,
      }));
    });
  }, [sources, readable]);
}

function sorted(sources: Iterable<Source>): Source[] {
  return [...sources].sort(
    (a, b) =>
      a.title.localeCompare(b.title) || a.locator.localeCompare(b.locator, undefined, { numeric: true }),
  );
}
