'use client';

import { Tabs } from '@base-ui/react/tabs';
import { debateAddress } from '#app/_ui/links/debate-address.ts';
import { Button } from '../../_ui/button/button.tsx';
import { ButtonLink } from '../../_ui/button/button-link.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { tabListClass } from '../../_ui/segments.tsx';
import { useKnowRules } from '../core/commands/use-know-rules.ts';
import { useBoard } from '../core/store/board-context.tsx';
import { SidePane } from '../core/view/side-pane.tsx';
import { useViewPart, useViewStore } from '../core/view/view-provider.tsx';
import { useViewActs } from '../core/view/view-state.tsx';
import styles from './console.module.css';
import { RUN } from './sections.ts';

/** Tools for running a debate, beside the debate itself: moderators see both. On a phone it is a sheet over the debate. */
export default function Console() {
  const t = useMessages('facilitate');
  useKnowRules();
  const { facilitate } = useViewActs();
  const views = useViewStore();
  const section = useViewPart((parts) => parts.section);
  return (
    <SidePane
      className={styles.console}
      label={t('title')}
      tools={<OpenStage />}
      closeLabel={t('close')}
      onClose={() => facilitate(false)}
    >
      <Tabs.Root
        className={styles.sections}
        value={section ?? RUN[0].id}
        onValueChange={(chosen: string) => views.set({ section: chosen })}
      >
        {RUN.length > 1 && (
          <div className={styles.tabs}>
            <Tabs.List className={tabListClass} aria-label={t('sections')}>
              {RUN.map(({ id }) => (
                <Tabs.Tab key={id} value={id} render={<Button size="small" />}>
                  {t(id)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
          </div>
        )}
        {RUN.map(({ id, Section }) => (
          <Tabs.Panel key={id} value={id} className={styles.section}>
            <Section />
          </Tabs.Panel>
        ))}
      </Tabs.Root>
    </SidePane>
  );
}

/** Opens the debate's stage in a separate window, to be moved to the projector. */
function OpenStage() {
  const t = useMessages('stage');
  const debateId = useBoard((state) => state.debateId);
  return (
    <ButtonLink size="small" href={`${debateAddress(debateId)}/stage`} target="_blank">
      {t('open')}
    </ButtonLink>
  );
}
