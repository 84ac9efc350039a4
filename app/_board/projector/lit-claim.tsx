'use client';

import { useMemo } from 'react';
import { namesOf } from '../../../domain/debate/merged.ts';
import type { Claim } from '../../../domain/debate/records/claim.ts';
import type { Relation } from '../../../domain/debate/records/link.ts';
import type { DebateState } from '../../../domain/debate/state.ts';
import { isShown } from '../../../domain/debate/tree.ts';
import { hueStyle } from '../../_ui/hue.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { BearingSign } from '../claim/bearing-sign.tsx';
import { usePosition } from '../claim/use-claim.ts';
import { useReadable } from '../claim/use-readable.ts';
import { useTalliesHidden } from '../claim/use-tallies-hidden.ts';
import { useBoard } from '../store/board-context.tsx';
import styles from './stage-board.module.css';

/** Arguments for and against that a room takes in at once. */
const SHOWN = 3;

/** The claim in the light, in large type: whose it is, how it stands, and its best arguments for and against. */
export function LitClaim({ claim }: { claim: Claim }) {
  const t = useMessages('stage');
  const readable = useReadable();
  const position = usePosition(claim.positionId);
  return (
    <section className={styles.scene} aria-label={t('motion')} data-claim={claim.id}>
      <div className={styles.lit} style={position ? hueStyle(position.hue) : undefined}>
        {position && (
          <p className={styles.holder} dir="auto">
            {position.name}
          </p>
        )}
        <h1 className={styles.claim} dir="auto">
          {readable(claim.text)}
        </h1>
        <Standing claim={claim} />
      </div>
      <div className={styles.arguments}>
        <Arguments claim={claim} relation="support" />
        <Arguments claim={claim} relation="attack" />
      </div>
    </section>
  );
}

/** How people voted, as far as that is told now. */
function Standing({ claim: { tally } }: { claim: Claim }) {
  const t = useMessages('stage');
  const { agree, disagree, pass } = tally;
  const all = agree + disagree + pass;
  if (useTalliesHidden() || all === 0) return null;
  return (
    <div className={styles.standing}>
      <span className={styles.bar} aria-hidden="true">
        <span data-answer="agree" style={{ flexGrow: agree }} />
        <span style={{ flexGrow: pass }} />
        <span data-answer="disagree" style={{ flexGrow: disagree }} />
      </span>
      <p>{t('tally', { agree, disagree, pass })}</p>
    </div>
  );
}

function Arguments({ claim, relation }: { claim: Claim; relation: Relation }) {
  const t = useMessages('stage');
  const readable = useReadable();
  const view = useBoard(({ replica }) => replica.view);
  const found = useMemo(() => bestArguments(view, claim.id, relation), [view, claim.id, relation]);
  return (
    <section className={styles.side} data-relation={relation}>
      <h2>
        <BearingSign bearing={relation} />
        {t(relation === 'support' ? 'for' : 'against')}
      </h2>
      {found.length === 0 && <p className={styles.faint}>{t('noArguments')}</p>}
      <ol>
        {found.slice(0, SHOWN).map(({ id, text }) => (
          <li key={id} dir="auto">
            {readable(text)}
          </li>
        ))}
      </ol>
      {found.length > SHOWN && <p className={styles.faint}>{t('more', { count: found.length - SHOWN })}</p>}
    </section>
  );
}

/** The standing arguments right under a claim, the best agreed with first; in their order where none is. */
function bestArguments(view: DebateState, claimId: string, relation: Relation): Claim[] {
  return namesOf(view, { kind: 'claim', id: claimId })
    .flatMap((name) => view.childLinks.get(name) ?? [])
    .flatMap((id) => {
      const link = view.links.get(id);
      const claim = view.claims.get(link?.from ?? '');
      return link?.relation === relation && claim && !claim.retracted && isShown(view, claim) ? claim : [];
    })
    .sort((a, b) => agreement(b) - agreement(a));
}

function agreement({ tally }: Claim): number {
  return tally.agree - tally.disagree;
}
