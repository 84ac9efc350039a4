'use client';

import { Popover as Base } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';
import styles from './popover.module.css';

interface PopoverProps {
  readonly trigger: ReactElement;
  readonly face: ReactNode;
  readonly title: string;
  readonly children: ReactNode;
  readonly defaultOpen?: boolean;
}

/** Wraps a control in a popover that closes it. */
export const PopoverClose = Base.Close;

/** Something more about a thing, beside it. */
export function Popover({ trigger, face, title, children, defaultOpen = false }: PopoverProps) {
  return (
    <Base.Root defaultOpen={defaultOpen}>
      <Base.Trigger render={trigger}>{face}</Base.Trigger>
      <Base.Portal>
        <Base.Positioner className={styles.positioner} sideOffset={6} align="end">
          <Base.Popup className={styles.popup}>
            <Base.Title className={styles.title}>{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
