'use client';

import { useMessages } from '../../_ui/messages/use-messages.ts';
import { Segments } from '../../_ui/segments.tsx';
import { useViewPart } from '../core/view/view-provider.tsx';
import { useViewActs } from '../core/view/view-state.tsx';
import styles from './header.module.css';

/** Switch between map and outline, two views of the same debate. */
export function ViewSwitch() {
  const t = useMessages('board');
  const view = useViewPart((parts) => parts.view);
  const { show } = useViewActs();
  return (
    <div className={styles.switch} data-view-switch="">
      <Segments
        label={t('view')}
        size="medium"
        segments={(['map', 'outline'] as const).map((value) => ({ value, label: t(value) }))}
        chosen={view}
        onChoose={show}
      />
    </div>
  );
}
