import { describe, expect, test } from '@jest/globals';
import { LANGS } from '../../src/domain/lang.js';
import { FAULT_CODES, NO_BUNDLE_REASONS, REMARK_CODES } from '../../src/domain/record.js';
import type { RecordFault } from '../../src/domain/record.js';
import { faultWords, remarkWords } from '../../src/domain/words/index.js';

const BROKEN = /undefined|null|[{}]/;
const CHINESE = /\p{Script=Han}/u;

describe.each(LANGS)('what a check of a record finds, in %s', (lang) => {
  const sentence = (words: string): void => {
    expect(words).not.toMatch(BROKEN);
    expect(words).toMatch(lang === 'zh-CN' ? /[^。]。$/u : /[^.]\.$/);
    expect(CHINESE.test(words)).toBe(lang === 'zh-CN');
  };

  test.each(FAULT_CODES)('%s is one sentence, with and without what is known of it', (code) => {
    const more = { item: 'x-1', found: 'f00', needed: 'n00' };
    for (const where of [{ seq: 7 }, { seq: 7, type: 'confirmed' }, ...(code.startsWith('event_') ? [] : [{}])]) {
      const fault: RecordFault = { code, ...where, ...more };
      const words = faultWords(fault, lang);
      sentence(words);
      expect(words).toContain('f00');
      expect(words).toContain('n00');
      if (fault.seq !== undefined) expect(words).toContain('7');
      if (fault.type !== undefined) expect(words).toContain('confirmed');
      sentence(faultWords({ code, ...where, item: 'x-1' }, lang));
    }
  });

  test('why a file is no bundle is said in the language of the reader', () => {
    for (const why of NO_BUNDLE_REASONS) {
      const words = faultWords({ code: 'bundle_unreadable', why, item: '4711' }, lang);
      sentence(words);
      expect(words.replace(/Muster|4711/g, '')).toMatch(lang === 'zh-CN' ? /^[^a-zA-Z]+$/ : /^[ -~]+$/);
    }
    expect(faultWords({ code: 'bundle_unreadable', why: 'compressed', item: 'a.txt' }, lang)).toBe(
      lang === 'zh-CN'
        ? '该文件不是 Muster 导出包：a.txt 经过压缩。'
        : 'The file is no bundle of a record as Muster writes it: a.txt is compressed.',
    );
  });

  test('a fault names the event first, or begins as a sentence does', () => {
    const found = faultWords({ code: 'event_missing', seq: 7 }, lang);
    expect(found).toBe(lang === 'zh-CN' ? '第 7 号事件缺失。' : 'Event 7 is missing.');
    const head = faultWords({ code: 'message_missing', seq: 7, type: 'confirmed' }, lang);
    expect(head).toBe(
      lang === 'zh-CN'
        ? '第 7 号事件（confirmed）：引起该事件的消息缺失。'
        : 'Event 7 (confirmed): the message that caused it is missing.',
    );
    const file = faultWords({ code: 'file_missing', item: 'README.txt' }, lang);
    expect(file).toBe(
      lang === 'zh-CN' ? '导出包中缺少文件 README.txt。' : 'The file README.txt is missing from the bundle.',
    );
  });

  test('a fault of an improvement names it, then its event', () => {
    const improvement = 'a-i1';
    const inEvent = faultWords({ code: 'event_changed', improvement, seq: 2, type: 'handedIn' }, lang);
    expect(inEvent).toBe(
      lang === 'zh-CN'
        ? '改进措施 a-i1 第 2 号事件（handedIn）与封存时不一致。'
        : 'Improvement a-i1, event 2 (handedIn) is not what was sealed.',
    );
    const besides = faultWords({ code: 'evidence_changed', improvement, item: 'f00' }, lang);
    expect(besides).toBe(
      lang === 'zh-CN'
        ? '改进措施 a-i1：凭证文件 f00 已被改动。'
        : 'Improvement a-i1: the file of evidence f00 has changed.',
    );
    sentence(remarkWords({ code: 'texts_erased', improvement, count: 2 }, lang));
  });

  test.each(REMARK_CODES)('%s says what is left open', (code) => {
    sentence(remarkWords({ code, count: 3, item: 'x-1' }, lang));
  });

  test('no two of them read alike', () => {
    const all = [
      ...FAULT_CODES.map((code) => faultWords({ code, item: 'x-1' }, lang)),
      ...REMARK_CODES.map((code) => remarkWords({ code, count: 3, item: 'x-1' }, lang)),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
});
