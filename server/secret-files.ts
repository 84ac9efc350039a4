import { readFileSync } from 'node:fs';
import { StartError } from './database/start-error.ts';

/** Secret settings. Each may be given as the path of a file with the value instead, in a setting of its name and `_FILE`. */
export const SECRETS = [
  'DATABASE_URL',
  'REDIS_URL',
  'AUTH_SECRET',
  'AUTH_SECRET_PREVIOUS',
  'SMTP_URL',
  'METRICS_TOKEN',
  'BACKUP_S3_SECRET',
  'OIDC_CLIENT_SECRET',
  'OIDC_PROVIDERS',
] as const;

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The settings with secrets read from their files, without a line break at the end. An empty file counts as not set. A secret that is given
 * twice, or whose file can't be read, is a `StartError` that names the variable.
 */
export function withSecretFiles(variables: Variables): Variables {
  const read = SECRETS.flatMap((name) => {
    const path = variables[`${name}_FILE`];
    return path ? [[name, readSecret(variables, name, path)] as const] : [];
  });
  return { ...variables, ...Object.fromEntries(read) };
}

function readSecret(variables: Variables, name: string, path: string): string {
  if (variables[name])
    throw new StartError(`Invalid settings: ${name} and ${name}_FILE are both set. Remove one of them.`);
  try {
    return readFileSync(path, 'utf8').replace(/[\r\n]+$/, '');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new StartError(
      `Invalid settings: ${name}_FILE names the file "${path}", which cannot be read (${code}).`,
      { cause: error },
    );
  }
}
