/** An error as logged: its origin, without texts or names of people. */
export interface DescribedError {
  readonly name: string;
  readonly code?: string;
  /** The number Next shows on its error page. */
  readonly digest?: string;
  /** Only for errors of a mail server: the command it refused, and the numbers of its reply, without the text. */
  readonly mail?: { readonly command?: string; readonly reply?: number; readonly status?: string };
  /** Only for errors of the system (a refused connection, a missing file), whose messages contain addresses and paths. */
  readonly message?: string;
  readonly stack?: readonly string[];
  readonly cause?: DescribedError;
}

/** Maximum frames kept of a stack. */
const FRAMES = 12;
const CAUSES = 4;
/** A frame as V8 writes it: a function and a position in a file of ours, of a library or of Node. */
const FRAME = /^ +at (?:[\w.<>#$[\] ]+ \()?(?:file:\/\/|node:|\/|[A-Z]:\\|<)[^\n()]*\)?$/;

/**
 * Describes an error for the log: names, codes and positions. Messages are left out, since those of Prisma and of parsers repeat the values
 * they were given; so are parameters and all other fields.
 */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, digest, syscall } = error as { code?: unknown; digest?: unknown; syscall?: unknown };
  const stack = framesOf(error);
  const mail = mailReply(error);
  return {
    // `pg` names all that a database refuses “error”.
    name: error.name === 'error' ? 'DatabaseError' : error.name,
    ...(typeof code === 'string' && { code }),
    ...(typeof digest === 'string' && { digest }),
    ...(typeof syscall === 'string' && { message: error.message }),
    ...(mail && { mail }),
    ...(stack.length > 0 && { stack }),
    ...(error.cause !== undefined && depth < CAUSES && { cause: describeError(error.cause, depth + 1) }),
  };
}

/** A command of SMTP, without the address in it. */
const COMMAND = /^[A-Z]+( (FROM|TO|PLAIN|LOGIN|XOAUTH2))?$/;
/** The enhanced status code (RFC 3463) of a reply of SMTP. */
const ENHANCED_STATUS = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/;

/** The command and numbers of a mail server's refusal, without the reply's text: it may contain addresses. */
function mailReply(error: Error): DescribedError['mail'] | null {
  const { responseCode, command, response } = error as {
    responseCode?: unknown;
    command?: unknown;
    response?: unknown;
  };
  const status = typeof response === 'string' ? ENHANCED_STATUS.exec(response)?.[1] : undefined;
  const reply = {
    ...(typeof command === 'string' && COMMAND.test(command) && { command }),
    ...(typeof responseCode === 'number' && { reply: responseCode }),
    ...(status !== undefined && { status }),
  };
  return Object.keys(reply).length > 0 ? reply : null;
}

/** The frames after the message: a message may contain lines that look like frames. */
function framesOf({ message, stack = '' }: Error): string[] {
  const at = message === '' ? 0 : stack.indexOf(message);
  const after = at < 0 ? '' : stack.slice(at + message.length);
  return after
    .split('\n')
    .filter((line) => FRAME.test(line))
    .slice(0, FRAMES)
    .map((line) => line.trim().replace(/^at /, ''));
}
