import styles from './group-look.module.css';

const LETTERS = ['A', 'B', 'C', 'D', 'E'] as const;
/** Hues that positions get last, so that a group is not mistaken for a camp. */
const HUES = ['teal', 'rose', 'olive', 'umber', 'slate'] as const;

/** Returns the letter of a group, by its number. */
export function letterOf(group: number): string {
  return LETTERS[group] ?? String(group + 1);
}

/** Returns the colour of a group, by its number; people in no group are faint. */
export function colorOf(group: number | null): string {
  return group === null ? 'var(--ink-dim)' : `var(--hue-${HUES[group] ?? 'slate'})`;
}

/** Draws the shape for a group's people around a point: each group has its own, so that colour isn't the only cue. */
export function shapeAt(group: number | null, x: number, y: number, size: number): string {
  const [r, d] = [size, size * 1.25];
  switch (group) {
    case 1:
      return `M${x - r} ${y - r}h${2 * r}v${2 * r}h${-2 * r}Z`;
    case 2:
      return `M${x} ${y - d}L${x + d} ${y + r}H${x - d}Z`;
    case 3:
      return `M${x} ${y - d}L${x + d} ${y}L${x} ${y + d}L${x - d} ${y}Z`;
    case 4: {
      const a = r * 0.42;
      return `M${x - a} ${y - d}h${2 * a}V${y - a}H${x + d}v${2 * a}H${x + a}V${y + d}h${-2 * a}V${y + a}H${x - d}v${-2 * a}H${x - a}Z`;
    }
    default:
      return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
  }
}

/** A group's sign, next to its name. */
export function GroupSign({ group }: { group: number }) {
  return (
    <svg className={styles.sign} viewBox="0 0 16 16" aria-hidden="true">
      <path d={shapeAt(group, 8, 8, 5)} style={{ fill: colorOf(group) }} />
    </svg>
  );
}
