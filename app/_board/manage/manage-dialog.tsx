'use client';

import { Tabs } from '@base-ui/react/tabs';
import { useRef } from 'react';
import { Dialog } from '../../_ui/dialogs/dialog.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { Announced } from '../core/announcing/announced.tsx';
import { useKnowRules } from '../core/commands/use-know-rules.ts';
import styles from '../core/forms/manage.module.css';
import { ManagingProvider } from '../features/people/managing.ts';
import { MANAGED } from './sections.ts';

interface ManageDialogProps {
  /** True if the dialog opens on the moderators' queue. */
  readonly queue?: boolean;
  readonly onClose: () => void;
}

/** The moderators' management of the whole debate: a list of sections, and the selected one. */
export default function ManageDialog({ queue = false, onClose }: ManageDialogProps) {
  const t = useMessages('manage');
  useKnowRules();
  // The focus moves too, to the place that was gone to from here.
  const hasLeft = useRef(false);
  const leave = () => {
    hasLeft.current = true;
    onClose();
  };
  return (
    <Dialog
      title={t('title')}
      size="wide"
      onClose={onClose}
      givesBackFocus={() => !hasLeft.current}
      savesAsTyped
    >
      <Announced className={styles.said}>
        <Tabs.Root
          className={styles.manage}
          orientation="vertical"
          defaultValue={queue ? 'moderation' : MANAGED[0].id}
        >
          <Tabs.List className={styles.sections} aria-label={t('sections')}>
            {MANAGED.map(({ id }) => (
              <Tabs.Tab key={id} value={id} className={styles.section}>
                {t(id)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {MANAGED.map(({ id, Section }) => (
            <Tabs.Panel key={id} value={id} className={styles.chosen}>
              <ManagingProvider value={leave}>
                <Section queue={queue} />
              </ManagingProvider>
            </Tabs.Panel>
          ))}
        </Tabs.Root>
      </Announced>
    </Dialog>
  );
}
