import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, test } from 'vitest';
import { DRAWN_NAMES } from '../../domain/formats/exports/drawn-formats.ts';
import { FORMAT_NAMES } from '../../domain/formats/formats.ts';
import { convert } from '../../server/cli/convert/convert.ts';
import { debateSaying, written } from '../support/exchanged.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'convert-'));
});

class Heard extends Writable {
  text = '';
  override _write(piece: Buffer, _: string, done: () => void): void {
    this.text += piece.toString();
    done();
  }
}

async function run(...args: string[]) {
  const [result, messages] = [new Heard(), new Heard()];
  const code = await convert(args, result, messages);
  return { code, result: result.text, messages: messages.text };
}

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

describe('npm run convert', () => {
  test.each([...FORMAT_NAMES, ...DRAWN_NAMES])(
    'writes %s, and says what it is in by itself',
    async (name) => {
      const input = file('in', written('parley', debateSaying('Some words')));
      const out = join(folder, 'out');
      expect(await run(input, '--to', name, '--out', out)).toEqual({ code: 0, result: '', messages: '' });
      expect(readFileSync(out).length).toBeGreaterThan(100);
      expect(readdirSync(folder).sort()).toEqual(['in', 'out']);
    },
  );

  test('a debate whose file has no title takes the one that is asked for, or the name of the file', async () => {
    const table = file('Cars in town.csv', 'id,claim\n1,Streets get quiet.\n');
    const graph = file('graph.v2.tgf', 'x\ny\n#\ny x\n');
    const titled = async (...args: string[]) =>
      JSON.parse((await run(...args, '--to', 'parley')).result).debate.head.title;
    expect(await titled(table)).toBe('Cars in town');
    expect(await titled(table, '--title', 'Quiet towns')).toBe('Quiet towns');
    expect(await titled(graph)).toBe('graph.v2');
    mkdirSync(join(folder, 'Towns'));
    file(
      'Towns/comments.csv',
      'timestamp,comment-id,author-id,moderated,comment-body\n1731527035,0,1,1,Keep them\n',
    );
    file('Towns/votes.csv', 'timestamp,comment-id,voter-id,vote\n1731527040,0,2,1\n');
    expect(await titled(join(folder, 'Towns'))).toBe('Towns');
  });

  test('a folder with the tables of two conversations is refused', async () => {
    mkdirSync(join(folder, 'Towns'));
    for (const name of ['a-comments.csv', 'b-comments.csv', 'a-votes.csv']) file(`Towns/${name}`, 'x\n');
    const { code, messages } = await run(join(folder, 'Towns'), '--to', 'apx');
    expect([code, messages]).toEqual([1, expect.stringContaining('two files are both comments.csv')]);
  });

  test('skipped content goes to standard error', async () => {
    const { code, result, messages } = await run(file('a.tgf', 'x\ny\n#\nx x\ny x\n'), '--to', 'apx');
    expect([code, messages]).toEqual([0, 'Skipped: 1\nLine 4: "x" – A claim can’t link to itself.\n']);
    expect(result).toContain('att(a1_1_1,a1_1).');
  });

  test.each([
    [['nowhere.json', '--to', 'aif'], 1, /^ENOENT.*\n$/],
    [['x', '--to', 'docx'], 2, /^Usage: .*\n$/],
    [[], 2, /^Usage: .*\n$/],
  ])('a failure is one line: %j', async (args, code, line) => {
    const answer = await run(...args);
    expect([answer.code, answer.result]).toEqual([code, '']);
    expect(answer.messages).toMatch(line);
  });

  test('a file that cannot be read leaves no file behind, and the one that is there alone', async () => {
    const out = file('out', 'before');
    const answer = await run(file('a.tgf', 'x\nx\n#\n'), '--to', 'aif', '--out', out);
    expect(answer.code).toBe(1);
    expect(answer.messages).toMatch(/a\.tgf: Line 2: The file doesn’t follow its format: .*\n$/);
    expect(readFileSync(out, 'utf8')).toBe('before');
    expect(readdirSync(folder).sort()).toEqual(['a.tgf', 'out']);
  });

  test('as a command of its own', async () => {
    const input = file('a.tgf', 'x one\ny two\n#\ny x\n');
    const main = new URL('../../server/cli/convert/main.ts', import.meta.url).pathname;
    const asked = promisify(execFile)(process.execPath, ['--import', 'tsx', main, input, '--to', 'tgf']);
    expect((await asked).stdout).toBe('a1_1 one\na1_1_1 two\n#\na1_1_1 a1_1\n');
    const refused = promisify(execFile)(process.execPath, ['--import', 'tsx', main, input, '--to', 'x']);
    await expect(refused).rejects.toMatchObject({ code: 2, stdout: '' });
  });
});
