'use client';

import { memo, useMemo, useRef } from 'react';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { crossLinksAt } from '#domain/debate/lineage/merged-contents.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import type { Link, Target } from '#domain/debate/map/link.ts';
import { bearingOf } from '#domain/debate/map/link.ts';
import { Button } from '../../_ui/button/button.tsx';
import { catchFocus } from '../../_ui/focus/catch-focus.ts';
import { CloseIcon } from '../../_ui/icons.tsx';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { excerpt } from '../core/claims/excerpt.ts';
import { isSameButText } from '../core/claims/same-but-text.ts';
import { useMay } from '../core/claims/use-claim.ts';
import { useTargetText } from '../core/claims/use-target.ts';
import { usePerform } from '../core/commands/use-perform.ts';
import { MoreButton, useShownPart } from '../core/forms/shown-part.tsx';
import { useBoard } from '../core/store/board-context.tsx';
import styles from '../core/view/panel.module.css';
import { useViewActs } from '../core/view/view-state.tsx';
import { RelationMark } from '../features/claims/relation-mark.tsx';

/** Claims to which a claim is linked, and those linked to it from elsewhere. */
export const CrossLinkList = memo(function CrossLinkList({ claim }: { claim: Claim }) {
  const t = useMessages('claim');
  const links = useCrossLinks(claim.id);
  const out = links.filter(({ from }) => from === claim.id);
  const into = links.filter(({ from }) => from !== claim.id);
  if (links.length === 0) return null;
  return (
    <section className={styles.section} data-section="arguments">
      {out.length > 0 && <h3 className={styles.heading}>{t('crossLinksTitle')}</h3>}
      <CrossLinks links={out} otherOf={({ target }) => target} />
      {into.length > 0 && <h3 className={styles.heading}>{t('crossLinksInTitle')}</h3>}
      <CrossLinks links={into} otherOf={({ from: id }) => ({ kind: 'claim', id })} />
    </section>
  );
}, isSameButText);

interface CrossLinksProps {
  readonly links: readonly Link[];
  /** The end of a link that is not the claim. */
  readonly otherOf: (link: Link) => Target;
}

function CrossLinks({ links, otherOf }: CrossLinksProps) {
  const list = useRef<HTMLUListElement>(null);
  const part = useShownPart(links);
  return (
    <>
      <ul ref={list} className={styles.lines}>
        {part.shown.map((link) => (
          <CrossLink key={link.id} link={link} other={otherOf(link)} />
        ))}
      </ul>
      <MoreButton list={list} part={part} />
    </>
  );
}

function CrossLink({ link, other }: { link: Link; other: Target }) {
  const t = useMessages('claim');
  const { select } = useViewActs();
  const perform = usePerform();
  const text = useTargetText(other);
  const mayRetract = useMay('link.retract', link.author);
  return (
    <li className={styles.crossLink}>
      <button type="button" className={styles.argument} onClick={() => select(other)}>
        <RelationMark bearing={bearingOf(link)} />
        <span className={styles.argumentText} dir="auto">
          {excerpt(text, 140)}
        </span>
      </button>
      {mayRetract && (
        <Button
          look="quiet"
          size="small"
          aria-label={t('retractLink')}
          title={t('retractLink')}
          onClick={() => perform([{ type: 'link.retract', linkId: link.id }], t('linkRetracted'), catchFocus)}
        >
          <CloseIcon />
        </Button>
      )}
    </li>
  );
}

/** Returns the present cross-links of a claim, both ways, between claims as they are now. */
function useCrossLinks(claimId: string): readonly Link[] {
  const key = useBoard(({ replica }) => keyOf(crossLinksAt(replica.view, claimId)));
  const links = useBoard(({ replica }) => replica.view.links);
  return useMemo(() => linksOf(key, links), [key, links]);
}

/** As one string, so that equal lists are an equal value, and nothing renders again. */
function keyOf(links: readonly Link[]): string {
  return links.map(({ id, from, target }) => `${id}:${from}:${target.id}`).join(' ');
}

function linksOf(key: string, links: DebateState['links']): Link[] {
  return key.split(' ').flatMap((part) => {
    const [linkId = '', from = '', id = ''] = part.split(':');
    const link = links.get(linkId);
    return link ? [{ ...link, from, target: { kind: link.target.kind, id } }] : [];
  });
}
