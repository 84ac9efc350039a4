'use client';

import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';
import styles from './menu.module.css';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly keys?: string;
  readonly act: () => void;
}

interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly face: ReactNode;
  /** Asked for whenever it opens: what can be done then. */
  readonly items: () => readonly MenuItem[];
  readonly defaultOpen?: boolean;
}

/** A menu of things to do. */
export default function Menu({ trigger, face, items, defaultOpen = false }: MenuProps) {
  return (
    <Base.Root defaultOpen={defaultOpen} modal={false}>
      <Base.Trigger render={trigger}>{face}</Base.Trigger>
      <Base.Portal>
        <Base.Positioner className={styles.positioner} sideOffset={4} align="end">
          <Base.Popup className={styles.popup}>
            <Items items={items} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** Mounted with the open menu alone. */
function Items({ items }: Pick<MenuProps, 'items'>) {
  return items().map(({ id, label, keys, act }) => (
    <Base.Item key={id} className={styles.item} onClick={act}>
      <span>{label}</span>
      {keys && <kbd className={styles.keys}>{keys}</kbd>}
    </Base.Item>
  ));
}
