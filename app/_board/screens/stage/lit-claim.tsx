'use client';

import { useMemo } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { hueStyle } from '#app/_ui/people/hue.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import type { Relation } from '#domain/debate/map/link.ts';
import { bearingOf } from '#domain/debate/map/link.ts';
import { namesOf } from '#domain/debate/map/merged.ts';
import { isShown } from '#domain/debate/map/tree.ts';
import { BearingSign } from '../../core/claims/bearing-sign.tsx';
import { SteelmanMark } from '../../core/claims/steelman-mark.tsx';
import { usePosition } from '../../core/claims/use-claim.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { useTalliesHidden } from '../../core/claims/use-tallies-hidden.ts';
import { useTargetText } from '../../core/claims/use-target.ts';
import { useName } from '../../core/people/use-called.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { useCited } from '../../features/evidence/source-marks.tsx';
import { lengthStep } from './length-step.ts';
import styles from './stage-board.module.css';

/** Number of arguments for and against that a room takes in at once. */
const SHOWN = 3;
/** The same beside a long claim: more would be below the screen's edge. */
const SHOWN_BESIDE_LONG = 2;
/** Number of sources shown. */
const SOURCES = 2;

/** The claim in the spotlight, in large type: its author, its votes, and its best arguments for and against. */
export function LitClaim({ claim }: { claim: Claim }) {
  const t = useMessages('stage');
  const readable = useReadable();
  const position = usePosition(claim.positionId);
  const text = readable(claim.text);
  const length = lengthStep(text);
  const most = length === undefined ? SHOWN : SHOWN_BESIDE_LONG;
  return (
    <section className={styles.scene} aria-label={t('motion')} data-claim={claim.id} data-length={length}>
      <div className={styles.lit} style={position ? hueStyle(position.hue) : undefined}>
        {position && (
          <p className={styles.holder} dir="auto">
            {position.name}
          </p>
        )}
        <SteelmanMark claim={claim} className={styles.faint} />
        <Answers claim={claim} unless={claim.positionId} />
        <h1 className={styles.claim} dir="auto">
          {text}
        </h1>
        <Origin claim={claim} />
        <Standing claim={claim} />
      </div>
      <div className={styles.arguments}>
        <Arguments claim={claim} relation="support" most={most} />
        <Arguments claim={claim} relation="attack" most={most} />
      </div>
    </section>
  );
}

interface AnswersProps {
  readonly claim: Claim;
  /** A position that is named beside it already. */
  readonly unless?: string | null;
}

/** The target of a claim's reply, and its relation. */
export function Answers({ claim, unless = null }: AnswersProps) {
  const t = useMessages('stage');
  const link = useBoard(({ replica }) => replica.view.links.get(claim.parentLink));
  const said = useTargetText(link?.target ?? null);
  if (!link || said === '' || link.target.id === unless) return null;
  const bearing = bearingOf(link);
  return (
    <p className={styles.answers} data-relation={link.relation}>
      <BearingSign bearing={bearing} />
      <span>{t(bearing === 'undercut' ? 'questions' : bearing === 'support' ? 'supports' : 'attacks')}</span>
      <span className={styles.answered} dir="auto">
        {said}
      </span>
    </p>
  );
}

/** The claim's author, if names are shown, and the sources it cites. */
function Origin({ claim }: { claim: Claim }) {
  const t = useMessages('stage');
  const name = useName(claim.author);
  const readable = useReadable();
  const cited = useCited(claim);
  if (name === undefined && cited.length === 0) return null;
  return (
    <p className={styles.origin}>
      {name !== undefined && <span dir="auto">{name}</span>}
      {cited.slice(0, SOURCES).map(({ id, title }) => (
        <span key={id} dir="auto">
          {t('source', { title: readable(title) })}
        </span>
      ))}
      {cited.length > SOURCES && <span>{t('more', { count: cited.length - SOURCES })}</span>}
    </p>
  );
}

/** How people voted, as far as that is disclosed now. */
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

interface ArgumentsProps {
  readonly claim: Claim;
  readonly relation: Relation;
  /** How many are shown. */
  readonly most: number;
}

function Arguments({ claim, relation, most }: ArgumentsProps) {
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
        {found.slice(0, most).map(({ id, text }) => (
          <li key={id}>
            <p className={styles.argument} dir="auto">
              {readable(text)}
            </p>
          </li>
        ))}
      </ol>
      {found.length > most && <p className={styles.faint}>{t('more', { count: found.length - most })}</p>}
    </section>
  );
}

/**
 * Returns the arguments directly below a claim that are not retracted, those with the most agreement first; in their order if there are
 * no votes.
 */
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
