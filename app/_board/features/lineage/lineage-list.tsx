'use client';

import { type ReactNode, useMemo, useRef } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { Note } from '#app/_ui/layout/note.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { Promotion } from '#domain/debate/claims/promotion.ts';
import { splittingsOf } from '#domain/debate/lineage/split-parts.ts';
import { mergedInto } from '#domain/debate/map/merged.ts';
import { excerpt } from '../../core/claims/excerpt.ts';
import { useClaim, useMay } from '../../core/claims/use-claim.ts';
import { useReadable } from '../../core/claims/use-readable.ts';
import { usePerform } from '../../core/commands/use-perform.ts';
import { MoreButton, useShownPart } from '../../core/forms/shown-part.tsx';
import { PersonName } from '../../core/people/person-name.tsx';
import { useBoard } from '../../core/store/board-context.tsx';
import { branchAddress } from '../../core/view/branch-address.ts';
import panelStyles from '../../core/view/panel.module.css';
import { useViewActs } from '../../core/view/view-state.tsx';
import styles from './lineage.module.css';
import { OriginLine } from './origin-line.tsx';

/** A claim's origin, and the claims made from it, in parts: authors, places, and how to undo it. */
export default function LineageList({ claimId }: { claimId: string }) {
  const t = useMessages('lineage');
  const merged = useIds(useBoard(({ replica }) => mergedInto(replica.view, claimId).join(' ')));
  const from = useBoard(({ replica: { view } }) => {
    const split = view.splits.get(claimId);
    return split && !split.joined ? split.from : undefined;
  });
  const splittings = useIds(
    useBoard(({ replica }) =>
      splittingsOf(replica.view, claimId)
        .map((parts) => parts.map(({ id }) => id).join('+'))
        .join(' '),
    ),
  );
  const brought = useBoard(({ replica: { view } }) => view.promotions.get(claimId));
  const origin = useBoard(({ replica: { view } }) => view.origins.get(claimId)?.comment);
  const made = useMemo(
    () => [
      ...merged.map((id) => ['merged', id] as const),
      ...splittings.map((ids) => ['split', ids] as const),
    ],
    [merged, splittings],
  );
  const list = useRef<HTMLUListElement>(null);
  const part = useShownPart(made);
  const isNothing = merged.length + splittings.length === 0 && from === undefined;
  if (isNothing && !brought && origin === undefined) return null;
  return (
    <section className={panelStyles.section} data-section="arguments" data-lineage="">
      <h3 className={panelStyles.heading}>{t('title')}</h3>
      <ul ref={list} className={styles.list}>
        {brought && <BroughtLine brought={brought} />}
        {origin !== undefined && <OriginLine commentId={origin} />}
        {from !== undefined && <Relative claimId={from} word={t('splitFrom')} goes />}
        {part.shown.map(([kind, ids]) =>
          kind === 'split' ? (
            <Splitting key={ids} claimId={claimId} parts={ids.split('+')} />
          ) : (
            <Relative key={ids} claimId={ids} word={t('mergedFrom')}>
              <TakeApart claimId={ids} />
            </Relative>
          ),
        )}
      </ul>
      <MoreButton list={list} part={part} />
    </section>
  );
}

/** Says that a claim came from a small group, or was promoted from here to the plenary. */
function BroughtLine({ brought: { id, group } }: { brought: Promotion }) {
  const t = useMessages('groups');
  const name = useBoard(({ replica: { view } }) => view.groups.get(group ?? '')?.name);
  const plenary = useBoard(({ replica: { view } }) => view.head?.plenary);
  if (group !== null)
    return (
      <li className={styles.relative} data-promoted="from">
        <Note as="span">{name === undefined ? t('promotedFrom') : t('promotedFromNamed', { name })}</Note>
      </li>
    );
  return (
    <li className={styles.relative} data-promoted="to">
      <Note as="span">{t('promotedTo')}</Note>
      {plenary && <a href={branchAddress(plenary, id)}>{t('seeThere')}</a>}
    </li>
  );
}

/** As one string, so that equal lists are an equal value, and nothing renders again. */
function useIds(joined: string): readonly string[] {
  return useMemo(() => joined.split(' ').filter(Boolean), [joined]);
}

interface RelativeProps {
  readonly claimId: string;
  /** Its relation to the claim with which it is listed. */
  readonly word: string;
  /** True if it has a place to go to. */
  readonly goes?: boolean;
  readonly children?: ReactNode;
}

function Relative({ claimId, word, goes = false, children }: RelativeProps) {
  const claim = useClaim(claimId);
  const readable = useReadable();
  const { select } = useViewActs();
  if (!claim) return null;
  return (
    <li className={styles.relative} tabIndex={-1} data-relative={claimId}>
      <Note as="span">{word}</Note>
      {goes ? (
        <button
          type="button"
          className={styles.words}
          onClick={() => select({ kind: 'claim', id: claimId })}
          dir="auto"
        >
          {readable(claim.text)}
        </button>
      ) : (
        <blockquote className={styles.words} dir="auto">
          {readable(claim.text)}
        </blockquote>
      )}
      <span className={styles.foot}>
        <span dir="auto">
          <PersonName id={claim.author} />
        </span>
        {children}
      </span>
    </li>
  );
}

function TakeApart({ claimId }: { claimId: string }) {
  const t = useMessages('lineage');
  const claim = useClaim(claimId);
  const readable = useReadable();
  const may = useMay('claim.unmerge');
  const perform = usePerform();
  if (!may || !claim) return null;
  const said = t('unmergedToast', { text: excerpt(readable(claim.text), 60) });
  return (
    <Button size="small" onClick={() => perform([{ type: 'claim.unmerge', claimId }], said)}>
      {t('unmerge')}
    </Button>
  );
}

/** The parts of one split, with Undo for people who may use it. */
function Splitting({ claimId, parts }: { claimId: string; parts: readonly string[] }) {
  const t = useMessages('lineage');
  const author = useClaim(claimId)?.author ?? null;
  const may = useMay('claim.join', author);
  const perform = usePerform();
  return parts.map((id, at) => (
    <Relative key={id} claimId={id} word={t('splitInto')} goes>
      {may && at === parts.length - 1 && (
        <Button
          size="small"
          onClick={() => perform([{ type: 'claim.join', claimId, parts: [...parts] }], t('joinedToast'))}
        >
          {t('join')}
        </Button>
      )}
    </Relative>
  ));
}
