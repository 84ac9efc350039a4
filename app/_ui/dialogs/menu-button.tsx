'use client';

import { type ReactNode, useState } from 'react';
import { Button, type ButtonProps } from '../button/button.tsx';
import { lazyComponent, preloadComponent } from '../lazy-component.ts';
import type { MenuItem } from './menu.tsx';

const load = () => import('./menu.tsx');
const Menu = lazyComponent(load);

interface MenuButtonProps extends ButtonProps {
  readonly items: () => readonly MenuItem[];
  readonly children: ReactNode;
}

/**
 * A button with a menu. The menu's code is loaded when the pointer or the focus nears the button: a board has hundreds of these and most
 * are never opened.
 */
export function MenuButton({ items, children, ...button }: MenuButtonProps) {
  const [wanted, setWanted] = useState(false);
  const plain = (
    <Button
      {...button}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={() => preloadComponent(load)}
      onFocus={() => preloadComponent(load)}
      onClick={(event) => {
        event.stopPropagation();
        setWanted(true);
      }}
    >
      {children}
    </Button>
  );
  if (!wanted) return plain;
  return (
    <Menu
      fallback={plain}
      defaultOpen
      trigger={<Button {...button} onClick={(event) => event.stopPropagation()} />}
      face={children}
      items={items}
    />
  );
}
