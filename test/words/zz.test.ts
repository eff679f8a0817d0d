import { test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { fullStory } from './story.js';
import { sampleNames } from '../support/samplePlan.js';
import { eventWords, noticeWords, postsHeld } from '../../src/domain/words/index.js';
import { noticeTexts } from '../../src/domain/incident/index.js';
test('show', () => {
  const s = fullStory();
  s.delivers();
  s.writesReport();
  s.says('lin-wei', { type: 'close', reason: '已归档' });
  const out: string[] = [];
  for (const lang of ['zh-CN', 'en'] as const)
    for (const e of s.events) out.push(`${e.seq} ${eventWords(e, sampleNames(), lang, postsHeld(s.state))}`);
  const seen = new Set();
  for (const lang of ['zh-CN', 'en'] as const)
    for (const e of s.events) {
      if (e.type !== 'effectRequested' || e.effect.kind !== 'notify') continue;
      if (seen.has(lang + e.effect.template)) continue;
      seen.add(lang + e.effect.template);
      const n = noticeWords({
        template: e.effect.template,
        facts: e.effect.facts,
        texts: noticeTexts(s.state, e.effect),
        names: sampleNames(),
        lang,
        incidentId: s.state.incidentId,
        mode: 'drill',
        recipient: e.effect.recipients[0]!,
        zone: 'Asia/Shanghai',
        ...(e.effect.acknowledge ? { ackUrl: 'https://muster.example.org/ack/x.y' } : {}),
        reportedAt: s.state.report.reportedAt,
        occurredAt: s.state.report.occurredAt!,
        category: 'operation',
      });
      out.push('-----', n.subject, '', n.text);
    }
  writeFileSync('/tmp/wj/out.txt', out.join('\n'));
});
