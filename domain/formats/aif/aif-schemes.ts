import type { Scheme } from '../../debate/map/scheme.ts';

/** Names of schemes in AIFdb, after “Argument From”. */
const NAMES: { readonly [S in Scheme]: string } = {
  expert_opinion: 'Expert Opinion',
  popular_opinion: 'Popular Opinion',
  example: 'Example',
  analogy: 'Analogy',
  precedent: 'Precedent',
  cause: 'Cause To Effect',
  sign: 'Sign',
  consequences: 'Consequences',
  practical_reasoning: 'Practical Reasoning',
  values: 'Values',
};

/** Kinds that AIFdb divides further. */
const DIVIDED: Readonly<Record<string, Scheme>> = {
  'positive consequences': 'consequences',
  'negative consequences': 'consequences',
  'popular practice': 'popular_opinion',
  'correlation to cause': 'cause',
};

const BY_NAME: ReadonlyMap<string, Scheme> = new Map([
  ...Object.entries(NAMES).map(([scheme, name]) => [name.toLowerCase(), scheme as Scheme] as const),
  ...Object.entries(DIVIDED),
]);

/** The name of a scheme in AIFdb. */
export function aifSchemeName(scheme: Scheme): string {
  return `Argument From ${NAMES[scheme]}`;
}

/** The scheme that a node of AIFdb names in its scheme or its text; undefined if Parley doesn't have it. */
export function schemeNamedBy(node: {
  readonly scheme?: unknown;
  readonly text?: unknown;
}): Scheme | undefined {
  return [node.scheme, node.text].flatMap((name) => BY_NAME.get(bareName(name)) ?? [])[0];
}

function bareName(name: unknown): string {
  if (typeof name !== 'string') return '';
  const words = name.toLowerCase().replaceAll('_', ' ').trim();
  return words.startsWith('argument from ') ? words.slice('argument from '.length) : words;
}
