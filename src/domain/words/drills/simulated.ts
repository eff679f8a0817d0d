import type { Lang, Said } from '../../lang.js';
import { said } from '../../lang.js';

/** What the simulator writes where a person would. Free text is recorded once, so it stands there in both languages. */
const inBoth = (text: Said): string => `${text['zh-CN']} / ${text.en}`;

const REASON = said(
  'Simulated: nobody has judged it; it follows all expected actions together and does not count.',
  '系统模拟评定：无人评估，仅按全部预期行动的完成情况推算，不计入得分。',
);
const NOBODY_LOOKED = said(
  'Handed in by the simulator: nobody has looked at what went wrong.',
  '系统模拟提交，未经人员分析。',
);
const MISSED = said('Injects whose expected actions did not come', '预期行动未出现的情景注入');
const GO_THROUGH = said(
  'Command should have people go through the record of this drill.',
  '请指挥部安排人员复核本次演练记录。',
);
const FILLED_IN = said('written by the simulator', '系统模拟填写');

export const SIMULATED_REASON = inBoth(REASON);

/** Wherever somebody has to write something: whoever reads it sees that nobody did. */
export const SIMULATED_WRITING = inBoth(FILLED_IN);

/** `missed`: injects on which something expected did not happen. */
export function simulatedReport(missed: readonly string[]): { problems: string; suggestions: string } {
  const list = said(
    `${MISSED.en}: ${missed.length === 0 ? 'none' : missed.join(', ')}`,
    `${MISSED['zh-CN']}：${missed.length === 0 ? '无' : missed.join('、')}`,
  );
  return { problems: `${inBoth(NOBODY_LOOKED)}\n${inBoth(list)}`, suggestions: inBoth(GO_THROUGH) };
}

/** For a paper that lists itself what did not come, and of whom it was expected. An earlier release put the line another way. */
export function withoutMissed(problems: string): string {
  const isList = (line: string) => line.startsWith(MISSED['zh-CN']) && line.includes(` / ${MISSED.en}`);
  return problems
    .split('\n')
    .filter((line) => !isList(line))
    .join('\n');
}

/** For a paper in one language: of what the simulator wrote, that language alone. */
export function simulatedIn(text: string, lang: Lang): string {
  return [REASON, NOBODY_LOOKED, GO_THROUGH, FILLED_IN].reduce(
    (now, one) => now.replaceAll(inBoth(one), one[lang]),
    text,
  );
}
