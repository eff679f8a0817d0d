import { describe, expect, test } from '@jest/globals';
import { CHAIN_START, newSalts, sealEvent, verifyChain } from '../../src/seal/index.js';
import type { SealedEvent } from '../../src/seal/index.js';
import { longIncident } from '../store/incidents.js';

const events = longIncident('inc', 25);

function sealed(): SealedEvent[] {
  const rows: SealedEvent[] = [];
  for (const event of events) rows.push(sealEvent(rows.at(-1)?.hash ?? CHAIN_START, 'inc', event, newSalts(event)));
  // As if read from a database.
  return JSON.parse(JSON.stringify(rows)) as SealedEvent[];
}

describe('a sealed event', () => {
  test('has the same hash for the same salts, another for others', () => {
    const [event] = events;
    const salts = newSalts(event!);
    const hash = sealEvent(CHAIN_START, 'inc', event!, salts).hash;
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(sealEvent(CHAIN_START, 'inc', event!, salts).hash).toBe(hash);
    expect(sealEvent(CHAIN_START, 'inc', event!, newSalts(event!)).hash).not.toBe(hash);
    expect(sealEvent(CHAIN_START, 'other', event!, salts).hash).not.toBe(hash);
  });

  test('keeps free texts out of what is hashed', () => {
    const [event] = events;
    const { event: bare, texts } = sealEvent(CHAIN_START, 'inc', event!, newSalts(event!));
    expect(bare).not.toHaveProperty('texts');
    expect(texts.title).toMatchObject({ text: '支付接口超时', digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  test('needs a salt for every text', () => {
    expect(() => sealEvent(CHAIN_START, 'inc', events[0]!, {})).toThrow('no salt');
  });
});

describe('verifying a chain', () => {
  test('confirms its length and its end', () => {
    const rows = sealed();
    expect(verifyChain('inc', rows)).toEqual({ intact: true, length: 25, head: rows.at(-1)!.hash });
    expect(verifyChain('inc', [])).toEqual({ intact: true, length: 0, head: CHAIN_START });
  });

  test('still confirms it when texts are erased', () => {
    const rows = sealed().map((row) => ({
      ...row,
      texts: Object.fromEntries(Object.entries(row.texts).map(([field, { digest }]) => [field, { digest }])),
    }));
    expect(verifyChain('inc', rows)).toMatchObject({ intact: true });
  });

  test.each([
    ['an event', 'hash', (row: SealedEvent) => ({ ...row, event: { ...row.event, at: row.event.at + 1 } })],
    [
      'a hash',
      'hash',
      (row: SealedEvent) => ({ ...row, hash: row.hash.replace(/^./, (c) => (c === '0' ? '1' : '0')) }),
    ],
    ['a text', 'text', (row: SealedEvent) => withText(row, { text: 'another' })],
    ['a salt', 'text', (row: SealedEvent) => withText(row, { salt: '00' })],
    ['the key of a text', 'text', (row: SealedEvent) => without(row, 'text')],
    ['the key of a salt', 'text', (row: SealedEvent) => without(row, 'salt')],
    ['the name of a text', 'text', (row: SealedEvent) => without(row, 'text', { salt: undefined, pext: 'x' })],
    ['a digest', 'hash', (row: SealedEvent) => withText(row, { digest: '0'.repeat(64) })],
    ['a number', 'missing', (row: SealedEvent) => ({ ...row, seq: 99 })],
  ])('names the event in which %s was changed', (_what, why, change) => {
    // The first one is the one with texts.
    const rows = sealed().map((row) => (row.seq === 1 ? change(row) : row));
    expect(verifyChain('inc', rows)).toEqual({ intact: false, seq: 1, why });
  });

  test('names what is missing, swapped or of another incident', () => {
    const rows = sealed();
    expect(verifyChain('inc', rows.slice(1))).toEqual({ intact: false, seq: 1, why: 'missing' });
    expect(verifyChain('inc', [...rows.slice(0, 9), ...rows.slice(10)])).toMatchObject({ seq: 10, why: 'missing' });
    expect(verifyChain('other', rows)).toEqual({ intact: false, seq: 1, why: 'hash' });
  });
});

function without(row: SealedEvent, key: 'text' | 'salt', more: object = {}): SealedEvent {
  const { [key]: _, ...rest } = row.texts.title!;
  return { ...row, texts: { ...row.texts, title: { ...rest, ...more } } };
}

function withText(row: SealedEvent, change: { text?: string; salt?: string; digest?: string }): SealedEvent {
  return { ...row, texts: { ...row.texts, title: { ...row.texts.title!, ...change } } };
}
