'use client';

import { Tabs } from '@base-ui/react/tabs';
import { Dialog } from '../../_ui/dialog.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import styles from './manage.module.css';
import { MANAGED } from './sections.ts';

/** All that those who run a debate do to it as a whole: what is to be managed, and the one chosen of it. */
export default function ManageDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages('manage');
  return (
    <Dialog title={t('title')} size="wide" onClose={onClose}>
      <Tabs.Root className={styles.manage} orientation="vertical" defaultValue={MANAGED[0].id}>
        <Tabs.List className={styles.sections} aria-label={t('sections')}>
          {MANAGED.map(({ id }) => (
            <Tabs.Tab key={id} value={id} className={styles.section}>
              {t(id)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {MANAGED.map(({ id, Section }) => (
          <Tabs.Panel key={id} value={id} className={styles.chosen}>
            <Section />
          </Tabs.Panel>
        ))}
      </Tabs.Root>
    </Dialog>
  );
}
