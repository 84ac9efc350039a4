'use client';

import { createContext, type MouseEvent, useContext } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { branchAddress } from '../../core/view/branch-address.ts';
import styles from './analysis.module.css';

/** Opens a claim in place; `null`: its own page does. */
const OpeningContext = createContext<((claimId: string) => void) | null>(null);

/** Makes links to claims below it open them in place. */
export const OpeningProvider = OpeningContext.Provider;

/** The text of a claim or position as a link into the debate; nothing if the viewer may no longer see it. */
export function ClaimLink({ id }: { id: string }) {
  const readable = useReadable();
  const debateId = useBoard((state) => state.debateId);
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

/** Leaves opening in another tab or window to the browser. */
function openHere(event: MouseEvent, open: () => void): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  open();
}

interface ClaimListProps {
  readonly ids: readonly string[];
  /** Total number. */
  readonly count?: number;
  /** The sentence for an empty list. */
  readonly none?: string;
  readonly figure?: (id: string) => string;
}

/** List of claims, each with a figure. */
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
