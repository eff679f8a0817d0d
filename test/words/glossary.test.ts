import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { DRILL_REFUSALS } from '../../src/domain/drill/index.js';
import { IMPROVEMENT_REFUSALS } from '../../src/domain/improvement/index.js';
import { LANGS } from '../../src/domain/lang.js';
import type { Lang } from '../../src/domain/lang.js';
import { NOTICE_TEMPLATES } from '../../src/domain/incident/index.js';
import { drillRefusalWords, improvementRefusalWords, refusalWords } from '../../src/domain/words/index.js';
import { NOTICE_SENTENCES } from '../../src/domain/words/noticeSentences.js';
import { sampleNames } from '../support/samplePlan.js';
import { sampleRefusals } from './samples.js';

const lines = readFileSync(new URL('../../docs/glossary.md', import.meta.url), 'utf8').split('\n');

function row(code: string, words: string[]): string {
  return `| \`${code}\` | ${words.join(' | ')} |`;
}

test('the glossary names every refusal as the product does', () => {
  for (const refusal of sampleRefusals()) {
    expect(lines).toContain(
      row(
        refusal.code,
        LANGS.map((lang) => refusalWords(refusal, sampleNames(), lang).title),
      ),
    );
  }
});

test('the glossary names every refusal of improvements as the product does', () => {
  for (const code of IMPROVEMENT_REFUSALS) {
    const titleIn = (lang: Lang) => improvementRefusalWords({ code, found: {}, needed: {} }, sampleNames(), lang).title;
    expect(lines).toContain(row(code, LANGS.map(titleIn)));
  }
});

test('the glossary names every refusal of drills as the product does', () => {
  for (const code of DRILL_REFUSALS) {
    const titleIn = (lang: Lang) => drillRefusalWords({ code, found: {}, needed: {} }, sampleNames(), lang).title;
    expect(lines).toContain(row(code, LANGS.map(titleIn)));
  }
});

test('the glossary names every notice as the product does', () => {
  for (const template of NOTICE_TEMPLATES) {
    expect(lines).toContain(
      row(
        template,
        LANGS.map((lang) => NOTICE_SENTENCES[lang][template].name),
      ),
    );
  }
});
