import { expect, test } from '@jest/globals';
import { recordedFiles } from '../../src/documents/index.js';
import type { Decision } from '../../src/domain/incident/index.js';
import { DAY } from '../../src/domain/time.js';
import { approve, complete, ended, record, review, submit } from '../incident/reportPlan.js';
import { sampleNames } from '../support/samplePlan.js';
import { fullPlan } from './plan/fixtures.js';

const SECOND = 'mirror the archive';

const { document } = fullPlan();

/** Analysed, with one measure; another one comes between review and approval. */
function signed() {
  const story = ended((plan) => (plan.aftermath!.report.sections = ['causes', 'prevention']));
  const measure = (action: string): Decision => ({
    ...{ type: 'improvement', finding: 'no trial at the real size', measure: action, kind: 'prevent' },
    ...{ priority: 'high', owner: { person: 'zhao-lei' }, dueAt: story.at + 30 * DAY },
  });
  story.says('zhao-lei', record());
  story.says('zhao-lei', complete);
  story.says('lin-wei', measure('try each release with all rows'));
  story.says('zhao-lei', submit);
  story.delivers();
  story.says('chen-jing', review());
  story.says('lin-wei', measure(SECOND));
  story.says('lin-wei', approve());
  return story;
}

async function page(story: ReturnType<typeof signed>, textUpTo: number | undefined): Promise<string> {
  const upTo = story.all('incidentReportApproved')[0]!.seq;
  const files = recordedFiles({
    ...{ incidentId: story.state.incidentId, document: 'incidentReport', textUpTo, zone: 'Asia/Shanghai' },
    recorded: story.events.filter(({ seq }) => seq <= upTo).map((event) => ({ event, hash: `hash-${event.seq}` })),
    basis: story.state.basis,
    namesAt: () => sampleNames(),
    planOf: () => document,
  });
  for await (const { format, lang, bytes } of files) {
    if (format === 'html' && lang === 'en') return Buffer.from(bytes).toString();
  }
  throw new Error('there is no page');
}

test('the report with the sign-offs has the text that was submitted, and nothing that came after but the signatures', async () => {
  const story = signed();
  const approved = story.all('incidentReportApproved')[0]!.seq;
  const { effect } = story.all('effectRequested').find((event) => event.effect.id === `d${approved}`)!;
  expect(effect).toHaveProperty('textUpTo', story.all('incidentReportSubmitted')[0]!.seq);
  const text = await page(story, 'textUpTo' in effect ? effect.textUpTo : undefined);
  expect(text).toContain('try each release with all rows');
  expect(text).toContain('releases need no trial at the real size');
  expect(text).not.toContain(SECOND);
  expect(text).toContain(`hash-${approved}`);
  expect(text).toContain('signed off as it was submitted');
});

test('what an earlier release asked for tells of everything up to the approval', async () => {
  expect(await page(signed(), undefined)).toContain(SECOND);
});
