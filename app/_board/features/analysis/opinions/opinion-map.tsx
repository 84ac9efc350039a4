'use client';

import { useMemo } from 'react';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import type { DisclosedOpinions } from '#domain/analysis/opinions/disclosed-opinions.ts';
import type { OwnPlace } from '#domain/protocol/opinions-answer.ts';
import { colorOf, letterOf, shapeAt } from './group-look.tsx';
import { MAP_WIDTH, pictureOf } from './map-of-opinions.ts';
import styles from './opinion-map.module.css';

interface OpinionMapProps {
  readonly opinions: Extract<DisclosedOpinions, { kind: 'groups' }>;
  readonly own: OwnPlace | null;
}

/** People who vote alike, as a picture: people, or in a secret ballot the shapes of their groups, and the viewer. */
export function OpinionMap({ opinions, own }: OpinionMapProps) {
  const t = useMessages('analysis');
  const picture = useMemo(
    () => pictureOf(opinions, own && { x: own.at[0], y: own.at[1], group: own.group }),
    [opinions, own],
  );
  const groups = opinions.groups.flatMap((group, number) => (group ? { ...group, number } : []));
  const said = t('mapLabel', {
    people: opinions.people,
    groups: groups.length,
    list: groups.map(({ number, size }) => t('groupSize', { letter: letterOf(number), size })).join(', '),
    own: own === null ? 'none' : own.group === null ? 'out' : letterOf(own.group),
  });
  const place = (x: number, y: number) => ({
    insetInlineStart: `${(x / MAP_WIDTH) * 100}%`,
    insetBlockStart: `${(y / picture.height) * 100}%`,
  });
  return (
    <div className={styles.picture} style={{ aspectRatio: `${MAP_WIDTH} / ${picture.height}` }} dir="ltr">
      <svg viewBox={`0 0 ${MAP_WIDTH} ${picture.height}`} role="img" aria-label={said} data-opinion-map="">
        {picture.shapes.map(({ group, path }) => (
          <path
            key={group}
            className={styles.shape}
            d={path}
            style={{ fill: colorOf(group), stroke: colorOf(group) }}
          />
        ))}
        {picture.marks.map(({ x, y, group }, at) => (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: people are identified by their places.
            key={at}
            className={styles.mark}
            d={shapeAt(group, x, y, 4)}
            style={{ fill: colorOf(group) }}
          />
        ))}
        {picture.own && (
          <g data-own={`${picture.own.x} ${picture.own.y}`} data-on="screen">
            <circle className={styles.ring} cx={picture.own.x} cy={picture.own.y} r={10} />
            <path
              d={shapeAt(picture.own.group, picture.own.x, picture.own.y, 5)}
              style={{ fill: colorOf(picture.own.group) }}
            />
          </g>
        )}
      </svg>
      {picture.shapes.map(({ group, x, y }) => (
        <span
          key={group}
          className={styles.name}
          data-inside={picture.marks.length === 0 ? '' : undefined}
          style={{ ...place(x, y), color: colorOf(group) }}
          aria-hidden="true"
        >
          {t('groupShort', { letter: letterOf(group), size: opinions.groups[group]?.size ?? 0 })}
        </span>
      ))}
      {picture.own && (
        <span
          className={styles.own}
          style={place(picture.own.x, picture.own.y)}
          data-on="screen"
          aria-hidden="true"
        >
          {t('you')}
        </span>
      )}
    </div>
  );
}
