import { createHmac } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { signBody, verifyBody } from '../../src/seal/index.js';

const body = Buffer.from('{"title":"支付接口超时"}');

test('a delivery is signed over timestamp and body, as any other program would do it', () => {
  const expected = createHmac('sha256', 'secret').update('1700000000.').update(body).digest('hex');
  expect(signBody('secret', '1700000000', body)).toBe(expected);
  expect(signBody('secret', '1700000000', body.toString())).toBe(expected);
  expect(verifyBody('secret', '1700000000', body, expected)).toBe(true);
});

test('another secret, time, body or signature is refused', () => {
  const signature = signBody('secret', '1700000000', body);
  expect(verifyBody('other', '1700000000', body, signature)).toBe(false);
  expect(verifyBody('secret', '1700000001', body, signature)).toBe(false);
  expect(verifyBody('secret', '1700000000', Buffer.concat([body, body]), signature)).toBe(false);
  for (const bad of [
    '',
    'zz',
    signature.slice(2),
    `${signature}00`,
    signature.replace(/^./, (c) => (c === '0' ? '1' : '0')),
  ]) {
    expect(verifyBody('secret', '1700000000', body, bad)).toBe(false);
  }
});
