'use client';

import { type KeyboardEvent, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { Button } from '#app/_ui/button/button.tsx';
import { CloseIcon } from '#app/_ui/icons.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { RELATIONS, type Relation } from '#domain/debate/map/link.ts';
import type { FrontLayout } from '#domain/front/front-box.ts';
import { MOTION_ID } from '#domain/layout/map-tree.ts';
import { useAnnounce } from '../../core/announcing/announce-context.tsx';
import { BearingSign } from '../../core/claims/bearing-sign.tsx';
import { excerpt } from '../../core/claims/excerpt.ts';
import { useTargetText } from '../../core/claims/use-target.ts';
import { useMap } from '../scene/map-context.tsx';
import type { Landing } from './card-drag.ts';
import styles from './dragged.module.css';

interface LandingChoiceProps {
  readonly landing: Landing;
  readonly layout: FrontLayout | null;
  /** `null`: it stays where it was. */
  readonly onChoose: (relation: Relation | null) => void;
  /** Others removed the card, or what it was put under: there is nothing to ask any longer. */
  readonly onGone: () => void;
}

/** Asks, where a card was dropped, for its relation to what it replies to now. Enter keeps the present one. */
export function LandingChoice({ landing, layout, onChoose, onGone }: LandingChoiceProps) {
  const t = useMessages('map');
  const { at, drop } = landing;
  useGiveUp(landing, layout, onGone);
  const { target, relation } = drop.operation;
  const title = t('landTitle', { target: excerpt(useTargetText(target), 60) });
  const kept = useRef<HTMLButtonElement>(null);
  useEffect(() => kept.current?.focus(), []);
  useEffect(() => {
    const leave = (event: PointerEvent) => {
      if (!(event.target instanceof Element) || !event.target.closest(`.${styles.landing}`)) onChoose(null);
    };
    window.addEventListener('pointerdown', leave, { capture: true });
    return () => window.removeEventListener('pointerdown', leave, { capture: true });
  }, [onChoose]);
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') onChoose(null);
  };
  const left = Math.max(8, Math.min(at.x - 20, window.innerWidth - 296));
  const top = Math.max(8, Math.min(at.y - 20, window.innerHeight - 140));
  return createPortal(
    <div
      className={styles.landing}
      style={{ transform: `translate(${left}px, ${top}px)` }}
      role="dialog"
      aria-label={title}
      onKeyDown={onKeyDown}
    >
      <p className={styles.question}>{title}</p>
      <div className={styles.answers}>
        {RELATIONS.map((choice) => (
          <Button
            key={choice}
            ref={choice === relation ? kept : undefined}
            size="small"
            className={styles[choice]}
            onClick={() => onChoose(choice)}
          >
            <BearingSign bearing={choice} />
            {t(choice === 'support' ? 'landSupport' : 'landAttack')}
          </Button>
        ))}
        <Button
          look="quiet"
          size="small"
          aria-label={t('landCancel')}
          title={t('landCancel')}
          onClick={() => onChoose(null)}
        >
          <CloseIcon />
        </Button>
      </div>
    </div>,
    document.body,
  );
}

/** Announces what became of it, and moves the focus to what is left. */
function useGiveUp(landing: Landing, layout: FrontLayout | null, onGone: () => void): void {
  const t = useMessages('map');
  const announce = useAnnounce();
  const { focus } = useMap();
  useEffect(() => {
    if (!layout) return;
    const [carried, under] = [landing.claimId, landing.drop.box.id].map((id) => layout.byId.has(id));
    if (carried && under) return;
    onGone();
    announce(t(carried ? 'landingGone' : 'carriedGone'));
    focus(carried ? landing.claimId : under ? landing.drop.box.id : MOTION_ID);
  }, [landing, layout, onGone, announce, focus, t]);
}
