'use client';

import { Button } from '#app/_ui/button/button.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useKnowRules } from '../../core/commands/use-know-rules.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { SidePane } from '../../core/view/side-pane.tsx';
import { useViewPart } from '../../core/view/view-provider.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';
import { ArticleReader } from './article-reader.tsx';
import styles from './evidence.module.css';
import { LibraryList } from './library-list.tsx';

/** The debate's sources beside the debate, and the content of one of them. On a phone it is a sheet over the debate. */
export default function Library() {
  const t = useMessages('evidence');
  useKnowRules();
  const { readSources } = useViewActs();
  const reading = useViewPart((parts) => parts.reading);
  const source = useBoard(({ replica }) => replica.view.sources.get(reading?.sourceId ?? ''));
  const shown = source?.id ?? '';
  const toList = source && (
    <Button look="quiet" size="small" onClick={() => readSources({ sourceId: null, passageId: null })}>
      {t('back')}
    </Button>
  );
  return (
    <SidePane
      className={styles.library}
      label={t('title')}
      head={toList}
      closeLabel={t('close')}
      onClose={() => readSources(null)}
      shown={shown}
      data-source={shown}
    >
      {source ? (
        <ArticleReader key={source.id} source={source} passageId={reading?.passageId ?? null} />
      ) : (
        <LibraryList />
      )}
    </SidePane>
  );
}
