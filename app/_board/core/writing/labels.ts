import { mentionOf, referenceTo } from '#domain/debate/comments/mentions.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { isAnonymous } from '#domain/debate/head/names.ts';
import type { Person } from '#domain/protocol/server-messages.ts';
import { claimAddressed } from '../claims/claim-address.ts';
import { excerpt } from '../claims/excerpt.ts';
import { shortName } from '../people/use-called.ts';

/** Number of characters of a claim's text in a field: enough to identify it. */
const CLAIM_LABEL = 48;

/**
 * Returns how a debate's people are named in a plain field, in the order they joined: `@` and their name. A second person with the same
 * name gets a number.
 */
export function labelsOf(
  { participants }: Pick<DebateState, 'participants'>,
  people: ReadonlyMap<string, Person>,
): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  const inOrder = [...participants.values()].sort(
    (a, b) => a.joinedAt - b.joinedAt || (a.id < b.id ? -1 : 1),
  );
  for (const { id, erased } of inOrder) {
    const name = erased ? undefined : shortName(people.get(id));
    if (name === undefined) continue;
    let label = `@${name}`;
    for (let number = 2; labels.has(label); number += 1) label = `@${name} (${number})`;
    labels.set(label, id);
  }
  return labels;
}

/** Returns how a claim is named in a plain field. */
export function claimLabel(text: string): string {
  return `#“${excerpt(text, CLAIM_LABEL).replaceAll('“', '‘').replaceAll('”', '’')}”`;
}

/**
 * Converts a comment to its stored form: people and claims named in the field by name, text or address are named by their ids. `chosen`:
 * what was selected from a list, by its label, in case a name or wording has changed meanwhile.
 */
export function storedText(
  text: string,
  view: DebateState,
  people: ReadonlyMap<string, Person>,
  { chosen, debateId }: { readonly chosen: ReadonlyMap<string, string>; readonly debateId: string },
): string {
  const withClaims = text
    // The text of a Markdown link stays as written.
    .replace(/(?<!\]\()https?:\/\/[^\s<>"”)]+/g, (url) => {
      const address = withoutStops(url);
      const claimId = claimAddressed(address, debateId);
      return claimId === null ? url : referenceTo(claimId) + url.slice(address.length);
    })
    .replace(/#“[^“”\n]+”/g, (label) => {
      const claimId = chosen.get(label) ?? claimLabelled(view, label);
      return claimId === null ? label : referenceTo(claimId);
    });
  if (isAnonymous(view) || !withClaims.includes('@')) return withClaims;
  const labels = [...labelsOf(view, people)].filter(([label]) => withClaims.includes(label));
  // Longest first: Ada Lovelace is not Ada.
  labels.sort(([a], [b]) => b.length - a.length);
  return labels.reduce(
    (stored, [label, id]) => withPerson(stored, label, mentionOf(chosen.get(label) ?? id)),
    withClaims,
  );
}

/** An address without the stops of the sentence that ends with it. */
function withoutStops(url: string): string {
  let end = url.length;
  while (end > 0 && '.,;:!?…'.includes(url.charAt(end - 1))) end -= 1;
  return url.slice(0, end);
}

/** A label followed by more Latin letters or digits is another name, and existing mentions stay. */
function withPerson(text: string, label: string, mention: string): string {
  let [rest, stored] = [text, ''];
  for (let at = rest.indexOf(label); at >= 0; at = rest.indexOf(label)) {
    const [before, after] = [rest.slice(0, at), rest.slice(at + label.length)];
    const isWhole =
      !/^[\p{Script=Latin}\p{N}_]/u.test(after) && !/[\p{Script=Latin}\p{N}_.<]$/u.test(stored + before);
    stored += before + (isWhole ? mention : label);
    rest = after;
  }
  return stored + rest;
}

function claimLabelled({ claims }: DebateState, label: string): string | null {
  for (const { id, text, retracted } of claims.values())
    if (!retracted && claimLabel(text) === label) return id;
  return null;
}
