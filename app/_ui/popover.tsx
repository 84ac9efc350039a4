'use client';

import { Popover as Base } from '@base-ui/react/popover';
import { type ReactElement, type ReactNode, useState } from 'react';
import styles from './popover.module.css';

interface PopoverProps {
  readonly trigger: ReactElement;
  readonly face: ReactNode;
  readonly title: string;
  /** What it holds; `close` closes it. */
  readonly children: (close: () => void) => ReactNode;
  readonly defaultOpen?: boolean;
}

/** Something more about a thing, beside it. */
export function Popover({ trigger, face, title, children, defaultOpen = false }: PopoverProps) {
  const [open, setOpen] = useState(defaultOpen);
  return (
    <Base.Root open={open} onOpenChange={setOpen}>
      <Base.Trigger render={trigger}>{face}</Base.Trigger>
      <Base.Portal>
        <Base.Positioner className={styles.positioner} sideOffset={6} align="end">
          <Base.Popup className={styles.popup}>
            <Base.Title className={styles.title}>{title}</Base.Title>
            {children(() => setOpen(false))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
