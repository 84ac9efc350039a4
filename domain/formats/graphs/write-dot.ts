import type { Hue } from '../../debate/positions/position.ts';
import { argumentMapSteps, type MapLink } from '../argument-map.ts';
import type { ExchangedDebate } from '../exchanged-debate.ts';

/** The hues of positions on white paper. */
const COLOURS: Readonly<Record<Hue, string>> = {
  blue: '#2f6db5',
  ochre: '#a97a14',
  violet: '#7b57b8',
  teal: '#1c7f7a',
  rose: '#b8456b',
  olive: '#67761d',
  slate: '#5a6b7d',
  umber: '#8a5a3b',
};

/** The motion's node: no id has a space. */
const MOTION = '"the motion"';

/** Characters of a line in a node. */
const LINE = 40;

/** A retracted claim is pale, and its outline dashed. */
const RETRACTED = ', style="rounded,dashed", fontcolor="#767676"';

/**
 * DOT for Graphviz: read from left to right; supports solid, attacks dashed, and an undercut ends on the link that it denies. Retracted claims
 * have a dashed outline.
 */
export function* writeDot(debate: ExchangedDebate): Generator<string> {
  const { title, motion, positions, claims, crossLinks } = yield* argumentMapSteps(debate);
  yield `digraph debate {\n  label=${quoted(title)};\n  labelloc=t;\n  rankdir=RL;\n`;
  yield '  node [shape=box, style=rounded, fontname="sans-serif", fontsize=11];\n  edge [fontname="sans-serif", fontsize=10];\n';
  yield `  ${MOTION} [label=${quoted(motion)}, shape=plaintext, fontsize=16];\n`;
  const hues = new Map(positions.map(({ id, hue }) => [id, COLOURS[hue]]));
  for (const { id, name } of positions) {
    yield `  ${quotedId(id)} [label=${quoted(name)}, color=${quotedId(hues.get(id) ?? '')}, penwidth=2];\n`;
    yield `  ${quotedId(id)} -> ${MOTION} [arrowhead=none];\n`;
  }
  for (const { id, text, claim } of claims) {
    const colour = hues.get(claim.positionId ?? '');
    const outline = `${colour ? `, color=${quotedId(colour)}` : ''}${claim.retracted ? RETRACTED : ''}`;
    yield `  ${quotedId(id)} [label=${quoted(text)}${outline}];\n`;
  }
  const links = [
    ...claims.map(({ link }) => ({ link, isPlace: true })),
    ...crossLinks.map((link) => ({ link, isPlace: false })),
  ];
  const denied = new Set(
    links.flatMap(({ link: { target } }) => (target.kind === 'link' ? [target.id] : [])),
  );
  for (const { link, isPlace } of links) yield edge(link, isPlace, denied.has(link.id));
  yield '}\n';
}

/** An attacked link goes through a point, at which the undercut ends. */
function edge({ id, from, target, relation }: MapLink, isPlace: boolean, isDenied: boolean): string {
  const style = `${relation === 'support' ? 'color="#2c7a4b", label="+"' : 'color="#b3362b", style=dashed, label="−"'}${isPlace ? '' : ', constraint=false'}`;
  const to = target.kind === 'link' ? quotedId(`at ${target.id}`) : quotedId(target.id);
  if (!isDenied) return `  ${quotedId(from)} -> ${to} [${style}];\n`;
  const point = quotedId(`at ${id}`);
  return `  ${point} [shape=point, width=0.05];\n  ${quotedId(from)} -> ${point} [${style}, arrowhead=none];\n  ${point} -> ${to} [${style}];\n`;
}

function quotedId(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** A text in lines of a readable length. In a label a backslash begins an escape, and entities represent characters. */
function quoted(text: string): string {
  return `"${text.split('\n').flatMap(inLines).map(escapeLabel).join('\\n')}"`;
}

function escapeLabel(line: string): string {
  return line.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('&', '&amp;');
}

function inLines(text: string): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length >= LINE) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}
