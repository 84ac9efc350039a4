'use client';

import { Tabs } from '@base-ui/react/tabs';
import { useEffect, useRef } from 'react';
import { Button } from '../../_ui/button/button.tsx';
import { CloseIcon } from '../../_ui/icons.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useKnowRules } from '../use-know-rules.ts';
import { useViewActs } from '../view-state.tsx';
import styles from './console.module.css';
import { RUN } from './sections.ts';

/** What a debate is run with, beside the debate itself: who runs it sees both. On a phone a sheet over it. */
export default function Console() {
  const t = useMessages('facilitate');
  useKnowRules();
  const { facilitate } = useViewActs();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  return (
    <aside className={styles.console} aria-label={t('title')} ref={panel} tabIndex={-1}>
      <div className={styles.bar}>
        <h2>{t('title')}</h2>
        <Button
          look="quiet"
          size="small"
          aria-label={t('close')}
          title={t('close')}
          onClick={() => facilitate(false)}
        >
          <CloseIcon />
        </Button>
      </div>
      <Tabs.Root className={styles.sections} defaultValue={RUN[0].id}>
        {RUN.length > 1 && (
          <Tabs.List className={styles.tabs} aria-label={t('sections')}>
            {RUN.map(({ id }) => (
              <Tabs.Tab key={id} value={id} className={styles.tab}>
                {t(id)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        )}
        {RUN.map(({ id, Section }) => (
          <Tabs.Panel key={id} value={id} className={styles.section}>
            <Section />
          </Tabs.Panel>
        ))}
      </Tabs.Root>
    </aside>
  );
}
