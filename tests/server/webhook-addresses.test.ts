import { describe, expect, onTestFinished, test } from 'vitest';
import { isPublicAddress } from '../../server/services/webhooks/reachable-address.ts';
import { addressProblem, sendMessage } from '../../server/services/webhooks/send-message.ts';
import { startWebhookSink } from '../support/webhook-sink.ts';

describe('[WH4] where webhooks go', () => {
  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '169.254.169.254',
    '172.31.0.1',
    '192.168.0.1',
    '100.100.0.1',
    '0.0.0.0',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    'fe80::1',
    'fd00::1',
    'fe80::1%eth0',
    '::ffff:93.184.215.14',
    '::ffff:0:5db8:d70e',
    '::93.184.215.14',
    '64:ff9b::7f00:1',
    '64:ff9b::5db8:d70e',
    '64:ff9b:1::1',
    '100::1',
    '100:0:0:1::1',
    '2001::1',
    '2001:20::1',
    '2001:1ff:ffff::1',
    '2001:db8::1',
    '2002:5db8:d70e::1',
    '2620:4f:8000::1',
    '3fff::1',
    '3fff:fff::1',
    '4000::1',
    '5f00::1',
    'fc00::1',
    'febf::1',
    'fec0::1',
    'ff02::1',
    '192.31.196.1',
    '192.52.193.1',
    '192.88.99.1',
    '192.175.48.1',
    '198.19.255.255',
    '224.0.0.1',
    '255.255.255.255',
    'localhost',
  ])('is not %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test('is the internet, by https', () => {
    expect(isPublicAddress('93.184.215.14')).toBe(true);
    expect(isPublicAddress('2606:2800:21f:cb07:6820:80da:af6b:8b2c')).toBe(true);
    expect(isPublicAddress('2001:200::1')).toBe(true);
    expect(isPublicAddress('2a00:1450::1')).toBe(true);
    expect(addressProblem('https://hooks.example.org/parley', 'public')).toBeNull();
    for (const url of [
      'http://hooks.example.org/',
      'https://127.0.0.1/',
      'https://2130706433/',
      'https://0x7f.1/',
      'https://[::1]/',
      'https://[::ffff:127.0.0.1]/',
      'https://ann:secret@hooks.example.org/',
      'ftp://hooks.example.org/',
      'no address',
    ])
      expect(addressProblem(url, 'public'), url).toBe('invalid');
  });

  test('a name that leads to this machine is asked nothing', async () => {
    const sink = await startWebhookSink();
    onTestFinished(() => sink.stop());
    const url = sink.url.replace('http://127.0.0.1', 'https://localhost');
    const message = { id: 'msg_one', body: '{}', secret: 'whsec_c2VjcmV0', now: Date.now() };
    expect(await sendMessage(url, message, 'public')).toBeNull();
    expect(sink.received).toEqual([]);
  });
});
