import type { FlowRow } from '../flow.ts';

/**
 * Sets columns side by side. Each begins on the last row of the one before it, so that screen readers and copied text have
 * them one after the other.
 */
export function sideBySide(...columns: readonly (readonly FlowRow[])[]): FlowRow[] {
  const rows: FlowRow[] = [];
  for (const [first, ...rest] of columns) {
    if (!first) continue;
    const beside = rows.pop();
    rows.push(beside ? joined(beside, first) : first, ...rest);
  }
  return rows;
}

function joined(left: FlowRow, right: FlowRow): FlowRow {
  const ornaments = [...(left.ornaments ?? []), ...(right.ornaments ?? [])];
  return {
    height: Math.max(left.height, right.height),
    inks: [...left.inks, ...right.inks],
    ...(ornaments.length > 0 && { ornaments }),
  };
}
