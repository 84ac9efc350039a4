'use client';

import { Button } from '../../_ui/button/button.tsx';
import { SlidersIcon } from '../../_ui/icons.tsx';
import { lazyComponent } from '../../_ui/lazy-component.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';

const ManageLabel = lazyComponent(() => import('./manage-label.tsx'));

interface ManageButtonProps {
  readonly className: string | undefined;
  readonly nameClass: string | undefined;
  readonly onClick: () => void;
}

/** Opens the management of the debate. It stays the same element when its label arrives, so that a press meanwhile isn't lost. */
export function ManageButton({ className, nameClass, onClick }: ManageButtonProps) {
  const t = useMessages('manage');
  return (
    <Button look="quiet" size="small" className={className} title={t('open')} onClick={onClick}>
      <ManageLabel fallback={<SlidersIcon />} />
      <span className={nameClass} aria-hidden="true">
        {t('open')}
      </span>
    </Button>
  );
}
