'use client';

import { type KeyboardEvent, useEffect, useRef } from 'react';
import { isRepeatedClick } from '#app/_ui/button/is-repeated-click.ts';
import { Stack } from '#app/_ui/layout/stack.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import { linkWeight } from '#domain/analysis/graph/link-weight.ts';
import { bearingOf, HEAVIEST, type Link } from '#domain/debate/map/link.ts';
import { ownRating, takesRatings } from '#domain/debate/votes/ratings.ts';
import { useMay } from '../../core/claims/use-claim.ts';
import { weighFocus } from '../../core/commands/weigh-focus.ts';
import { isTurnedOff } from '../../core/keys/letter-keys.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { useStrengthFigure } from '../../core/strength/use-strength-figure.ts';
import { earlyKeys } from '../../core/writing/early-keys.ts';
import { useWeigh } from './use-weigh.ts';
import styles from './weigh-bar.module.css';

const WEIGHTS = Array.from({ length: HEAVIEST + 1 }, (_, weight) => weight);

/** How much of a claim's strength its link passes on: the viewer's rating, and everyone's mean. */
export function WeighBar({ linkId }: { linkId: string }) {
  const link = useBoard(({ replica: { view } }) => {
    const found = view.links.get(linkId);
    return found && takesRatings(view, found) ? found : null;
  });
  return link && <Weighing link={link} />;
}

function Weighing({ link }: { link: Link }) {
  const t = useMessages('strength');
  const figure = useStrengthFigure();
  const own = useBoard(({ replica }) => ownRating(replica.view, link, replica.participantId ?? ''));
  const mayWeigh = useMay('link.weigh');
  const weigh = useWeigh();
  const bar = useRef<HTMLFieldSetElement>(null);
  const give = useRef((_weight: number) => {});
  give.current = (weight) => {
    weigh(link.id, weight);
    bar.current?.querySelectorAll('button')[weight]?.focus();
  };
  useEffect(
    () =>
      weighFocus.onAsked(() => {
        const buttons = bar.current?.querySelectorAll('button');
        (bar.current?.querySelector<HTMLElement>('[aria-pressed="true"]') ?? buttons?.[0])?.focus();
        const weight = weightOf(earlyKeys.take().at(-1));
        if (weight !== undefined) give.current(weight);
      }),
    [],
  );
  const people = (link.weighing ?? []).reduce((sum, count) => sum + count, 0);
  if (!mayWeigh && people === 0) return null;
  const digits = (event: KeyboardEvent) => {
    const weight = weightOf(event.key);
    if (weight === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTurnedOff(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    give.current(weight);
  };
  return (
    <Stack gap={1} data-section="weight">
      {mayWeigh && (
        <fieldset ref={bar} className={styles.bar} onKeyDown={digits}>
          <legend className={styles.legend}>{t('weigh', { bearing: bearingOf(link) })}</legend>
          {WEIGHTS.map((weight) => (
            <button
              key={weight}
              type="button"
              className={styles.weight}
              aria-pressed={own === weight}
              onClick={(event) => isRepeatedClick(event) || weigh(link.id, weight)}
            >
              <span>{weight}</span>
              <span className={styles.word}>{t('weight', { weight })}</span>
            </button>
          ))}
        </fieldset>
      )}
      <p className={styles.mean}>
        {t('weighed', { people, mean: figure(HEAVIEST * linkWeight(link.weighing)) })}
      </p>
    </Stack>
  );
}

/** The weight that a key gives; undefined: none. */
function weightOf(key: string | undefined): number | undefined {
  return WEIGHTS.find((weight) => String(weight) === key);
}
