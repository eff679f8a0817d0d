/** What the simulator writes where a person would. Free text is recorded once, so it stands there in both languages. */
export const SIMULATED_REASON =
  '系统模拟评定：无人评估，仅按全部预期行动的完成情况推算，不计入得分。 / Simulated: nobody has judged it; it follows all expected actions together and does not count.';

const NOBODY_LOOKED =
  '系统模拟提交，未经人员分析。 / Handed in by the simulator: nobody has looked at what went wrong.';

/** `missed`: injects on which something expected did not happen. */
export function simulatedReport(missed: readonly string[]): { problems: string; suggestions: string } {
  const list = missed.length === 0 ? '无 / none' : missed.join('、');
  return {
    problems: `${NOBODY_LOOKED}\n预期行动未出现的情景注入 / Injects whose expected actions did not come: ${list}`,
    suggestions: '请指挥部安排人员复核本次演练记录。 / Command should have people go through the record of this drill.',
  };
}
