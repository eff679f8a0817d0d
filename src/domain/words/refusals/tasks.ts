import { listOf, numberOf, textOf } from '../details.js';
import type { Speaker } from '../speaker.js';
import { taskName, taskNames } from '../taskWords.js';
import type { RefusalSentencesOf } from './sentences.js';

const ENDED = {
  'zh-CN': { finished: '已完成', skipped: '已决定不做', withdrawn: '已撤回' },
  en: { finished: 'finished', skipped: 'skipped', withdrawn: 'taken back' },
} as const;

const EVIDENCE = {
  'zh-CN': { note: '文字记录', link: '链接', file: '文件' },
  en: { note: 'a note', link: 'a link', file: 'a file' },
} as const;

function oneOf(words: Record<string, string>, id: string | undefined, otherwise: string): string {
  return id !== undefined && Object.hasOwn(words, id) ? (words[id] ?? otherwise) : otherwise;
}

function task(found: Parameters<typeof textOf>[0], say: Speaker): string {
  return taskName(textOf(found, 'task') ?? '', say);
}

export const tasksRefusals: RefusalSentencesOf<
  | 'unknown_task'
  | 'task_waits'
  | 'task_done'
  | 'task_started'
  | 'evidence_required'
  | 'repairer_cannot_verify'
  | 'verified_task_open'
  | 'unknown_owner'
  | 'title_required'
  | 'due_passed'
  | 'too_many_tasks'
> = {
  'zh-CN': {
    unknown_task: ({ found, needed }, say) => ({
      title: '本事故没有此项任务',
      detail: `收到的任务编号：${say.quote(textOf(found, 'task'))}；未完成的任务：${taskNames(listOf(needed, 'tasks'), say) || '无'}。请改正编号后重新提交。`,
    }),
    task_waits: ({ found, needed }, say) => ({
      title: '前置任务尚未完成',
      detail: `任务${task(found, say)}须等待：${taskNames(listOf(needed, 'tasks'), say)}。请先完成前置任务；确实不需要的，请指挥人员决定不做。`,
    }),
    task_done: ({ found }, say) => ({
      title: '任务已经了结',
      detail: `任务${task(found, say)}${oneOf(ENDED['zh-CN'], textOf(found, 'status'), '已了结')}，不再办理。还有事要做的，请增加任务。`,
    }),
    task_started: ({ found }, say) => ({
      title: '任务已经开始',
      detail: `任务${task(found, say)}已由${say.people(listOf(found, 'people'))}开始，无须再次提交。请与其联系，完成后登记。`,
    }),
    evidence_required: ({ needed }) => ({
      title: '缺少完成凭证',
      detail: `预案要求此项任务附${oneOf(EVIDENCE['zh-CN'], textOf(needed, 'evidence'), '凭证')}。请补上后重新提交。`,
    }),
    repairer_cannot_verify: ({ found }, say) => ({
      title: '须由他人验证',
      detail: `${say.person(textOf(found, 'person') ?? '')}参与过任务${taskName(textOf(found, 'verifies') ?? '', say)}，不得验证自己的结果。请另一名有权人员完成此项任务。`,
    }),
    verified_task_open: ({ needed }, say) => ({
      title: '所验证的任务尚未完成',
      detail: `尚未完成：${taskNames(listOf(needed, 'tasks'), say)}。请在其完成之后再验证。`,
    }),
    unknown_owner: ({ found }, say) => ({
      title: '没有此岗位或人员',
      detail: `${say.quote(textOf(found, 'post') ?? textOf(found, 'person') ?? '')}既不是本事故所用预案的岗位，也不是任职人员。请改为预案中的岗位或者任职人员。`,
    }),
    title_required: () => ({ title: '须写明任务内容', detail: '没有写明要做什么。请写明后重新提交。' }),
    due_passed: () => ({ title: '时限已过', detail: '任务的时限早于现在。请给出以后的时刻。' }),
    too_many_tasks: ({ needed }) => ({
      title: '增加的任务过多',
      detail: `一起事故最多增加${numberOf(needed, 'most') ?? ''}项任务。请把要做的事并入已有任务，或由负责人自行记录。`,
    }),
  },
  en: {
    unknown_task: ({ found, needed }, say) => ({
      title: 'The incident has no such task',
      detail: `Received: ${say.quote(textOf(found, 'task'))}. Not done yet: ${taskNames(listOf(needed, 'tasks'), say) || 'none'}. Correct the id and send it again.`,
    }),
    task_waits: ({ found, needed }, say) => ({
      title: 'Other tasks come first',
      detail: `The task ${task(found, say)} waits for: ${taskNames(listOf(needed, 'tasks'), say)}. Finish those first; if they are not needed, ask command to skip them.`,
    }),
    task_done: ({ found }, say) => ({
      title: 'The task is over',
      detail: `The task ${task(found, say)} is ${oneOf(ENDED.en, textOf(found, 'status'), 'over')}. If there is more to do, have another task added.`,
    }),
    task_started: ({ found }, say) => ({
      title: 'The task is started already',
      detail: `The task ${task(found, say)} was started by ${say.people(listOf(found, 'people'))}. Get in touch with them, and finish it when it is done.`,
    }),
    evidence_required: ({ needed }) => ({
      title: 'Evidence is missing',
      detail: `The plan asks for ${oneOf(EVIDENCE.en, textOf(needed, 'evidence'), 'evidence')} with this task. Add it and send it again.`,
    }),
    repairer_cannot_verify: ({ found }, say) => ({
      title: 'Somebody else must verify',
      detail: `${say.person(textOf(found, 'person') ?? '')} had a hand in the task ${taskName(textOf(found, 'verifies') ?? '', say)} and cannot verify it as well. Ask another authorised person to finish this task.`,
    }),
    verified_task_open: ({ needed }, say) => ({
      title: 'What is to be verified is not done',
      detail: `Not done yet: ${taskNames(listOf(needed, 'tasks'), say)}. Verify it once it is.`,
    }),
    unknown_owner: ({ found }, say) => ({
      title: 'No such post or person',
      detail: `${say.quote(textOf(found, 'post') ?? textOf(found, 'person') ?? '')} is no post of the plan of this incident, nor anybody who holds one. Name a post of the plan, or somebody who holds one.`,
    }),
    title_required: () => ({
      title: 'Say what there is to do',
      detail: 'The task came without words. Write what there is to do and send it again.',
    }),
    due_passed: () => ({
      title: 'The due time is over',
      detail: 'The task would be due before now. Give a time that is still to come.',
    }),
    too_many_tasks: ({ needed }) => ({
      title: 'Too many tasks were added',
      detail: `At most ${numberOf(needed, 'most') ?? 'so many'} tasks can be added to an incident. Make it part of another task, or let its owner keep a list.`,
    }),
  },
};
