import type { RefusalSentencesOf } from './sentences.js';
import { listOf, numberOf, textOf } from '../details.js';
import { phaseIn } from '../phases.js';
import { roomWords } from '../roomNames.js';

export const decisionRefusals: RefusalSentencesOf<
  | 'not_authorised'
  | 'wrong_phase'
  | 'incident_closed'
  | 'reason_required'
  | 'no_change'
  | 'changed'
  | 'request_id_reused'
  | 'malformed'
  | 'machine_error'
> = {
  'zh-CN': {
    not_authorised({ found, needed }, say) {
      const held = say.list(listOf(found, 'posts').map(say.post)) || '无';
      const wanted = say.list(listOf(needed, 'posts').map(say.post)) || '预案未授权任何岗位';
      return {
        title: '无权作出此决定',
        detail: `提出人现任岗位：${held}；有权的岗位：${wanted}。请由有权的岗位作出决定。`,
      };
    },
    wrong_phase({ found, needed }, say) {
      const phases = say.list(listOf(needed, 'phases').map((id) => `“${phaseIn(id, 'zh-CN')}”`));
      return {
        title: '当前阶段不能这样做',
        detail: `事故现处于“${phaseIn(textOf(found, 'phase'), 'zh-CN')}”阶段，此项决定只能在${phases}阶段作出。请先查看事故现状。`,
      };
    },
    incident_closed: ({ found }) => ({
      title: '事故已经了结',
      detail: `事故${phaseIn(textOf(found, 'phase'), 'zh-CN')}，不再接受任何决定。如情况再起，请另行报告。`,
    }),
    reason_required: () => ({ title: '须写明理由', detail: '决定未附理由。请写明理由后重新提交，理由将记入时间线。' }),
    no_change({ found }, say) {
      const level = textOf(found, 'level');
      const now = level === undefined ? `“${phaseIn(textOf(found, 'phase'), 'zh-CN')}”阶段` : say.level(level);
      return { title: '与现状相同', detail: `事故已处于${now}，此项决定不会带来变化，无须再次提交。` };
    },
    changed({ found }, say) {
      const moved = say.list(listOf(found, 'moved').map((room) => roomWords(room, say.lang)));
      const seen = numberOf(found, 'ifSeq');
      const now = numberOf(found, 'seq');
      const numbers =
        seen === undefined || now === undefined ? '' : `（作决定时看到第${seen}号事件，现已到第${now}号）`;
      return {
        title: '情况已经变化',
        detail: `在此期间有变化的事项：${moved}${numbers}。请查看新的事件后重新决定。`,
      };
    },
    request_id_reused({ found }, say) {
      const id = textOf(found, 'requestId');
      return {
        title: '请求编号已被使用',
        detail: `请求编号 ${id === undefined ? '' : say.quote(id)} 此前用于另一项请求。请换用新的编号重新提交。`,
      };
    },
    malformed({ found, needed }, say) {
      const field = textOf(found, 'field') ?? '';
      const form = textOf(needed, 'form');
      const what = form === undefined ? '' : `（${field === '' ? '请求' : say.quote(field)}应为 ${say.quote(form)}）`;
      return {
        title: '请求格式有误',
        detail: `无法读懂收到的请求${what}，事故未受影响。请对照接口说明改正后重新提交。`,
      };
    },
    machine_error: () => ({
      title: '程序内部出错',
      detail: '此项请求未能处理，事故仍在进行，其他决定照常受理。请报告系统管理员，并以其他方式落实此决定。',
    }),
  },
  en: {
    not_authorised({ found, needed }, say) {
      const held = say.list(listOf(found, 'posts').map(say.post)) || 'none';
      const wanted = listOf(needed, 'posts').map(say.post).join(' or ') || 'no post at all, says the plan';
      return {
        title: 'Not authorised',
        detail: `Posts held by the sender: ${held}. This decision belongs to: ${wanted}. Ask one of them to decide.`,
      };
    },
    wrong_phase({ found, needed }) {
      const phases = listOf(needed, 'phases').map((id) => `“${phaseIn(id, 'en')}”`);
      return {
        title: 'Not possible in this phase',
        detail: `The incident is in the phase “${phaseIn(textOf(found, 'phase'), 'en')}”; this decision needs ${phases.join(' or ')}. Look at where the incident stands first.`,
      };
    },
    incident_closed: ({ found }) => ({
      title: 'The incident is over',
      detail: `It is ${phaseIn(textOf(found, 'phase'), 'en')} and takes no more decisions. If it starts again, report a new incident.`,
    }),
    reason_required: () => ({
      title: 'A reason is needed',
      detail: 'The decision came without a reason. Send it again with one; it goes on the record.',
    }),
    no_change({ found }, say) {
      const level = textOf(found, 'level');
      const now =
        level === undefined ? `in the phase “${phaseIn(textOf(found, 'phase'), 'en')}”` : `at ${say.level(level)}`;
      return { title: 'Nothing would change', detail: `The incident is already ${now}. There is nothing more to do.` };
    },
    changed({ found }, say) {
      const moved = say.list(listOf(found, 'moved').map((room) => roomWords(room, say.lang)));
      const seen = numberOf(found, 'ifSeq');
      const now = numberOf(found, 'seq');
      const numbers =
        seen === undefined || now === undefined ? '' : ` (the sender saw event ${seen}, now it is ${now})`;
      return {
        title: 'The situation has changed',
        detail: `Changed in the meantime: ${moved}${numbers}. Read the new events and decide again.`,
      };
    },
    request_id_reused({ found }, say) {
      const id = textOf(found, 'requestId');
      return {
        title: 'The request id was used before',
        detail: `The request id ${id === undefined ? '' : say.quote(id)} belongs to another request. Send this one again under a new id.`,
      };
    },
    malformed({ found, needed }, say) {
      const field = textOf(found, 'field') ?? '';
      const form = textOf(needed, 'form');
      const what =
        form === undefined ? '' : ` (${field === '' ? 'the request' : say.quote(field)} must be ${say.quote(form)})`;
      return {
        title: 'The request is malformed',
        detail: `It could not be understood${what}; the incident is not affected. Correct it by the API description and send it again.`,
      };
    },
    machine_error: () => ({
      title: 'Internal program error',
      detail:
        'This request could not be handled; the incident goes on and takes other decisions. Tell the operator, and see to it that the decision is carried out by other means.',
    }),
  },
};
