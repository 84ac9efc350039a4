import { en } from '../../app/_ui/messages/en.ts';
import {
  ALLOWANCE_NAMES,
  ALLOWANCE_SCOPES,
  ALLOWANCES,
  type Allowance,
  type AllowanceName,
  CONNECTION_CAPS,
  QUOTAS,
  type QuotaName,
} from '../../server/limits/allowances.ts';
import { EVENT_COSTS, OPERATION_COSTS } from '../../server/limits/event-costs.ts';
import { ROUTE_COSTS, ROUTE_NAMES } from '../../server/limits/route-costs.ts';
import { markdownTable } from './markdown-table.ts';

const { allowance: label, scope: counted, cap, quota } = en.admin;
const number = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** `docs/limits.md`, as the tables of `server/limits` make it. */
export function limitsPage(): string {
  return `# Limits

This page lists the rate limits of a Parley server. Operators use it to check whether an event fits, API developers to see when they
get a 429. Each server counts on its own, except for email invitations. Limits of texts and counts are in
\`domain/debate/engine/limits.ts\`; administrators see these at \`/admin?list=limits\`. A debate has at most 100 valid
links and codes and 10 webhooks, ended ones included, and a person at most 50 access tokens.

Over a limit, a request gets 429 with \`Retry-After\` in seconds and \`too_fast\` (JSON), for sign-ins \`too_many_attempts\`, or a page
that says so. Only \`email_limit_reached\` has no \`Retry-After\`. An action on a connection gets \`too_fast\`; if the client goes on
regardless, the server closes the connection.

The tables are generated from \`server/limits\`. To update them, run \`npx vitest run tests/server/limits-inventory.test.ts -u\`.

## Allowances

Each limit is a token bucket: the burst is its size, and it refills at the sustained rate. If an action counts toward several buckets,
all of them need enough left. Signed-in people are counted one by one and readers of an address together; rows of a network address
count everyone there. Behind a proxy, set \`TRUST_PROXY\`: otherwise everyone shares one address.

${markdownTable(['Limit', 'Per', 'Burst', 'Sustained rate'], paces())}

## Connections at the same time

If an address has used all of its connections, its oldest reader is disconnected when a signed-in person connects there. If the
server is full, the address with the most readers loses its oldest reader to a signed-in person. If there are no readers left, or
the newcomer is a reader, the address with the most connections loses one to an address that has fewer.

${connections()}

## Storage

Over a quota, a person starts no debate; administrators have none of their own. A debate or a server over its megabytes takes no more
text. The settings \`PERSON_DEBATES\`, \`PERSON_MEGABYTES\`, \`DEBATE_MEGABYTES\`, \`SERVER_DEBATES\` and \`SERVER_MEGABYTES\`
change them: see [Quotas](operating.md#quotas).

${quotas()}

## Requests

HEAD counts as GET. The server checks the second column before it does anything, and the third when it knows what is requested.

${requests()}

## Events on connections

Each counts toward "${label.events}". A \`submit\` costs as much as its operation.

${events()}

## Operations

Each counts toward "${label.events}" of its sender and "${label.operations}". An edit costs 1 more
for every 10 parts beyond the first 10, a citation 1 more for every passage after the first, and an operation on many contributions
or groups, such as hiding, 1 more for every 50 of them.

${operations()}

Next: [operating a server](operating.md), [the HTTP API](api.md), [the live protocol](protocol.md).
`;
}

function connections(): string {
  return markdownTable(
    ['Connections', 'Maximum'],
    Object.entries(CONNECTION_CAPS).map(([name, count]) => [
      cap[name as keyof typeof cap],
      number.format(count),
    ]),
  );
}

function quotas(): string {
  return markdownTable(
    ['Stored', 'Maximum'],
    Object.entries(QUOTAS).map(([name, count]) => [
      quota[name as QuotaName],
      count === null ? 'none' : number.format(count),
    ]),
  );
}

function requests(): string {
  return markdownTable(
    ['Request', 'Counts toward', 'And, depending on the request'],
    ROUTE_NAMES.map((name) => [
      `\`${name}\``,
      taken(ROUTE_COSTS[name].takes),
      taken(ROUTE_COSTS[name].besides),
    ]),
  );
}

function events(): string {
  return markdownTable(
    ['Event', 'Cost'],
    Object.entries(EVENT_COSTS).map(([name, cost]) => [`\`${name}\``, number.format(cost)]),
  );
}

function operations(): string {
  return markdownTable(
    ['Operation', 'Cost'],
    OPERATION_COSTS.map(([name, cost]) => [`\`${name}\``, number.format(cost)]),
  );
}

function paces(): string[][] {
  return ALLOWANCE_NAMES.flatMap((name) => {
    const allowance: Allowance = ALLOWANCES[name];
    return ALLOWANCE_SCOPES.flatMap((scope) => {
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
