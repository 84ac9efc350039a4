import type { Source } from '../../debate/sources/source.ts';
import { countCharacters } from '../../debate/texts/wording.ts';
import { type CitedPassage, citedPassages } from '../../evidence/library.ts';
import type { ExchangedDebate } from '../exchanged-debate.ts';
import { removeHidden } from '../remove-hidden.ts';

/**
 * Cited passages as W3C Web Annotations (JSON-LD): each is a claim about a passage of a source, by its words and by its place. That
 * standard counts places in code points.
 */
export function* writeAnnotations({ state: whole, names }: ExchangedDebate): Generator<string> {
  const state = removeHidden(whole);
  const sources = [...state.sources.values()];
  const cited = sources.flatMap((source) =>
    citedPassages(state, source.id).map((passage) => ({ source, passage })),
  );
  const items = cited.map(({ source, passage }) => {
    const text = state.articles.get(source.id)?.text ?? '';
    return annotation(source, passage, text, names.get(passage.claim.author));
  });
  const collection = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'urn:parley:annotations',
    type: 'AnnotationCollection',
    label: state.head?.motion ?? '',
    total: items.length,
    first: { id: 'urn:parley:annotations:page', type: 'AnnotationPage', startIndex: 0, items },
  };
  yield `${JSON.stringify(collection, null, 2)}\n`;
}

function annotation(
  { id, url, title }: Source,
  { claim, passage, place }: CitedPassage,
  text: string,
  name: string | undefined,
): object {
  const quote = {
    type: 'TextQuoteSelector',
    exact: passage.exact,
    prefix: passage.prefix,
    suffix: passage.suffix,
  };
  // If it is lost, only its words remain to search for.
  const position = place && {
    type: 'TextPositionSelector',
    start: countCharacters(text.slice(0, place.start)),
    end: countCharacters(text.slice(0, place.end)),
  };
  return {
    id: `urn:parley:passage:${claim.id}:${passage.id}`,
    type: 'Annotation',
    motivation: 'commenting',
    created: new Date(claim.at).toISOString(),
    ...(name === undefined ? {} : { creator: { type: 'Person', name } }),
    body: { type: 'TextualBody', value: claim.text, format: 'text/plain' },
    target: {
      source: { id: url === '' ? `urn:parley:source:${id}` : url, type: 'Text', label: title },
      selector: position ? [quote, position] : [quote],
    },
  };
}
