import { test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { fullStory } from '../words/story.js';
import { sampleNames } from '../support/samplePlan.js';
import { buildIncidentReport, renderDocx, renderHtml } from '../../src/documents/index.js';
test('show', async () => {
  const s = fullStory({mode: process.env.DRILL ? 'drill':'real'}); s.delivers();
  for (const lang of ['zh-CN','en'] as const) {
    const m = buildIncidentReport({ state: s.state, events: s.events, names: sampleNames(), lang, zone: 'Asia/Shanghai', generatedAt: s.at, recordHash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'});
    writeFileSync(`/tmp/wj/r.${lang}.docx`, await renderDocx(m));
    writeFileSync(`/tmp/wj/r.${lang}.html`, renderHtml(m));
  }
});
