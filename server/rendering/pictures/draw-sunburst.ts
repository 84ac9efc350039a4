import { HUES } from '#domain/debate/positions/position.ts';
import { RINGS, type SunburstArc } from '#domain/layout/sunburst.ts';
import { MAP_COLOURS, type Theme } from './map-colours.ts';

/** Pixels of a sunburst, each way. */
export const SIZE = 112;
const CENTRE = SIZE / 2;
/** Outer radius of each ring, the hole first. */
const RADII = [13, 25, 36, 43, 49.5, 55];
/** Gap between two arcs and between two rings, in pixels. */
const GAP = 0.8;
/** Part of a ring's depth for an attacking arc: narrower, so that it differs by more than colour. */
const ATTACK_DEPTH = 0.5;

/**
 * A sunburst as SVG, in the colours of either theme. Arcs of one colour are one path, so the file stays small. An arc that attacks is
 * narrower than one that supports.
 */
export function drawSunburst(arcs: readonly SunburstArc[]): string {
  const paths = new Map<string, string>();
  for (const arc of arcs) {
    const look = lookOf(arc);
    paths.set(look, `${paths.get(look) ?? ''}${shapeOf(arc)}`);
  }
  const drawn = [...paths].map(([look, shape]) => `<path class="${look}" d="${shape}"/>`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}" width="${SIZE}" height="${SIZE}">`,
    `<style>${STYLE}</style>`,
    ...drawn,
    '</svg>',
  ].join('');
}

/** Classes of an arc: its colour, and a lighter shade in the second ring. */
function lookOf({ ring, hue, relation }: SunburstArc): string {
  if (ring === 1) return hue ?? 'rest';
  if (relation === null) return 'rest';
  return ring === 2 ? `${hue ?? 'none'} light` : relation;
}

function shapeOf({ ring, from, to, relation }: SunburstArc): string {
  const inner = RADII[ring - 1] ?? 0;
  const depth = (RADII[Math.min(ring, RINGS)] ?? CENTRE) - inner - GAP;
  const outer = inner + (relation === 'attack' ? depth * ATTACK_DEPTH : depth);
  // A full circle as one arc would be drawn as nothing.
  if (to - from > 0.999) return `${sector(0, 0.5, inner, outer)}${sector(0.5, 1, inner, outer)}`;
  const gap = GAP / (2 * Math.PI * outer);
  return sector(from + gap / 2, to - gap / 2, inner, outer);
}

function sector(from: number, to: number, inner: number, outer: number): string {
  const large = to - from > 0.5 ? 1 : 0;
  const at = (turn: number, radius: number) => {
    const angle = (turn - 0.25) * 2 * Math.PI;
    return `${round(CENTRE + radius * Math.cos(angle))} ${round(CENTRE + radius * Math.sin(angle))}`;
  };
  return `M${at(from, outer)}A${outer} ${outer} 0 ${large} 1 ${at(to, outer)}L${at(to, inner)}A${inner} ${inner} 0 ${large} 0 ${at(from, inner)}Z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

const STYLE = [
  '.light{opacity:.62}',
  rulesOf('light'),
  `@media(prefers-color-scheme:dark){${rulesOf('dark')}}`,
].join('');

function rulesOf(theme: Theme): string {
  const { support, attack, faint, rule, hues } = MAP_COLOURS[theme];
  return [
    ...HUES.map((hue) => `.${hue}{fill:${hues[hue]}}`),
    `.none{fill:${faint}}.rest{fill:${rule}}.support{fill:${support}}.attack{fill:${attack}}`,
  ].join('');
}
