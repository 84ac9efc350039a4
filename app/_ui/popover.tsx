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
  /** For sentences instead of names. */
  readonly wide?: boolean;
}

/** Something more about a thing, beside it. */
export function Popover({ trigger, face, title, children, defaultOpen = false, wide = false }: PopoverProps) {
  const [open, setOpen] = useState(defaultOpen);
  return (
    <Base.Root open={open} onOpenChange={setOpen}>
      <Base.Trigger render={trigger}>{face}</Base.Trigger>
      <Base.Portal>
        <Base.Positioner className={styles.positioner} sideOffset={6} align="end">
          <Base.Popup className={styles.popup} data-wide={wide || undefined}>
            <Base.Title className={styles.title}>{title}</Base.Title>
            {children(() => setOpen(false))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
