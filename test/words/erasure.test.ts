import { expect, test } from '@jest/globals';
import type { Doubt } from '../../src/domain/erasure/index.js';
import { LANGS } from '../../src/domain/lang.js';
import { erasureWords } from '../../src/domain/words/index.js';

const doubts: Doubt[] = [
  { kind: 'short', word: '高峰' },
  { kind: 'ordinary', word: '8080' },
  { kind: 'shared', word: '王伟', with: 's3' },
  { kind: 'passedOn', word: '+8613800138000', with: 's4' },
];
const about = { kind: 'person', subject: 's1', idRows: 0, left: [], undecided: 0, pending: [], cleared: true } as const;

test.each(LANGS)('in %s a preview says of each doubtful word what is done with it', (lang) => {
  const said = erasureWords({ ...about, preview: true, doubts }, lang);
  for (const doubt of doubts) {
    const sentences = said.filter((sentence) => sentence.includes(doubt.word));
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toContain('with' in doubt ? doubt.with : doubt.word);
  }
});

test.each(LANGS)('in %s what is erased is not named afterwards', (lang) => {
  const said = erasureWords({ ...about, preview: false, doubts }, lang);
  expect(said.filter((sentence) => doubts.some(({ word }) => sentence.includes(word)))).toEqual([]);
  expect(said.length).toBe(erasureWords({ ...about, preview: false, doubts: [] }, lang).length + 1);
});
