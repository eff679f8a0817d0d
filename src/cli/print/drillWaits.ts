import type { DrillRecord } from '../../api/contract.js';
import type { Voice } from '../session.js';
import { standsStillWords } from './drills.js';
import { withId } from './withId.js';

/** For whom or what a drill waits, and the command with which they go on; nothing while it goes on by itself. */
export function drillWaits(drill: DrillRecord, voice: Voice): string[] {
  const { say, time } = voice;
  const { id, status, director, plannedAt, pace, injects } = drill;
  switch (status) {
    case 'drafting':
      return [
        say(
          `Waits for the scheme to be handed in, by whoever drafted or directs it: muster drill submit-scheme ${id}`,
          `等待提交演练方案（拟定人或总指挥）：muster drill submit-scheme ${id}`,
        ),
      ];
    case 'review':
      return [
        say(
          `Waits for approval, by somebody whom the plan names for that and who neither drafted nor changed the scheme: muster drill approve ${id}`,
          `等待批准（预案规定的批准人，且非方案的拟定人或修改人）：muster drill approve ${id}`,
        ),
      ];
    case 'ready':
      return plannedAt === undefined
        ? [
            say(
              `Waits for the director, ${withId(director, voice)}, to begin: muster drill start ${id}`,
              `等待总指挥${withId(director, voice)}宣布开始：muster drill start ${id}`,
            ),
          ]
        : [say(`Begins by itself at ${time(plannedAt)}.`, `将于 ${time(plannedAt)} 自动开始。`)];
    case 'running':
      if (pace === 0) return [standsStillWords(id, voice)];
      return injects.some((one) => one.status === 'waiting' || isExpected(one))
        ? []
        : [
            say(
              `All injects are through: it goes on until the response is terminated, its time is up, or the director, ${withId(director, voice)}, ends it: muster drill end ${id}`,
              `情景已全部注入：演练持续到应急终止或时间届满，也可由总指挥${withId(director, voice)}宣布结束：muster drill end ${id}`,
            ),
          ];
    case 'evaluating':
      return evaluationWaits(drill, voice);
    case 'submitted':
      return [
        say(
          `Waits for command to accept the report: muster drill accept ${id}`,
          `等待指挥部审定评估报告：muster drill accept ${id}`,
        ),
      ];
    default:
      return [];
  }
}

/** Whether something is still expected of it. */
function isExpected({ actions }: DrillRecord['injects'][number]): boolean {
  return actions.some(({ status }) => status === 'open');
}

function evaluationWaits(drill: DrillRecord, voice: Voice): string[] {
  const { say, time } = voice;
  const { id, feedback, ratings, roles, director, simulated } = drill;
  const isSimulated = ({ id: person }: { id: string }) => simulated?.people.some((one) => one.id === person) ?? false;
  const missing = feedback?.missing ?? [];
  const unrated = ratings.filter(({ rating }) => rating === undefined).map(({ criterion }) => criterion.id);
  const plays = ({ id: person }: { id: string }) => roles.players.some((one) => one.id === person);
  const judges = roles.evaluators.filter((one) => !isSimulated(one) && !plays(one));
  const named = (people: { id: string; name: string }[]) =>
    people.map((one) => withId(one, voice)).join(say(', ', '、'));
  return [
    ...(feedback === undefined || missing.length === 0
      ? []
      : [
          say(
            `Waits until ${time(feedback.dueAt)} for feedback from ${named(missing)}: muster drill feedback ${id} --answer 1="…"`,
            `等待反馈（期限 ${time(feedback.dueAt)}）：${named(missing)}；muster drill feedback ${id} --answer 1="…"`,
          ),
        ]),
    ...(unrated.length === 0 || judges.length === 0
      ? []
      : [
          say(
            `To be rated by ${named(judges)}: ${unrated.join(', ')}; muster drill rate ${id} <criterion> <P|S|M|U> --reason "…"`,
            `待${named(judges)}评定：${unrated.join('、')}；muster drill rate ${id} <标准> <P|S|M|U> --reason "…"`,
          ),
        ]),
    ...(isSimulated(director)
      ? []
      : [
          say(
            `Waits for the director, ${withId(director, voice)}, to hand in the report: muster drill submit ${id} --problems "…"`,
            `等待总指挥${withId(director, voice)}提交评估报告：muster drill submit ${id} --problems "…"`,
          ),
        ]),
  ];
}
