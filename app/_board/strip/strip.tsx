'use client';

import type { ComponentType } from 'react';
import { PhasePart } from '../agenda/phase-part.tsx';
import { FloorPart } from '../floor/floor-part.tsx';
import { GroupStrip } from '../groups/group-strip.tsx';
import { LightPart } from '../light/light-part.tsx';
import { OpenPolls } from '../polls/open-polls.tsx';
import styles from './strip.module.css';

/** What stands there, in order; a part that has nothing to say draws nothing. */
const PARTS: readonly ComponentType[] = [PhasePart, LightPart, FloorPart, OpenPolls, GroupStrip];

/** A quiet line over the board, for everybody: what is on in the room. With nothing on it takes no place. */
export default function Strip() {
  return (
    <div className={styles.strip}>
      {PARTS.map((Part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is fixed.
        <Part key={index} />
      ))}
    </div>
  );
}
