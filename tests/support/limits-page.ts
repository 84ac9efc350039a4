import { en } from '../../app/_ui/messages/en.ts';
import {
  ALLOWANCE_NAMES,
  ALLOWANCES,
  type Allowance,
  type AllowanceName,
  CONNECTION_CAPS,
  SCOPES,
} from '../../server/limits/allowances.ts';
import { EVENT_COSTS, OPERATION_COSTS } from '../../server/limits/event-costs.ts';
import { ROUTE_COSTS, ROUTE_NAMES } from '../../server/limits/route-costs.ts';

const { allowance: label, scope: counted, cap } = en.admin;
const number = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** `docs/limits.md`, as the tables of `server/limits` make it. */
export function limitsPage(): string {
  return `# Limits

This page lists what a server of Parley takes from anybody, and how fast. Operators read it to see whether an event fits;
authors of programs, to see when they get a 429. The tables are generated from \`server/limits\` by a test:
\`npx vitest run tests/server/limits-inventory.test.ts -u\` writes them again. Each server counts by itself, except for invitations by
email. Limits of texts and counts stand in \`domain/debate/limits.ts\`, and administrators see everything at \`/admin?list=limits\`.

A request that comes too fast is answered with 429, \`Retry-After\` in seconds, and \`too_fast\` (JSON) or a page that says so.
An action on a connection is answered with \`too_fast\`; a connection that goes on regardless is closed.

## Allowances

Up to _at once_ in one go; then as much again _in the long run_. An allowance can count for several at once: all of them need enough
left. Whoever is signed in is counted as a person, everyone else at an address together. Behind a proxy, set \`TRUST_PROXY\`:
otherwise everyone counts as one address.

${table(['What', 'Counted for', 'At once', 'In the long run'], paces())}

## Connections at the same time

When an address has all of its connections, its first reader gives way to somebody there who is signed in. When the server is full,
the first reader of the address with the most readers gives way to somebody who is signed in; if there are no readers left, or the
newcomer is one, the address with the most connections gives one up to an address that has fewer, whoever holds it.

${table(
  ['What', 'At most'],
  Object.entries(CONNECTION_CAPS).map(([name, count]) => [
    cap[name as keyof typeof cap],
    number.format(count),
  ]),
)}

## Requests

HEAD counts as GET. _Takes of_ is taken before anything is done; the rest when the server knows what is asked for.

${table(
  ['Request', 'Takes of', 'And, by what is asked for'],
  ROUTE_NAMES.map((name) => [
    `\`${name}\``,
    taken(ROUTE_COSTS[name].takes),
    taken(ROUTE_COSTS[name].besides),
  ]),
)}

## Events on connections

Each costs so much of "${label.events}". A \`submit\` costs what its operation does.

${table(
  ['Event', 'Price'],
  Object.entries(EVENT_COSTS).map(([name, cost]) => [`\`${name}\``, number.format(cost)]),
)}

## Operations

Each costs so much of "${label.events}" of its sender, and of "${label.operations}". An edit of more than 10 parts costs 1 more for
each 10 parts beyond; a citation 1 more for each passage after the first.

${table(
  ['Operation', 'Price'],
  Object.entries(OPERATION_COSTS).map(([name, cost]) => [`\`${name}\``, number.format(cost)]),
)}

Next: [operating a server](operating.md), [the HTTP API](api.md), [the live protocol](protocol.md).
`;
}

function paces(): string[][] {
  return ALLOWANCE_NAMES.flatMap((name) => {
    const allowance: Allowance = ALLOWANCES[name];
    return SCOPES.flatMap((scope) => {
      const pace = allowance[scope];
      return pace ? [[label[name], counted[scope], number.format(pace.burst), longRun(pace.perSecond)]] : [];
    });
  });
}

function longRun(perSecond: number): string {
  if (perSecond >= 1) return `${number.format(perSecond)} a second`;
  if (perSecond * 60 >= 1) return `${number.format(perSecond * 60)} a minute`;
  return perSecond * 3_600 >= 1
    ? `${number.format(perSecond * 3_600)} an hour`
    : `${number.format(perSecond * 86_400)} a day`;
}

function taken(names: readonly AllowanceName[]): string {
  return names.map((name) => label[name]).join(' · ');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((cells) => cells[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
