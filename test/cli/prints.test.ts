import { describe, expect, test } from '@jest/globals';
import { sitrepLines } from '../../src/cli/print/sitreps.js';
import { voiceFor } from '../../src/cli/session.js';
import type { Lang } from '../../src/domain/lang.js';
import { testWorld } from './harness.js';

const voice = (lang: Lang = 'en') => voiceFor(testWorld({ MUSTER_ZONE: 'UTC' }), lang);

describe('a SITREP', () => {
  test('is shown with all that is released, and whom it goes to', () => {
    const lines = sitrepLines(
      'i1',
      {
        number: 2,
        kind: 'continued',
        status: 'draft',
        since: 1,
        upTo: 9,
        dueAt: '2026-11-22T04:00:00.000Z',
        form: [{ label: 'Level', value: 'I' }],
        sections: [
          { section: 'outlook', heading: 'Outlook', text: 'Unknown' },
          { heading: 'Next report', text: 'In an hour' },
        ],
        foot: [{ label: 'Sent to', value: 'Legal (Zhou Min)' }],
      },
      voice(),
    );
    expect(lines).toEqual([
      '  Level  I',
      'Outlook (outlook)',
      '  Unknown',
      'Next report',
      '  In an hour',
      '  Sent to  Legal (Zhou Min)',
      'To release exactly this: muster sitrep release i1 2 --up-to 9',
    ]);
  });
});
