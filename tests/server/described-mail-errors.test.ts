import { expect, test } from 'vitest';
import { describeError } from '../../server/logging/describe-error.ts';

const mailOf = (fields: object) => describeError(Object.assign(new Error('x'), fields)).mail;

test('[RL7] a mail server’s refusal is logged by its command and numbers, without its text', () => {
  const response = '550-5.7.1 <ann@example.org>: Recipient address rejected, see https://post.example.org';
  const fields = { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550, response };
  const described = describeError(
    Object.assign(new Error(response), fields, { rejected: ['ann@example.org'] }),
  );
  expect(described).toMatchObject({
    code: 'EENVELOPE',
    mail: { command: 'RCPT TO', reply: 550, status: '5.7.1' },
  });
  expect(JSON.stringify(described)).not.toMatch(/ann|Recipient|https/);
  expect(mailOf({ command: 'AUTH PLAIN', responseCode: 535, response: '535 5.7.8 Bad credentials' })).toEqual(
    {
      command: 'AUTH PLAIN',
      reply: 535,
      status: '5.7.8',
    },
  );
});

test('[RL7] anything but a command and the numbers of a reply is left out', () => {
  expect(mailOf({ command: 'RCPT TO:<ann@example.org>', response: 'ann@example.org 5.1.1' })).toBeUndefined();
  expect(mailOf({ command: 'CONN' })).toEqual({ command: 'CONN' });
  expect(describeError(new Error('x'))).not.toHaveProperty('mail');
});
