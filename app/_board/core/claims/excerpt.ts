/** Returns the beginning of a text, cut at a word, for places with room for one line only. */
export function excerpt(text: string, characters = 80): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  const points = [...flat];
  if (points.length <= characters) return flat;
  const cut = points.slice(0, characters).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > characters * 0.6 ? cut.slice(0, space) : cut).replace(/[,.;:–—-]+$/, '')}…`;
}
