'use client';

import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';
import styles from './menu.module.css';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly keys?: string;
  /** Its heading. Consecutive items with the same heading form a group. */
  readonly group?: string;
  readonly act: () => void;
}

interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly face: ReactNode;
  /** Called on each opening: returns what can be done then. */
  readonly items: () => readonly MenuItem[];
  readonly defaultOpen?: boolean;
}

/** A menu of actions. */
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

/** Mounted only while the menu is open. */
function Items({ items }: Pick<MenuProps, 'items'>) {
  return inGroups(items()).map(([first, ...others]) => {
    const lines = [first, ...others].map((item) => <Item key={item.id} item={item} />);
    if (first.group === undefined) return lines;
    return (
      <Base.Group key={first.id} className={styles.group}>
        <Base.GroupLabel className={styles.label}>{first.group}</Base.GroupLabel>
        {lines}
      </Base.Group>
    );
  });
}

function Item({ item: { label, keys, act } }: { item: MenuItem }) {
  return (
    <Base.Item className={styles.item} onClick={act}>
      <span>{label}</span>
      {keys && <kbd className={styles.keys}>{keys}</kbd>}
    </Base.Item>
  );
}

type Grouped = [MenuItem, ...MenuItem[]];

function inGroups(items: readonly MenuItem[]): readonly Grouped[] {
  const groups: Grouped[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last && last[0].group === item.group) last.push(item);
    else groups.push([item]);
  }
  return groups;
}
