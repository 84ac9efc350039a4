import type { CSSProperties } from 'react';
import type { DebateFront, FrontClaim, FrontPosition } from '../../domain/outline/debate-front.ts';
import { messages } from '../_ui/messages/messages.ts';
import { hueStyle } from '../_ui/people/hue.ts';
import { VisuallyHidden } from '../_ui/visually-hidden.tsx';
import styles from './front-picture.module.css';

/** Number of positions shown: each unfolds for 4 seconds in turn. */
const SHOWN = 3;

/**
 * A small picture of how a debate opens: the motion, its positions and the most discussed claim of each in whole sentences. One reply
 * after the other unfolds, with styles only, until paused; with reduced motion the first one is open.
 */
export function FrontPicture({ front }: { front: DebateFront }) {
  const t = messages('welcome');
  const shown = front.positions.slice(0, SHOWN);
  const more = front.positions.length - shown.length;
  return (
    <figure className={styles.picture} aria-label={t('pictureOf', { motion: front.motion })}>
      <p className={styles.motion} dir="auto">
        {front.motion}
      </p>
      <ul className={styles.lanes} data-count={shown.length}>
        {shown.map((position, index) => (
          <Lane key={position.id} position={position} index={index} />
        ))}
      </ul>
      <div className={styles.foot}>
        {more > 0 && <span>{t('morePositions', { count: more })}</span>}
        <label className={styles.pause}>
          <input type="checkbox" />
          {t('pause')}
        </label>
      </div>
    </figure>
  );
}

function Lane({ position, index }: { position: FrontPosition; index: number }) {
  const t = messages('welcome');
  const home = messages('home');
  const { name, hue, lead, reply, claims, below } = position;
  return (
    <li className={styles.lane} style={{ ...hueStyle(hue), '--turn': index } as CSSProperties}>
      <div className={styles.position}>
        <p className={styles.name} dir="auto">
          {name}
        </p>
        <p className={styles.small}>{home('claims', { count: claims + below })}</p>
      </div>
      {lead ? (
        <div className={styles.claims}>
          <Claim claim={lead} />
          {reply && (
            <div className={styles.reply}>
              <div>
                <Claim claim={reply} />
              </div>
            </div>
          )}
        </div>
      ) : (
        <p className={styles.none}>{t('noCase')}</p>
      )}
    </li>
  );
}

function Claim({ claim }: { claim: FrontClaim }) {
  const t = messages('welcome');
  const { text, relation, hue, agree, disagree, below } = claim;
  return (
    <div className={styles.claim} style={hueStyle(hue)}>
      <span className={styles.sign} data-relation={relation}>
        <span aria-hidden="true">{relation === 'support' ? '+' : '−'}</span>
        <VisuallyHidden>{t(relation === 'support' ? 'supports' : 'attacks')}</VisuallyHidden>
      </span>
      <p dir="auto">{text}</p>
      <span className={styles.counts}>
        {agree + disagree > 0 && (
          <span className={styles.tally} style={{ '--part': agree / (agree + disagree) } as CSSProperties}>
            <span aria-hidden="true">{`${agree}–${disagree}`}</span>
            <VisuallyHidden>{t('tally', { agree, disagree })}</VisuallyHidden>
          </span>
        )}
        {below > 0 && <span className={styles.small}>{t('below', { count: below })}</span>}
      </span>
    </div>
  );
}
