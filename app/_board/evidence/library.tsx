'use client';

import { useEffect, useRef } from 'react';
import { Button } from '../../_ui/button/button.tsx';
import { CloseIcon } from '../../_ui/icons.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useBoard } from '../store/board-context.tsx';
import { useKnowRules } from '../use-know-rules.ts';
import { useViewPart } from '../view-provider.tsx';
import { useViewActs } from '../view-state.tsx';
import { ArticleReader } from './article-reader.tsx';
import styles from './evidence.module.css';
import { LibraryList } from './library-list.tsx';

/** The sources of the debate beside the debate itself, and what one of them says. On a phone a sheet over it. */
export default function Library() {
  const t = useMessages('evidence');
  useKnowRules();
  const { readSources } = useViewActs();
  const reading = useViewPart((parts) => parts.reading);
  const source = useBoard(({ replica }) => replica.view.sources.get(reading?.sourceId ?? ''));
  const panel = useRef<HTMLElement>(null);
  const shown = source?.id ?? '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown anew takes the focus anew.
  useEffect(() => panel.current?.focus(), [shown]);
  return (
    <aside className={styles.library} aria-label={t('title')} ref={panel} tabIndex={-1} data-source={shown}>
      <div className={styles.bar}>
        {source ? (
          <Button look="quiet" size="small" onClick={() => readSources({ sourceId: null, passageId: null })}>
            {t('back')}
          </Button>
        ) : (
          <h2>{t('title')}</h2>
        )}
        <Button
          look="quiet"
          size="small"
          aria-label={t('close')}
          title={t('close')}
          onClick={() => readSources(null)}
        >
          <CloseIcon />
        </Button>
      </div>
      {source ? (
        <ArticleReader key={source.id} source={source} passageId={reading?.passageId ?? null} />
      ) : (
        <LibraryList />
      )}
    </aside>
  );
}
