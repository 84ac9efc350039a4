'use client';

import { memo, useRef } from 'react';
import type { Claim } from '#domain/debate/map/claim.ts';
import { awaitsRecognition } from '#domain/debate/map/steelman.ts';
import { Button } from '../../_ui/button/button.tsx';
import { focusWhenDrawn } from '../../_ui/focus/catch-focus.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { isSameButText } from '../core/claims/same-but-text.ts';
import { useArguments } from '../core/claims/use-arguments.ts';
import { useMay } from '../core/claims/use-claim.ts';
import { MoreButton, useShownPart } from '../core/forms/shown-part.tsx';
import styles from '../core/view/panel.module.css';
import { useNarrow } from '../core/view/use-narrow.ts';
import { useViewPart } from '../core/view/view-provider.tsx';
import { useViewActs } from '../core/view/view-state.tsx';
import { ArgumentComposer } from '../features/claims/composing/argument-composer.tsx';
import { useClaimActs } from '../features/claims/use-claim-acts.ts';
import { ArgumentLine, lineIdOf } from './argument-line.tsx';

/** Claims that say that a claim, true or not, does not bear on what it replies to. */
export const UndercutList = memo(function UndercutList({ claim }: { claim: Claim }) {
  const t = useMessages('claim');
  const panel = useMessages('panel');
  const undercuts = useArguments(claim.parentLink);
  const list = useRef<HTMLUListElement>(null);
  const part = useShownPart(undercuts);
  const acts = useClaimActs();
  const mayAdd = useMay('claim.add') && !claim.retracted && !awaitsRecognition(claim);
  const writing = useViewPart((parts) => parts.writing);
  const { write } = useViewActs();
  const narrow = useNarrow();
  const target = { kind: 'link', id: claim.parentLink } as const;
  const isHere = narrow && writing?.kind === 'argument' && writing.target.id === claim.parentLink;
  // The same object in each rendering: what is typed is looked up again for another target.
  const composing = isHere ? writing.target : null;
  const addId = `add-undercut-${claim.parentLink}`;
  return (
    <section className={styles.section} data-section="arguments">
      <h3 className={styles.heading}>{panel('undercutsTitle')}</h3>
      {undercuts.length === 0 && <p className={styles.none}>{panel('noUndercuts')}</p>}
      <ul ref={list} className={styles.lines}>
        {part.shown.map(({ claimId }) => (
          <ArgumentLine key={claimId} claimId={claimId} />
        ))}
      </ul>
      <MoreButton list={list} part={part} />
      {composing && (
        <ArgumentComposer
          target={composing}
          relation="attack"
          onDone={(claimId) => {
            write(null);
            focusWhenDrawn(claimId ? lineIdOf(claimId) : '', addId);
          }}
        />
      )}
      {mayAdd && !composing && (
        <Button
          id={addId}
          look="quiet"
          size="small"
          className={styles.add}
          title={t('undercutHint')}
          onClick={() => acts.argue(target, 'attack')}
        >
          {t('undercut')}
        </Button>
      )}
    </section>
  );
}, isSameButText);
