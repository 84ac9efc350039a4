'use client';

import type { Target } from '#domain/debate/map/link.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { Segments } from '../../_ui/segments.tsx';
import { useArguments } from '../core/claims/use-arguments.ts';
import type { PanelTab } from '../core/view/view-store.ts';
import styles from './panel-tabs.module.css';

interface PanelTabsProps {
  readonly tab: PanelTab;
  readonly onChange: (tab: PanelTab) => void;
  readonly place: Target;
  readonly comments: number;
}

/** On a phone, selects which of a claim's stacks is shown: supports, attacks, or comments. */
export function PanelTabs({ tab, onChange, place, comments }: PanelTabsProps) {
  const t = useMessages('claim');
  const panel = useMessages('panel');
  const all = useArguments(place.id);
  const count = (relation: string) => all.filter((one) => one.relation === relation).length;
  const labels: Record<PanelTab, string> = {
    support: t('supportsCount', { count: count('support') }),
    attack: t('attacksCount', { count: count('attack') }),
    comments: t('comments', { count: comments }),
  };
  return (
    <div className={styles.tabs}>
      <Segments
        label={panel('tabs')}
        segments={(['support', 'attack', 'comments'] as const).map((value) => ({
          value,
          label: labels[value],
          ...(value !== 'comments' && { color: `var(--${value})` }),
        }))}
        chosen={tab}
        onChoose={onChange}
      />
    </div>
  );
}
