/** A part of a line at a bidi level: even ones run from the left, odd ones from the right. */
interface Levelled {
  readonly level: number;
}

/** Sorts the parts of a line from left to right (rule L2 of the Unicode Bidirectional Algorithm). */
export function inVisualOrder<Part extends Levelled>(parts: readonly Part[]): Part[] {
  const ordered = [...parts];
  const highest = parts.reduce((most, { level }) => Math.max(most, level), 0);
  for (let level = highest; level > 0; level -= 1) {
    for (let start = 0; start < ordered.length; start += 1) {
      if ((ordered[start]?.level ?? 0) < level) continue;
      let end = start;
      while ((ordered[end + 1]?.level ?? 0) >= level) end += 1;
      ordered.splice(start, end - start + 1, ...ordered.slice(start, end + 1).reverse());
      start = end;
    }
  }
  return ordered;
}
