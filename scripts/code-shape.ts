import { parseSync, Visitor } from 'oxc-parser';

/** Sizes of a module: its functions, and its switches over the `type` of something. */
export interface CodeShape {
  readonly functions: readonly FunctionShape[];
  readonly switches: number;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

export interface FunctionShape {
  /** The line it begins in. */
  readonly line: number;
  /** How many lines it has. */
  readonly lines: number;
}

/** Measures a module. A function that only groups tests is none: the callback of `describe`, and one that only calls `describe`. */
export function shapeOf(path: string, source: string): CodeShape {
  const functions: FunctionShape[] = [];
  const groups = new Set<number>();
  let switches = 0;
  const measure = ({ start, end, body }: Span & { body: (Span & { body?: unknown }) | null }) => {
    if (groups.has(start) || isGroup(source, body?.body)) return;
    functions.push({ line: linesOf(source.slice(0, start + 1)), lines: linesOf(source.slice(start, end)) });
  };
  new Visitor({
    CallExpression({ callee, arguments: given }) {
      const last = given.at(-1);
      if (last && /^(test\.)?describe\b/.test(source.slice(callee.start, callee.end))) groups.add(last.start);
    },
    FunctionDeclaration: measure,
    FunctionExpression: measure,
    ArrowFunctionExpression: measure,
    SwitchStatement({ discriminant: { start, end } }) {
      if (/\btype$/.test(source.slice(start, end))) switches += 1;
    },
  }).visit(parseSync(path, source).program);
  return { functions, switches };
}

/** Tests whether the only statement of a function's body is a call of `describe`. */
function isGroup(source: string, statements: unknown): boolean {
  if (!Array.isArray(statements) || statements.length !== 1) return false;
  return /^describe\b/.test(source.slice(statements[0].start));
}

export function linesOf(text: string): number {
  return text.trimEnd().split('\n').length;
}
