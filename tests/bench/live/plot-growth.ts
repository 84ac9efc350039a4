import type { Growth, GrowthResult } from './growth.ts';
import { DATABASES, type DatabaseName } from './with-parley.ts';

/** A panel of the picture, and the place of its axes in it. */
const PANEL = { width: 340, height: 220 };
const AXES = { left: 48, right: 96, top: 40, bottom: 34 };
const INNER = {
  width: PANEL.width - AXES.left - AXES.right,
  height: PANEL.height - AXES.top - AXES.bottom,
};
const NAMES = Object.keys(DATABASES) as DatabaseName[];

const STYLE = `
text { font: 12px system-ui, sans-serif; fill: #1f2328 }
.title { font-weight: 600 }
.axis { stroke: #8c959f; stroke-width: 1 }
.line { fill: none; stroke-width: 2 }
.postgresql { stroke: #0a5fb4 } .pglite { stroke: #a64b00; stroke-dasharray: 5 3 }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 }
.postgresql { stroke: #6cb6ff } .pglite { stroke: #f0a35e }
}`;

/** A picture of what a delivery costs while one thing grows, a panel for each. */
export function plotGrowth({ growths }: GrowthResult): string {
  const panels = growths.map((growth, index) => {
    const x = (index % 2) * PANEL.width;
    const y = Math.floor(index / 2) * PANEL.height;
    return `<g transform="translate(${x} ${y})">${panel(growth)}</g>`;
  });
  const height = Math.ceil(growths.length / 2) * PANEL.height;
  const label = 'Processor time of 1,000 deliveries while connections, claims, rooms or votes grow tenfold';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${2 * PANEL.width} ${height}" role="img" aria-label="${label}"><style>${STYLE}</style>${panels.join('')}</svg>\n`;
}

function panel({ of, points }: Growth): string {
  const costs = NAMES.map((name) => points.map((point) => point[name].cpuPerThousand));
  const most = Math.max(...costs.flat()) * 1.1;
  const sizes = points.map(({ size }) => Math.log(size));
  const [first = 0, last = 1] = [sizes[0], sizes.at(-1)];
  const x = (at: number) => AXES.left + (((sizes[at] ?? 0) - first) / (last - first)) * INNER.width;
  const y = (cost: number) => AXES.top + INNER.height * (1 - cost / most);
  const floor = AXES.top + INNER.height;
  const lines = NAMES.map((name, index) => {
    const own = costs[index] ?? [];
    const places = own.map((cost, at) => `${x(at).toFixed(1)},${y(cost).toFixed(1)}`);
    return `<polyline class="line ${name}" points="${places.join(' ')}"/>`;
  });
  // Apart where the lines end close to each other.
  const ends = costs.map((own) => y(own.at(-1) ?? 0));
  const [one = 0, other = 0] = ends;
  const push = Math.max(0, 15 - Math.abs(one - other)) / 2;
  const labels = NAMES.map((name, index) => {
    const isUpper = index === (one <= other ? 0 : 1);
    const at = (ends[index] ?? 0) + (isUpper ? -push : push) + 4;
    return `<text x="${x(points.length - 1) + 6}" y="${at.toFixed(1)}">${DATABASES[name]}</text>`;
  });
  const ticks = points.map(
    ({ size }, at) =>
      `<text x="${x(at).toFixed(1)}" y="${floor + 18}" text-anchor="middle">${size.toLocaleString('en')}</text>`,
  );
  return [
    `<text class="title" x="${AXES.left}" y="16">${of}</text>`,
    `<text x="${AXES.left}" y="31">CPU ms of 1,000 deliveries</text>`,
    `<path class="axis" fill="none" d="M${AXES.left} ${AXES.top}V${floor}H${AXES.left + INNER.width}"/>`,
    `<text x="${AXES.left - 6}" y="${floor + 4}" text-anchor="end">0</text>`,
    `<text x="${AXES.left - 6}" y="${(y(most / 1.1) + 4).toFixed(1)}" text-anchor="end">${(most / 1.1).toFixed(0)}</text>`,
    ...ticks,
    ...lines,
    ...labels,
  ].join('');
}
