'use client';

import { useRef } from 'react';
import { Dialog } from '#app/_ui/dialogs/dialog.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { SteelmanClaim } from '#domain/debate/map/steelman.ts';
import { excerpt } from '../../core/claims/excerpt.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { useSteelmanNames } from '../../core/claims/use-steelman.ts';
import { MoreButton, useShownPart } from '../../core/forms/shown-part.tsx';
import { useViewActs } from '../../core/view/view-state.tsx';
import styles from './steelmen.module.css';
import { type Steelmen, useSteelmen } from './use-steelmen.ts';

/** Number of characters that identify a claim. */
const SHOWN = 160;

/** All best cases: those that wait for the viewer's answer first. Pressing one shows it on the board. */
export default function SteelmenDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages('steelmen');
  const { select } = useViewActs();
  const all = useSteelmen();
  const left = useRef(false);
  const parts = (['toAnswer', 'waiting', 'recognized'] as const).filter((part) => all[part].length > 0);
  const go = (id: string) => {
    left.current = true;
    select({ kind: 'claim', id });
    onClose();
  };
  return (
    <Dialog title={t('list')} onClose={onClose} givesBackFocus={() => !left.current}>
      <div className={styles.parts}>
        {parts.length === 0 && <p>{t('nothing')}</p>}
        {parts.map((part) => (
          <Part key={part} part={part} claims={all[part]} onGo={go} />
        ))}
      </div>
    </Dialog>
  );
}

interface PartProps {
  readonly part: keyof Steelmen;
  readonly claims: readonly SteelmanClaim[];
  readonly onGo: (id: string) => void;
}

function Part({ part, claims, onGo }: PartProps) {
  const t = useMessages('steelmen');
  const list = useRef<HTMLUListElement>(null);
  const listed = useShownPart(claims);
  return (
    <section className={styles.part} data-part={part} aria-labelledby={`steelmen-${part}`}>
      <h3 id={`steelmen-${part}`}>{t('part', { part })}</h3>
      <ul ref={list} className={styles.list}>
        {listed.shown.map((claim) => (
          <li key={claim.id}>
            <Line claim={claim} onGo={() => onGo(claim.id)} />
          </li>
        ))}
      </ul>
      <MoreButton list={list} part={listed} />
    </section>
  );
}

function Line({ claim, onGo }: { claim: SteelmanClaim; onGo: () => void }) {
  const t = useMessages('steelmen');
  const readable = useReadable();
  const names = useSteelmanNames(claim);
  return (
    <>
      <button type="button" className={styles.claim} dir="auto" title={t('goTo')} onClick={onGo}>
        {excerpt(readable(claim.text), SHOWN)}
      </button>
      <span className={styles.by} dir="auto">
        {t('byFor', names)}
      </span>
    </>
  );
}
