'use client';

import { createContext, type MouseEvent, useContext } from 'react';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { useReadable } from '../claim/use-readable.ts';
import { branchAddress } from '../outline/branch-address.ts';
import { useBoard } from '../store/board-context.tsx';
import styles from './analysis.module.css';
import { useDebateId } from './opinions-context.tsx';

/** What opens a claim where one is; null: its own page does. */
const OpeningContext = createContext<((claimId: string) => void) | null>(null);

/** Has claims that are named below it opened by this, where one is. */
export const OpeningProvider = OpeningContext.Provider;

/** The words of a claim or position, leading to it in the debate; nothing where one may not see it any more. */
export function ClaimLink({ id }: { id: string }) {
  const readable = useReadable();
  const debateId = useDebateId();
  const open = useContext(OpeningContext);
  const claim = useBoard(({ replica }) => replica.view.claims.get(id)?.text);
  const position = useBoard(({ replica }) => replica.view.positions.get(id)?.name);
  if (claim === undefined)
    return position === undefined ? null : (
      <strong dir="auto" className={styles.words}>
        {readable(position)}
      </strong>
    );
  return (
    <a
      className={styles.words}
      href={branchAddress(debateId, id)}
      dir="auto"
      onClick={open ? (event) => openHere(event, () => open(id)) : undefined}
    >
      {readable(claim)}
    </a>
  );
}

/** Another tab or window is for the browser to open. */
function openHere(event: MouseEvent, open: () => void): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  open();
}

interface ClaimListProps {
  readonly ids: readonly string[];
  /** How many there are in all. */
  readonly count?: number;
  readonly none: string;
  readonly figure?: (id: string) => string;
}

/** Claims below each other, each with a figure. */
export function ClaimList({ ids, count = ids.length, none, figure }: ClaimListProps) {
  const t = useMessages('analysis');
  if (ids.length === 0) return <p className={styles.soft}>{none}</p>;
  return (
    <ul className={styles.claims}>
      {ids.map((id) => (
        <li key={id}>
          <ClaimLink id={id} />
          {figure && <span className={styles.figure}>{figure(id)}</span>}
        </li>
      ))}
      {count > ids.length && <li className={styles.soft}>{t('more', { count: count - ids.length })}</li>}
    </ul>
  );
}
