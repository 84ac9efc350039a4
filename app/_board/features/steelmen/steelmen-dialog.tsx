'use client';

import { useRef, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { Dialog } from '#app/_ui/dialogs/dialog.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { SteelmanClaim } from '#domain/debate/map/steelman.ts';
import { excerpt } from '../../core/claims/excerpt.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { useSteelmanNames } from '../../core/claims/use-steelman.ts';
import { showRest } from '../../core/focus/show-rest.ts';
import { useViewActs } from '../../core/view/view-state.tsx';
import styles from './steelmen.module.css';
import { type Steelmen, useSteelmen } from './use-steelmen.ts';

/** Number of characters that identify a claim. */
const SHOWN = 160;

/** Best cases of a part listed at first, and added at a time. */
const AT_ONCE = 50;

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
  const controls = useMessages('controls');
  const [most, setMost] = useState(AT_ONCE);
  const list = useRef<HTMLUListElement>(null);
  const left = claims.length - most;
  return (
    <section className={styles.part} data-part={part} aria-labelledby={`steelmen-${part}`}>
      <h3 id={`steelmen-${part}`}>{t('part', { part })}</h3>
      <ul ref={list} className={styles.list}>
        {claims.slice(0, most).map((claim) => (
          <li key={claim.id}>
            <Line claim={claim} onGo={() => onGo(claim.id)} />
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Button size="small" onClick={() => showRest(list, () => setMost(most + AT_ONCE))}>
          {controls('showMore', { count: Math.min(AT_ONCE, left) })}
        </Button>
      )}
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
