'use client';

import { useEffect, useState } from 'react';
import { Stack } from '#app/_ui/layout/stack.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { BearingSign } from '../../core/claims/bearing-sign.tsx';
import { useStrength, useStrengthCell } from '../../core/strength/strength-context.tsx';
import { useStrengthFigure } from '../../core/strength/use-strength-figure.ts';
import { ClaimWay } from './claim-way.tsx';
import type { StrengthExplained } from './explain-strength.ts';
import { followExplanation } from './follow-explanation.ts';
import styles from './strength-section.module.css';

const BEARINGS = { supports: 'support', attacks: 'attack', undercuts: 'undercut' } as const;
/** Maximum number of rows in a list; the rest is counted. */
const SHOWN = 6;

/** The causes of a strength, and changes that would move it. */
export default function StrengthDetails({ id }: { id: string }) {
  const cell = useStrengthCell();
  const t = useMessages('strength');
  const isShown = useStrength(id) !== undefined;
  const [explained, setExplained] = useState<StrengthExplained | null>(null);
  useEffect(() => followExplanation(cell, id, setExplained), [cell, id]);
  if (explained?.id !== id) return null;
  return (
    <>
      <p className={styles.none}>{t('counted')}</p>
      {isShown && (
        <>
          <Contributions explained={explained} />
          <IfGone explained={explained} />
          <Levers explained={explained} />
        </>
      )}
      <Unanswered explained={explained} />
      <Notes explained={explained} isShown={isShown} />
    </>
  );
}

interface PartProps {
  readonly explained: StrengthExplained;
}

function Contributions({ explained: { contributions } }: PartProps) {
  const t = useMessages('strength');
  const figure = useStrengthFigure();
  return (
    <Part title={t('contributions')} none={contributions.length === 0 ? t('noContributions') : null}>
      {contributions.slice(0, SHOWN).map(({ id, how, by }) => (
        <li key={id} className={styles.row}>
          <span
            className={styles.bearing}
            role="img"
            aria-label={t('contribution', { how })}
            title={t('contribution', { how })}
          >
            <BearingSign bearing={BEARINGS[how]} />
          </span>
          <ClaimWay id={id} />
          <span className={styles.figure}>{figure(by, true)}</span>
        </li>
      ))}
      <More count={contributions.length - SHOWN} />
    </Part>
  );
}

function IfGone({ explained: { ifGone } }: PartProps) {
  const t = useMessages('strength');
  return (
    <Part title={t('withoutClaim')} none={ifGone.length === 0 ? t('withoutClaimNothing') : null}>
      {ifGone.slice(0, SHOWN).map(({ id, before, after }) => (
        <li key={id} className={styles.row}>
          <ClaimWay id={id} />
          <Change before={before} after={after} />
        </li>
      ))}
      <More count={ifGone.length - SHOWN} />
    </Part>
  );
}

function Levers({ explained: { levers, strength } }: PartProps) {
  const t = useMessages('strength');
  return (
    <Part
      title={t('levers')}
      text={levers.length > 0 ? t('leversText') : null}
      none={levers.length === 0 ? t('leversNone') : null}
    >
      {levers.map(({ id, after, label }) => (
        <li key={id} className={styles.row}>
          <ClaimWay id={id} />
          <Change before={strength} after={after} note={label && t('newLabel', { label })} />
        </li>
      ))}
    </Part>
  );
}

function Unanswered({ explained: { id: own, unanswered } }: PartProps) {
  const t = useMessages('strength');
  return (
    <Part title={t('unanswered')} none={unanswered.length === 0 ? t('unansweredNone') : null}>
      {unanswered.slice(0, SHOWN).map(({ from, on }) => (
        <li key={`${from} ${on}`} className={styles.row}>
          <span className={styles.bearing} aria-hidden="true">
            <BearingSign bearing="attack" />
          </span>
          <ClaimWay id={from} on={on === own ? null : on} />
        </li>
      ))}
      <More count={unanswered.length - SHOWN} />
    </Part>
  );
}

function Notes({ explained: { label, others, restless }, isShown }: PartProps & { isShown: boolean }) {
  const t = useMessages('strength');
  const figure = useStrengthFigure();
  return (
    <div className={styles.notes}>
      <p>{t('label', { label: label.label, because: label.because.length })}</p>
      {isShown && (
        <p>{t('ways', { quadratic: figure(others.quadraticEnergy), euler: figure(others.euler) })}</p>
      )}
      {restless && <p>{t('restless')}</p>}
    </div>
  );
}

interface ListProps {
  readonly title: string;
  readonly text?: string | null;
  /** Text for an empty list. */
  readonly none: string | null;
  readonly children: React.ReactNode;
}

function Part({ title, text = null, none, children }: ListProps) {
  return (
    <Stack gap={1}>
      <h4 className={styles.heading}>{title}</h4>
      {text !== null && <p className={styles.none}>{text}</p>}
      {none === null ? <ul className={styles.rows}>{children}</ul> : <p className={styles.none}>{none}</p>}
    </Stack>
  );
}

function Change({ before, after, note = null }: { before: number; after: number; note?: string | null }) {
  const t = useMessages('strength');
  const figure = useStrengthFigure();
  const values = { before: figure(before), after: figure(after) };
  return (
    <span className={styles.figure}>
      <span role="img" aria-label={t('changeSaid', values)}>
        {t('change', values)}
      </span>
      {note !== null && <span className={styles.note}>{note}</span>}
    </span>
  );
}

function More({ count }: { count: number }) {
  const t = useMessages('strength');
  return count > 0 ? <li className={styles.none}>{t('more', { count })}</li> : null;
}
