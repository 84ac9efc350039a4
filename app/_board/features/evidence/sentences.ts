/** Returns where the sentences of a text begin and end, without the white space after them. */
export function sentencesOf(text: string): readonly { readonly from: number; readonly to: number }[] {
  const segments = new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text);
  return [...segments].flatMap(({ index, segment }) => {
    const lead = segment.length - segment.trimStart().length;
    const words = segment.trim();
    return words === '' ? [] : [{ from: index + lead, to: index + lead + words.length }];
  });
}
