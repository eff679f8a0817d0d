import { test } from '@jest/globals';
import { writeFileSync, mkdirSync } from 'node:fs';
import { drillFile } from '../../src/documents/index.js';
import { drillOn } from './drillStory.js';
test('pages', async () => {
  mkdirSync('/tmp/d8c-pages', { recursive: true });
  for (const scenario of (process.env['SC'] ?? 'ransomware,authority-order').split(',')) {
    const done = drillOn(scenario, 'accepted');
    const approved = drillOn(scenario, 'approved');
    for (const lang of ['zh-CN', 'en'] as const)
      for (const format of ['docx', 'html'] as const)
        for (const paper of ['scheme', 'controllersScheme', 'questionnaire', 'report'] as const) {
          const { bytes } = await drillFile({ ...(paper === 'report' ? done : approved), paper, lang, format });
          writeFileSync(`/tmp/d8c-pages/${scenario}-${paper}-${lang}.${format}`, bytes);
        }
  }
}, 600000);
