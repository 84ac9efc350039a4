import type { CSSProperties, ReactNode } from 'react';
import { Button } from './button/button.tsx';
import styles from './segments.module.css';

export interface Segment<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  /** A colour with a meaning, with which the segment is filled when selected. */
  readonly color?: string;
}

interface SegmentsProps<Value extends string> {
  /** Label of the choice. */
  readonly label: string;
  readonly segments: readonly Segment<Value>[];
  /** `null`: none yet. */
  readonly chosen: Value | null;
  readonly onChoose: (value: Value) => void;
  readonly size?: 'small' | 'medium';
}

/** Selects one of a few exclusive values, side by side. The selected one is filled, like everything that is on. */
export function Segments<Value extends string>(props: SegmentsProps<Value>) {
  const { label, segments, chosen, onChoose, size = 'small' } = props;
  return (
    <fieldset className={styles.segments} aria-label={label}>
      {segments.map(({ value, label: said, color }) => (
        <Button
          key={value}
          size={size}
          aria-pressed={value === chosen}
          style={color ? ({ '--on': color, '--on-words': 'var(--on-fill)' } as CSSProperties) : undefined}
          onClick={() => onChoose(value)}
        >
          {said}
        </Button>
      ))}
    </fieldset>
  );
}

/** Class of a list of tabs that look like segments. Each tab is rendered as a `Button`. */
export const tabListClass = styles.segments;
