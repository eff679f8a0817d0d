import { describe, expect, test } from '@jest/globals';
import { tracesOf, tracesOfPerson } from '../../src/domain/erasure/index.js';
import type { Traces } from '../../src/domain/erasure/index.js';
import { ENGINES } from '../support/databases.js';
import { useStore } from './harness.js';

const LIANG = tracesOfPerson([
  {
    ...{ id: 'liang-yue', name: { 'zh-CN': '梁悦', en: 'Liang Yue' }, languages: ['zh-CN'] },
    contacts: { email: 'liang.yue@yunfan.example', mobile: '+8613800138000', wecom: 'LiangYue88', dingtalk: '8080' },
  },
]);

const CASES: [Traces, string[]][] = [
  [
    LIANG,
    [
      ...['@Liang Yue can you look?', 'the Liang Yue-led shift', '值班负责人-Liang Yue', '_Liang Yue_', 'Yue, LIANG'],
      ...[
        'Ｌｉａｎｇ Ｙｕｅ',
        'Liang\u200bYue',
        'Li\u00adang\u2028Yue',
        'Liang\u3000Yue',
        'Liang\n\tYue',
        '梁\u200d悦',
        '梁 悦',
      ],
      ...[
        'Liang Yueming',
        'ÉLiang Yue',
        'Liang Yueж',
        'Liang Yue×2',
        'person:liang-yue',
        'liang-yue liang-yue',
        'owner-Liang Yue',
        'Liang\u{e0041}Yue',
      ],
      ...[
        'liang.yue@yunfan.example-',
        'liang.yue%40yunfan.example',
        'j.liang.yue@yunfan.example',
        'LIANG.YUE@yunfan.example。',
      ],
      ...['liang.yue@yunfan.example.org', 'x+liang.yue@yunfan.example', '-liang.yue@yunfan.example'],
      ...[
        '138‑0013‑8000',
        '138–0013–8000',
        '+86 138.0013.8000',
        '008613800138000',
        '513800138000',
        '１３８００１３８０００',
      ],
      ...['@LiangYue88 看一下', 'mail@liangyue88', 'LiangYue881', '端口 8080', '钉钉号：8080', '@8080'],
    ],
  ],
  [tracesOf(["Mary O'Brien"]), ['Mary O’Brien', 'MARY O`BRIEN', 'Mary O´Brien', 'Mary OBrien']],
  [tracesOf(['阿卜杜拉·买买提']), ['阿卜杜拉•买买提', '阿卜杜拉・买买提', '阿卜杜拉买买提', '阿卜杜拉.买买提']],
  [tracesOf(['José Núñez']), ['JOSÉ NÚÑEZ', 'Jose\u0301 Nu\u0301n\u0303ez', 'Jose Nunez']],
  [tracesOf(['Ольга Петрова']), ['ОЛЬГА ПЕТРОВА', 'Ольга Петровая', 'Петрова, Ольга']],
  [tracesOf(['010-62345678']), ['010-62345678', '+86 10 6234 5678', '(010) 62345678', '2010-62345678']],
  [tracesOf(['A.B* (C)']), ['by A.B* (C)', 'by AxB (C)']],
];

describe.each(ENGINES)('what somebody is found by, on %s', (engine) => {
  const db = useStore(engine);

  test('the database finds what the program finds', async () => {
    for (const [traces, texts] of CASES) await compare(traces, texts);
  });

  test('also with more people than one pattern has room for', async () => {
    const visitors = Array.from({ length: 1500 }, (_, n) => `visitor${n}.name@company${n}.example`);
    await compare(tracesOf(visitors), [
      ...[
        'to visitor0.name@company0.example',
        'visitor1499.name@company1499.example',
        'visitor7.name@company8.example',
      ],
      'j.visitor700.name@company700.example',
    ]);
    await compare(tracesOf([]), ['anything']);
  });

  async function compare({ finds, pattern }: Traces, texts: string[]) {
    for (const [i, text] of texts.entries()) {
      const quoted = text.replace(/'/g, "''");
      await db.run(`INSERT INTO blocked_records (incident_id, code, detail) VALUES ('${i}', 'x', '${quoted}')`);
      const found = (await db.store.searchAll(pattern)).some(({ table }) => table === 'blocked_records');
      expect([text, found]).toEqual([text, finds(text)]);
      await db.run(`DELETE FROM blocked_records`);
    }
  }
});
