import type { DrillRecord } from '../../api/contract.js';
import { drillWaits } from './drillWaits.js';
import { resultWords } from './drills.js';
import type { Voice } from '../session.js';

/** `key`: what it tells besides the times; while that is the same nothing is said again. */
export function drillProgressLine(drill: DrillRecord, took: number, voice: Voice): { key: string; words: string } {
  const { say, time } = voice;
  const { status, words, storyNow, injects } = drill;
  const played = injects.filter((one) => one.status === 'played').length;
  const actions = injects.filter((one) => one.status === 'played').flatMap((one) => one.actions);
  const count = (...of: string[]) => actions.filter((one) => of.includes(one.status)).length;
  const [met, missed] = [count('seen', 'late'), count('missed')];
  const progress =
    played === 0
      ? ''
      : say(
          `injects ${played}/${injects.length}, expected actions ${met} met, ${missed} missed, ${count('open')} open`,
          `情景注入 ${played}/${injects.length}，预期行动：完成 ${met}，未出现 ${missed}，等待 ${count('open')}`,
        );
  const parts = [
    clockOf(took),
    words,
    storyNow === undefined ? '' : say(`story ${time(storyNow)}`, `情景时间 ${time(storyNow)}`),
    progress,
  ];
  return { key: `${status} ${progress}`, words: parts.filter((part) => part !== '').join('  ') };
}

/** How it ended, and where the report is. */
export function drillEndLines(drill: DrillRecord, took: number, voice: Voice): string[] {
  const { say } = voice;
  const { id, report, simulated, status } = drill;
  if (report === undefined) return [say(`Drill ${id}: ${drill.words}.`, `演练 ${id}：${drill.words}。`)];
  const result = resultWords(drill, { say }) ?? '–';
  return [
    say(
      `Drill ${id}: report version ${report.version} is handed in, after ${clockOf(took)}. Result: ${result}.`,
      `演练 ${id}：评估报告第 ${report.version} 版已提交，用时 ${clockOf(took)}。结果：${result}。`,
    ),
    ...(simulated === undefined
      ? []
      : [
          say(
            `Played by the simulator: ${simulated.people.length} people, seed ${simulated.seed}.`,
            `由系统模拟：${simulated.people.length} 人，随机种子 ${simulated.seed}。`,
          ),
        ]),
    ...(report.simulated === true
      ? [
          say(
            'The simulator accepted it. That proves nothing: no improvement is closed by it.',
            '由系统模拟审定，不作为整改依据，不能据此关闭改进措施。',
          ),
        ]
      : []),
    ...(status === 'submitted' ? drillWaits(drill, voice) : []),
    say(`Read it: muster drill show ${id}`, `查看：muster drill show ${id}`),
  ];
}

/** `3:07` for three minutes and seven seconds of real time. */
function clockOf(took: number): string {
  const seconds = Math.floor(took / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
