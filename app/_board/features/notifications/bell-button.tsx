'use client';

import { useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { ButtonLink } from '#app/_ui/button/button-link.tsx';
import { BellIcon } from '#app/_ui/icons.tsx';
import { lazyComponent, preloadComponent } from '#app/_ui/lazy-component.ts';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useHydrated } from '#app/_ui/use-hydrated.ts';

const load = () => import('./inbox-popover.tsx');
const InboxPopover = lazyComponent(load);
const BellLabel = lazyComponent(() => import('./bell-label.tsx'));

interface BellButtonProps {
  readonly className: string | undefined;
  /** Class of the name beside the bell. */
  readonly nameClass: string | undefined;
  readonly onSettings: () => void;
}

/** Opens the newest notifications beside the bell. Without scripts it leads to the inbox. */
export function BellButton({ className, nameClass, onSettings }: BellButtonProps) {
  const t = useMessages('notifications');
  const hydrated = useHydrated();
  const [wanted, setWanted] = useState(false);
  const inbox = t('inboxTitle');
  const face = (
    <>
      <BellLabel fallback={<BellIcon />} />
      <span className={nameClass} aria-hidden="true">
        {inbox}
      </span>
    </>
  );
  const look = { look: 'quiet', size: 'small', className, title: inbox } as const;
  if (!hydrated)
    return (
      <ButtonLink {...look} href="/inbox">
        {face}
      </ButtonLink>
    );
  const plain = (
    <Button
      {...look}
      aria-haspopup="dialog"
      aria-expanded={false}
      onPointerEnter={() => preloadComponent(load)}
      onFocus={() => preloadComponent(load)}
      onClick={() => setWanted(true)}
    >
      {face}
    </Button>
  );
  if (!wanted) return plain;
  return <InboxPopover fallback={plain} trigger={<Button {...look} />} face={face} onSettings={onSettings} />;
}
