'use client';

import { Popover as Base } from '@base-ui/react/popover';
import { type ReactElement, type ReactNode, useState } from 'react';
import styles from './popover.module.css';

interface PopoverProps {
  readonly trigger: ReactElement;
  readonly face: ReactNode;
  readonly title: string;
  /** Content; `close` closes it. */
  readonly children: (close: () => void) => ReactNode;
  readonly defaultOpen?: boolean;
  /** True if it is wider, for sentences, and at the side of its button. */
  readonly beside?: boolean;
}

/** Additional content beside its trigger. */
export function Popover({
  trigger,
  face,
  title,
  children,
  defaultOpen = false,
  beside = false,
}: PopoverProps) {
  const [open, setOpen] = useState(defaultOpen);
  return (
    <Base.Root open={open} onOpenChange={setOpen}>
      <Base.Trigger render={trigger}>{face}</Base.Trigger>
      <Base.Portal>
        <Base.Positioner
          className={styles.positioner}
          sideOffset={6}
          side={beside ? 'inline-end' : 'bottom'}
          align={beside ? 'start' : 'end'}
        >
          <Base.Popup className={styles.popup} data-beside={beside || undefined}>
            <Base.Title className={styles.title}>{title}</Base.Title>
            {children(() => setOpen(false))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
