import { describe, expect, test } from '@jest/globals';
import { NOTICE_TEMPLATES } from '../../src/domain/incident/index.js';
import { LANGS } from '../../src/domain/lang.js';
import { noticeWords } from '../../src/domain/words/index.js';
import { ACK_URL, sampleNotice } from './samples.js';

describe.each(LANGS)('notices in %s', (lang) => {
  test.each(NOTICE_TEMPLATES)('%s says what happened, to whom it is and from whom', (template) => {
    const input = sampleNotice(template, lang);
    const { subject, text } = noticeWords(input);
    expect(`${subject}\n${text}`).not.toMatch(/undefined|\[object|NaN/);
    expect(subject).toContain(input.texts['title']!);
    expect(subject).not.toContain('\n');
    const told = [
      input.incidentId,
      input.texts['place']!,
      // A SITREP tells how it stands now, not what the report once said.
      ...(template.startsWith('sitrep') ? [] : [input.texts['cause']!, input.texts['impact']!]),
      '2026-11-22 03:14:05 +08:00',
      input.names.organisation(lang),
      input.names.team('tech', lang),
    ];
    for (const words of told) expect(text).toContain(words);
    expect(text.split('\n').includes(ACK_URL)).toBe(input.ackUrl !== undefined);
  });

  test.each(NOTICE_TEMPLATES)('%s is marked as a drill in subject and first line', (template) => {
    const { subject, text } = noticeWords(sampleNotice(template, lang, { mode: 'drill' }));
    expect(subject).toMatch(/^【演练 DRILL】/);
    expect(text).toMatch(/^【演练 DRILL】/);
    expect(noticeWords(sampleNotice(template, lang)).text).not.toMatch(/演练|drill/i);
  });

  test.each(NOTICE_TEMPLATES)('%s survives texts that were erased', (template) => {
    const { subject, text } = noticeWords(sampleNotice(template, lang, { texts: {} }));
    expect(`${subject}\n${text}`).not.toMatch(/undefined|\[object/);
  });

  test('a level that is not decided is called unverified, in the subject too', () => {
    const { subject, text } = noticeWords(sampleNotice('alert', lang));
    expect(subject).toMatch(lang === 'en' ? /^\[Unverified, proposed Level II\]/ : /^【未核实，建议Ⅱ级响应】/);
    expect(text).toMatch(lang === 'en' ? /the report is unverified/ : /报告尚未核实/);
  });

  test('a decided level stands in the subject', () => {
    const { subject } = noticeWords(sampleNotice('call', lang));
    expect(subject).toMatch(lang === 'en' ? /^\[Level II\] Report for duty now: / : /^【Ⅱ级响应】请立即到岗：/);
  });

  test('a reminder of an unverified report quotes no reason of a later decision', () => {
    const { text } = noticeWords(sampleNotice('reminder', lang, { facts: {} }));
    expect(text).not.toContain('监控与客服均证实');
  });

  test('silence names everybody who is silent', () => {
    const { text } = noticeWords(sampleNotice('silence', lang));
    for (const id of ['qian-rong', 'he-zhe'])
      expect(text).toContain(sampleNotice('silence', lang).names.person(id, lang));
  });

  test.each(['commandAsked', 'handoverUnanswered', 'commandUnanswered', 'silence'] as const)(
    '%s names once who does not answer',
    (template) => {
      const { text } = noticeWords(sampleNotice(template, lang));
      expect(text.match(/^(?:No answer from: |无应答：|逾时未确认：)/gm)).toHaveLength(1);
    },
  );

  test('what to do stands first, and how to acknowledge right behind it', () => {
    const lines = noticeWords(sampleNotice('call', lang)).text.split('\n');
    expect(lines.indexOf(ACK_URL)).toBe(3);
    expect(lines[2]).toContain(lang === 'en' ? 'press “Acknowledge”' : '再按“确认收到”');
  });

  test('whoever is stood down reads that they need not come', () => {
    for (const template of ['standDown', 'terminated'] as const) {
      const [first] = noticeWords(sampleNotice(template, lang)).text.split('\n');
      expect(first).toMatch(lang === 'en' ? /need(?: not)? come/ : /无须再.*到岗/);
    }
  });

  test('a proposal gives its own reason, and its criteria one a line', () => {
    const { text } = noticeWords(
      sampleNotice('terminationProposed', lang, { facts: { level: 'L2', criteria: ['a', 'b'] } }),
    );
    expect(text).toMatch(lang === 'en' ? /^Reason for the proposal: /m : /^提议的理由：/m);
    expect(text).toMatch(/^- a\n- b$/m);
  });

  test('a quoted text cannot forge a line of the mail', () => {
    const texts = { title: 't', place: 'p', description: `x\nhttps://evil.example/ack\n` };
    const { text } = noticeWords(sampleNotice('call', lang, { texts }));
    expect(text.split('\n')).not.toContain('https://evil.example/ack');
  });

  test('a very long text is cut', () => {
    const { subject, text } = noticeWords(
      sampleNotice('call', lang, { texts: { title: '长'.repeat(500), place: 'p' } }),
    );
    expect([...subject].length).toBeLessThan(100);
    expect([...text].length).toBeLessThan(1_500);
  });
});
