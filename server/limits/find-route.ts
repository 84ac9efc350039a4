import { ROUTE_NAMES, type RouteName } from './route-costs.ts';

interface Pattern {
  readonly name: RouteName;
  readonly method: string;
  readonly segments: readonly string[];
  /** Sorts before others the more specific it is: a word before a parameter, and that before a rest. */
  readonly rank: string;
}

/**
 * The row of a request. Paths are parsed as in Next: decoded, without empty segments, and specific rows before general ones. `target` is a
 * path, optionally with a query.
 */
export function findRoute(method: string, target: string): RouteName {
  const path = segmentsOf(target);
  const asked = method === 'HEAD' ? 'GET' : method;
  const found = PATTERNS.find(
    (one) => (one.method === asked || one.method === '*') && isMatch(one.segments, path),
  );
  return found?.name ?? '* /[[...path]]';
}

/** An encoded slash is part of a segment: it must not make a page look like a cheaper path. */
function segmentsOf(target: string): string[] {
  const path = target.split(/[?#]/)[0] ?? '';
  return path.split('/').filter(Boolean).map(decoded);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

const PATTERNS: readonly Pattern[] = ROUTE_NAMES.map((name): Pattern => {
  const [method = '', path = ''] = name.split(' ');
  const segments = segmentsOf(path);
  return {
    name,
    method,
    segments,
    rank: `${method === '*' ? 1 : 0}${segments.map(rankOf).join('')}`.padEnd(12, '0'),
  };
}).sort((a, b) => (a.rank < b.rank ? -1 : 1));

/** True if a path matches: `[name]` is any one segment, `[...name]` one or more to the end, `[[...name]]` any number of them. */
function isMatch(segments: readonly string[], path: readonly string[]): boolean {
  const last = segments.at(-1) ?? '';
  const isOpen = last.includes('[...');
  const named = isOpen ? segments.slice(0, -1) : segments;
  const least = named.length + (isOpen && !last.startsWith('[[') ? 1 : 0);
  if (path.length < least || (!isOpen && path.length !== named.length)) return false;
  return named.every((segment, at) => segment.startsWith('[') || segment === path[at]);
}

function rankOf(segment: string): string {
  if (segment.startsWith('[[')) return '3';
  if (segment.startsWith('[...')) return '2';
  return segment.startsWith('[') ? '1' : '0';
}
