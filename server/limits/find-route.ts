import { ROUTE_NAMES, type RouteName } from './route-costs.ts';

interface Pattern {
  readonly name: RouteName;
  readonly method: string;
  readonly path: RegExp;
  /** The smaller, the more is named: a word before a parameter, and that before a rest. */
  readonly rank: string;
}

/**
 * The row of a request. As Next reads paths: decoded, without empty segments, and what is named before what is not. `target`
 * is a path with what may stand behind a question mark.
 */
export function findRoute(method: string, target: string): RouteName {
  const path = segmentsOf(target).join('/');
  const asked = method === 'HEAD' ? 'GET' : method;
  const found = PATTERNS.find((one) => (one.method === asked || one.method === '*') && one.path.test(path));
  return found?.name ?? '* /[[...path]]';
}

function segmentsOf(target: string): string[] {
  const path = target.split(/[?#]/)[0] ?? '';
  try {
    return decodeURIComponent(path).split('/').filter(Boolean);
  } catch {
    return path.split('/').filter(Boolean);
  }
}

const PATTERNS: readonly Pattern[] = ROUTE_NAMES.map((name): Pattern => {
  const [method = '', path = ''] = name.split(' ');
  const segments = segmentsOf(path);
  return {
    name,
    method,
    path: new RegExp(`^${segments.map(expressionOf).join('/').replace('/(?:.*)?', '(?:/.*)?')}$`),
    rank: `${method === '*' ? 1 : 0}${segments.map(rankOf).join('')}`.padEnd(12, '0'),
  };
}).sort((a, b) => (a.rank < b.rank ? -1 : 1));

function expressionOf(segment: string): string {
  if (segment.startsWith('[[...')) return '(?:.*)?';
  if (segment.startsWith('[...')) return '.+';
  if (segment.startsWith('[')) return '[^/]+';
  return segment.replace(/[.\\]/g, '\\$&');
}

function rankOf(segment: string): string {
  if (segment.startsWith('[[')) return '3';
  if (segment.startsWith('[...')) return '2';
  return segment.startsWith('[') ? '1' : '0';
}
