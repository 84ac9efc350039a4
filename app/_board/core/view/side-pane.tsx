'use client';

import { type ComponentProps, type ReactNode, useEffect, useRef } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { CloseIcon } from '#app/_ui/icons.tsx';
import { joinClasses } from '#app/_ui/join-classes.ts';
import { usePaneStatus } from './pane-status.ts';
import styles from './side-pane.module.css';
import { useViewPart } from './view-provider.tsx';

interface SidePaneProps extends Omit<ComponentProps<'aside'>, 'title'> {
  /** Its label, and its heading if it has no other. */
  readonly label: string;
  readonly head?: ReactNode;
  /** Beside the close button. */
  readonly tools?: ReactNode;
  readonly closeLabel: string;
  readonly onClose: () => void;
  /** Id of its content: when that changes it takes the focus again. */
  readonly shown?: string;
}

/** A part of the board beside the debate itself, as wide as its class sets in `--pane-width`. On a phone it is a sheet over the debate. */
export function SidePane(props: SidePaneProps) {
  const { label, head, tools, closeLabel, onClose, shown, className, children, ...others } = props;
  const pane = useRef<HTMLElement>(null);
  const status = usePaneStatus();
  const front = useViewPart((parts) => parts.front);
  // biome-ignore lint/correctness/useExhaustiveDependencies: see `shown`.
  useEffect(() => {
    if (front === 'tool') pane.current?.focus();
  }, [shown, front]);
  return (
    <aside
      {...others}
      data-tool=""
      className={joinClasses(styles.pane, className)}
      aria-label={label}
      ref={pane}
      tabIndex={-1}
    >
      <div className={styles.top}>
        <div className={styles.bar}>
          {head ?? <h2>{label}</h2>}
          {tools}
          <Button look="quiet" size="small" aria-label={closeLabel} title={closeLabel} onClick={onClose}>
            <CloseIcon />
          </Button>
        </div>
        {status && <div className={styles.status}>{status}</div>}
      </div>
      {children}
    </aside>
  );
}
