import type { Lang } from '../../src/domain/lang.js';
import { HOUR } from '../../src/domain/time.js';
import { ALERTS, aftermathWith, entry, reply } from '../incident/opinionPlan.js';
import { planWithSitreps } from '../support/samplePlan.js';
import { Story } from '../words/story.js';
import { sectionOf } from './fixtures.js';
import { sitrepIn } from './sitrepStory.js';

const responding = (): Story =>
  new Story({}, { ...planWithSitreps(), aftermath: aftermathWith({ owner: 'duty', cadence: [], alerts: ALERTS }) })
    .delivers()
    .says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L1', incidentLevel: 'critical', reason: '属实' })
    .delivers();

const situationIn = (story: Story, number: number, lang: Lang): string =>
  JSON.stringify(sectionOf(sitrepIn(story, number, lang), lang === 'en' ? 'Situation' : '态势').blocks);

test('a SITREP says in a line what is said in public, where something was entered in its period', () => {
  const story = responding();
  story.says('lin-wei', entry({ source: '微博', volume: 620, usual: 100, sentiment: -2, claim: '钱没了' }));
  story.says('lin-wei', reply('o1', { reply: '资金安全' }));
  story.says('zhou-min', { type: 'draftSitrep' });
  expect(situationIn(story, 1, 'zh-CN')).toContain(
    '舆情：本期记录1条，回应1条；微博：提及量620（平日100，6.2倍），情绪很负面。达到报告情形：提及量达到平日的五倍。',
  );
  expect(situationIn(story, 1, 'en')).toContain(
    'Public opinion: 1 entry, 1 reply; 微博: volume 620 (usual 100, 6.2 times that), sentiment very negative. People were told of: Mentions reach five times the usual.',
  );
});

test('and nothing where nothing was', () => {
  const story = responding().after(HOUR);
  story.says('zhou-min', { type: 'draftSitrep' });
  expect(situationIn(story, 1, 'zh-CN')).not.toContain('舆情');
  expect(situationIn(story, 1, 'en')).not.toContain('Public opinion');
});
