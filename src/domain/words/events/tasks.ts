import type { EventOf } from '../../incident/index.js';
import type { TasksEvent } from '../../incident/events/tasks.js';
import type { Lang } from '../../lang.js';
import type { Speaker } from '../speaker.js';
import { ownerWords, taskName, taskNames } from '../taskWords.js';
import type { SentencesOf } from './sentences.js';

const WHY: Record<Lang, Record<EventOf<'tasksOpened'>['why'], string>> = {
  'zh-CN': {
    phase: '',
    levelChanged: '因级别调整，',
    categoryChanged: '因类别更改，',
    planMoved: '因预案版本切换，',
    reopened: '因重新启动响应，',
  },
  en: {
    phase: '',
    levelChanged: ' after the change of level',
    categoryChanged: ' after the change of category',
    planMoved: ' after the move to another version of the plan',
    reopened: ' since the incident was reopened',
  },
};

export const tasksEvents: SentencesOf<TasksEvent['type']> = {
  'zh-CN': {
    tasksOpened: ({ why, tasks }, say) => `${WHY['zh-CN'][why]}下达任务${tasks.length}项：${names(tasks, say)}。`,
    tasksWithdrawn: ({ why, tasks }, say) => `${WHY['zh-CN'][why]}撤回尚未开始的任务：${taskNames(tasks, say)}。`,
    taskAdded: ({ actor, task, owner, mandatory, texts }, say) =>
      `${say.actor(actor)}增加${mandatory ? '必做' : ''}任务 ${task}，由${ownerWords(owner, say)}负责：${say.quote(texts.title)}。`,
    taskStarted: ({ actor, task }, say) => `${say.actor(actor)}开始任务：${taskName(task, say)}。`,
    taskFinished(event, say) {
      const head = `${say.actor(event.actor)}完成任务：${taskName(event.task, say)}`;
      return `${[head, ...evidence(event, say)].join('。')}。`;
    },
    taskSkipped: ({ actor, task, texts }, say) =>
      `${say.actor(actor)}决定不做任务：${taskName(task, say)}。理由：${say.quote(texts.reason)}。`,
    taskReassigned: ({ actor, task, from, to, texts }, say) =>
      `${say.actor(actor)}将任务${taskName(task, say)}由${ownerWords(from, say)}改交${ownerWords(to, say)}。理由：${say.quote(texts.reason)}。`,
    tasksOverdue({ step, tasks, tell }, say) {
      const people = tell.map(({ person }) => person);
      const told = {
        owner: `已催促${say.people(people)}`,
        lead: `已告知组长${say.people(people)}`,
        command: `已告知指挥人员${say.people(people)}`,
      }[step];
      return `任务逾期：${taskNames(tasks, say)}；${people.length === 0 ? '无人可告知' : told}。`;
    },
  },
  en: {
    tasksOpened: ({ why, tasks }, say) =>
      `Opened ${tasks.length === 1 ? '1 task' : `${tasks.length} tasks`}${WHY.en[why]}: ${names(tasks, say)}.`,
    tasksWithdrawn: ({ why, tasks }, say) =>
      `Took back tasks that nobody had begun${WHY.en[why]}: ${taskNames(tasks, say)}.`,
    taskAdded: ({ actor, task, owner, mandatory, texts }, say) =>
      `${say.actor(actor)} added the ${mandatory ? 'mandatory ' : ''}task ${task} for ${ownerWords(owner, say)}: ${say.quote(texts.title)}.`,
    taskStarted: ({ actor, task }, say) => `${say.actor(actor)} started the task ${taskName(task, say)}.`,
    taskFinished(event, say) {
      const head = `${say.actor(event.actor)} finished the task ${taskName(event.task, say)}`;
      return `${[head, ...evidence(event, say)].join('. ')}.`;
    },
    taskSkipped: ({ actor, task, texts }, say) =>
      `${say.actor(actor)} decided that the task ${taskName(task, say)} is not to be done. Reason: ${say.quote(texts.reason)}.`,
    taskReassigned: ({ actor, task, from, to, texts }, say) =>
      `${say.actor(actor)} gave the task ${taskName(task, say)} to ${ownerWords(to, say)} instead of ${ownerWords(from, say)}. Reason: ${say.quote(texts.reason)}.`,
    tasksOverdue({ step, tasks, tell }, say) {
      const people = say.people(tell.map(({ person }) => person));
      const told = {
        owner: `reminded ${people}`,
        lead: `told ${people}, who leads`,
        command: `told ${people} in command`,
      };
      return `Overdue: ${taskNames(tasks, say)}; ${tell.length === 0 ? 'there is nobody to tell' : told[step]}.`;
    },
  },
};

function names(tasks: EventOf<'tasksOpened'>['tasks'], say: Speaker): string {
  return taskNames(
    tasks.map(({ task }) => task),
    say,
  );
}

const EVIDENCE: Record<Lang, Record<'finding' | 'note' | 'link' | 'fileName', string>> = {
  'zh-CN': { finding: '查明：', note: '记录：', link: '链接：', fileName: '文件：' },
  en: { finding: 'Finding: ', note: 'Note: ', link: 'Link: ', fileName: 'File: ' },
};

function evidence({ file, texts = {} }: EventOf<'taskFinished'>, say: Speaker): string[] {
  const words = EVIDENCE[say.lang];
  const told = (['finding', 'note', 'link'] as const).flatMap((key) =>
    texts[key] === undefined ? [] : [`${words[key]}${say.quote(texts[key])}`],
  );
  if (file === undefined) return told;
  // The first digits are enough to find it; the whole hash stands in the record.
  return [...told, `${words.fileName}${say.quote(texts.fileName)} (SHA-256 ${file.slice(0, 12)}…)`];
}
