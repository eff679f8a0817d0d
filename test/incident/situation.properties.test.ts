import fc from 'fast-check';
import { isMalformed, readDecision } from '../../src/domain/incident/index.js';
import { runs } from '../support/runs.js';
import { Story } from './story.js';

const types = ['addFact', 'askQuestion', 'answerQuestion'] as const;

test('any JSON is read or refused, and what is read keeps to the bounds', () => {
  const value = fc.oneof(fc.jsonValue(), fc.constantFrom(1, true, 'x', Number.MAX_VALUE));
  const loose = fc.record(
    {
      values: fc.oneof(fc.dictionary(fc.string(), value), fc.jsonValue()),
      statement: value,
      source: fc.string({ maxLength: 300 }),
      observedAt: fc.oneof(fc.integer(), value),
      confidence: fc.constantFrom('confirmed', 'likely', 'unverified', 'sure'),
      question: value,
      text: fc.string({ maxLength: 600 }),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.constantFrom(...types), loose, (type, body) => {
      const payload = { requestId: 'r', actor: { kind: 'person', id: 'sun-yu' }, ...body };
      const read = readDecision(type, payload, 'temporal');
      if (isMalformed(read)) return expect(read.field).not.toBe('');
      if (read.type === 'askQuestion') expect(read.text.length).toBeLessThanOrEqual(500);
      if (read.type !== 'addFact') return;
      expect(read.source.length).toBeLessThanOrEqual(200);
      for (const told of Object.values(read.values ?? {})) {
        expect(['number', 'boolean', 'string']).toContain(typeof told);
      }
      new Story().says('sun-yu', read);
    }),
    runs(1_000),
  );
});
