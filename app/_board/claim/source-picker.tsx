'use client';

import { useMemo } from 'react';
import { LIMITS } from '../../../domain/debate/limits.ts';
import type { Source } from '../../../domain/debate/records/source.ts';
import { Field } from '../../_ui/field.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useBoard } from '../store/board-context.tsx';
import { NEW_SOURCE, NO_SOURCE, type SourceDraft, type WrittenSource } from './source-draft.ts';
import styles from './source-picker.module.css';

interface SourcePickerProps {
  readonly draft: SourceDraft;
  readonly onChange: (draft: SourceDraft) => void;
}

/** Chooses one of the debate's sources, or takes down a new one. */
export function SourcePicker({ draft, onChange }: SourcePickerProps) {
  const t = useMessages('composer');
  const sources = useSources();
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
            {sources.map(({ id, title, locator }) => (
              <option key={id} value={id}>
                {locator ? `${locator} · ${title}` : title}
              </option>
            ))}
          </select>
        )}
      </Field>
      {draft.kind === 'new' && <NewSource draft={draft} onChange={onChange} />}
    </>
  );
}

/** The fields of a source that is taken down. */
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
            value={draft.excerpt}
            onChange={(event) => onChange({ ...draft, excerpt: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}

function useSources(): readonly Source[] {
  const sources = useBoard(({ replica }) => replica.view.sources);
  return useMemo(
    () =>
      [...sources.values()].sort(
        (a, b) =>
          a.title.localeCompare(b.title) || a.locator.localeCompare(b.locator, undefined, { numeric: true }),
      ),
    [sources],
  );
}
