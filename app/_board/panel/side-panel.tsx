'use client';

import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '../../_ui/button/button.tsx';
import { itemOf } from '../../_ui/focus/catch-focus.ts';
import { CloseIcon } from '../../_ui/icons.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useBoard } from '../core/store/board-context.tsx';
import styles from '../core/view/panel.module.css';
import { isToolBehind } from '../core/view/panes.ts';
import { useNarrow } from '../core/view/use-narrow.ts';
import { useReadView, useViewPart } from '../core/view/view-provider.tsx';
import { useViewActs } from '../core/view/view-state.tsx';
import { ClaimMenu } from '../features/claims/claim-menu.tsx';
import { ConnectionStatus } from '../header/connection-status.tsx';
import { ClaimPanel } from './claim-panel.tsx';
import { LinkPanel } from './link-panel.tsx';
import { PositionMenu } from './position-menu.tsx';
import { PositionPanel } from './position-panel.tsx';
import { useSteadyFocus } from './use-steady-focus.ts';

/** The selected item, beside the map or the outline; on a phone it is a sheet over them. */
export function SidePanel() {
  const t = useMessages('panel');
  const selected = useViewPart((parts) => parts.selected);
  const { select } = useViewActs();
  const narrow = useNarrow();
  const front = useViewPart((parts) => parts.front);
  const view = useReadView();
  const panel = useRef<HTMLElement>(null);
  const id = selected?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: something else begins at its top.
  useEffect(() => {
    if (panel.current) panel.current.scrollTop = 0;
  }, [id]);
  useEffect(() => {
    // On a phone the sheet covers the focused element, unless it is inside.
    const isCovered = narrow && id !== undefined && !panel.current?.contains(document.activeElement);
    const isInTool = document.activeElement?.closest('[data-tool]') != null;
    const hidesTool = front === 'panel' && isInTool && isToolBehind(view());
    if (isCovered || hidesTool) panel.current?.focus();
  }, [id, narrow, front, view]);
  useSteadyFocus(panel, id);
  if (selected === null) return null;
  const close = () => {
    // On a phone the debate is hidden until then.
    flushSync(() => select(null));
    itemOf(selected.id)?.focus({ preventScroll: true });
  };
  return (
    <aside
      className={styles.panel}
      aria-label={t('label')}
      ref={panel}
      tabIndex={-1}
      data-selected={selected.id}
    >
      <div className={styles.bar}>
        <SelectedMenu id={selected.id} />
        <Button look="quiet" size="small" onClick={close} aria-label={narrow ? t('back') : t('close')}>
          <CloseIcon />
          {narrow && t('back')}
        </Button>
        {narrow && <ConnectionStatus />}
      </div>
      <Selected key={selected.id} kind={selected.kind} id={selected.id} />
    </aside>
  );
}

function SelectedMenu({ id }: { id: string }) {
  const claim = useBoard(({ replica }) => replica.view.claims.get(id));
  const isPosition = useBoard(({ replica }) => replica.view.positions.has(id));
  if (claim) return <ClaimMenu claim={claim} />;
  return isPosition ? <PositionMenu id={id} /> : <span />;
}

function Selected({ kind, id }: { kind: 'claim' | 'position' | 'link'; id: string }) {
  const t = useMessages('panel');
  const claim = useBoard(({ replica }) => replica.view.claims.get(id));
  const position = useBoard(({ replica }) => replica.view.positions.get(id));
  const link = useBoard(({ replica }) => replica.view.links.get(id));
  if (kind === 'claim' && claim) return <ClaimPanel claim={claim} />;
  if (kind === 'position' && position) return <PositionPanel position={position} />;
  if (kind === 'link' && link) return <LinkPanel link={link} />;
  return <p className={styles.none}>{t('gone')}</p>;
}
