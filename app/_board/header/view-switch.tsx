'use client';

import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useViewPart } from '../view-provider.tsx';
import { useViewActs } from '../view-state.tsx';
import styles from './header.module.css';

/** Map or outline: two looks at one thing. */
export function ViewSwitch() {
  const t = useMessages('board');
  const view = useViewPart((parts) => parts.view);
  const { show } = useViewActs();
  return (
    <fieldset className={styles.switch} aria-label={t('view')} data-view-switch="">
      {(['map', 'outline'] as const).map((choice) => (
        <button key={choice} type="button" aria-pressed={view === choice} onClick={() => show(choice)}>
          {t(choice)}
        </button>
      ))}
    </fieldset>
  );
}
