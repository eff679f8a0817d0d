import type { RefusalSentencesOf } from './sentences.js';
import { actorFromName } from '../actors.js';
import { openItemFrom } from '../../incident/index.js';
import type { Details } from '../../incident/index.js';
import { stepName } from '../aftermathSteps.js';
import { listOf, textOf } from '../details.js';
import { openItemWords } from '../openItems.js';
import { reportPartsWords } from '../reportParts.js';
import type { Speaker } from '../speaker.js';

export const terminationRefusals: RefusalSentencesOf<
  | 'unknown_criteria'
  | 'criteria_of_others'
  | 'criteria_stand'
  | 'end_not_reached'
  | 'no_override'
  | 'override_not_needed'
  | 'watch_over'
  | 'no_recurrence'
  | 'already_proposed'
  | 'nothing_proposed'
  | 'second_person_required'
  | 'report_not_written'
  | 'aftermath_open'
> = {
  'zh-CN': {
    unknown_criteria({ found, needed }, say) {
      const known = listOf(needed, 'criteria').map((id) => `${say.names.terminationCriterion(id, say.lang)}（${id}）`);
      return {
        title: '预案中没有这些终止条件',
        detail: `收到的终止条件：${say.list(listOf(found, 'criteria').map((id) => say.quote(id)))}；预案中的终止条件：${say.list(known)}。请改正后重新提交。`,
      };
    },
    criteria_of_others({ found, needed }, say) {
      return {
        title: '有的终止条件应由他人确认',
        detail: `以下终止条件不由您确认：${say.list(eachWithPost(found, needed, say))}。请由上述岗位用 muster criterion confirm 确认；也可用 muster terminate 的 ask 逐一通知他们。`,
      };
    },
    criteria_stand({ found }, say) {
      const names = namesIn(found, say);
      const which = names.length === 0 ? '' : `：${say.list(names)}`;
      return textOf(found, 'status') === 'open'
        ? { title: '这些终止条件尚未确认', detail: `没有可撤回的确认${which}。请用 muster status 查看现状。` }
        : { title: '这些终止条件已确认', detail: `均已确认${which}，无须再次确认。请用 muster status 查看现状。` };
    },
    end_not_reached({ found }, say) {
      const open = openLines(found, say);
      const list = open.length === 0 ? '' : `：\n${open.map((line) => `- ${line}`).join('\n')}\n`;
      return {
        title: '尚未达到应急终止的条件',
        detail: `仍有事项未了结，应急响应不能终止${list === '' ? '。' : list}请逐项了结后再办理。`,
      };
    },
    no_override: () => ({
      title: '预案不允许强制终止',
      detail: '本预案没有规定在事项未了结时强制终止。请逐项了结后，再提议应急终止。',
    }),
    override_not_needed: () => ({
      title: '无须强制终止',
      detail: '没有阻碍应急终止的事项。请按通常程序提议应急终止。',
    }),
    watch_over: () => ({
      title: '观察期已过',
      detail: '本事故已转入后期处置，不能重新启动响应。请用 muster report 另报一起事故，并写明本事故的编号。',
    }),
    no_recurrence: () => ({
      title: '没有待决定的疑似复发',
      detail: '观察期内没有新的情况待决定，或者已有人作出决定。请用 muster status 查看现状。',
    }),
    already_proposed({ found }, say) {
      const by = textOf(found, 'by');
      const who = by === undefined ? '' : say.actor(actorFromName(by));
      return {
        title: '应急终止已有人提议',
        detail: `${who}已提议应急终止，正待第二人签署。请签署该提议，或先将其撤回。`,
      };
    },
    nothing_proposed: () => ({
      title: '没有待签署的应急终止提议',
      detail: '此前的提议不存在，或已撤回，或因级别、类别调整或预案版本切换而失效。请先提议应急终止。',
    }),
    second_person_required({ found }, say) {
      const by = textOf(found, 'proposedBy');
      const who = by === undefined ? '提议人' : say.actor(actorFromName(by));
      return { title: '须由第二人签署', detail: `应急终止由${who}提议，不得由同一人签署。请另一名有权人员签署。` };
    },
    report_not_written: () => ({
      title: '事故报告书尚未完成',
      detail:
        '事故报告书编写完成后方可结案。请稍候；如久未完成，请检查文书服务；确实无法编写的，请说明理由并选择“仍要结案”（despite）。',
    }),
    aftermath_open: ({ found }, say) => ({
      title: '后期处置尚未办完',
      detail: `预案规定结案之前须办理：${say.list(listOf(found, 'steps').map((step) => stepName(step, 'zh-CN')))}。${lacking(found, say)}请先办理；确须先行结案的，请说明理由并选择“仍要结案”（despite）。`,
    }),
  },
  en: {
    unknown_criteria({ found, needed }, say) {
      const known = listOf(needed, 'criteria').map((id) => `${say.names.terminationCriterion(id, say.lang)} (${id})`);
      return {
        title: 'Unknown termination criteria',
        detail: `The plan does not have: ${listOf(found, 'criteria')
          .map((id) => say.quote(id))
          .join(', ')}. It has: ${known.join(', ')}. Correct the list and send it again.`,
      };
    },
    criteria_of_others({ found, needed }, say) {
      return {
        title: 'Others have to confirm this',
        detail: `These criteria are not yours to confirm: ${eachWithPost(found, needed, say).join('; ')}. Whoever holds that post confirms them with "muster criterion confirm"; "muster terminate" with "ask" mails each of them.`,
      };
    },
    criteria_stand({ found }, say) {
      const names = namesIn(found, say);
      const which = names.length === 0 ? '' : `: ${names.join('; ')}`;
      return textOf(found, 'status') === 'open'
        ? {
            title: 'These criteria are not confirmed',
            detail: `There is nothing to take back${which}. See where it stands with "muster status".`,
          }
        : {
            title: 'These criteria are confirmed already',
            detail: `Nothing is left to confirm${which}. See where it stands with "muster status".`,
          };
    },
    end_not_reached({ found }, say) {
      const open = openLines(found, say);
      const list = open.length === 0 ? '. ' : `:\n${open.map((line) => `- ${line}`).join('\n')}\n`;
      return {
        title: 'The end is not reached',
        detail: `The response cannot end while this stands against it${list}Settle each of them, then try again.`,
      };
    },
    no_override: () => ({
      title: 'The plan has no override',
      detail:
        'This plan names nobody who may end the response while something stands against it. Settle what is open, then propose the termination.',
    }),
    override_not_needed: () => ({
      title: 'No override is needed',
      detail: 'Nothing stands against the end. Propose the termination in the ordinary way.',
    }),
    watch_over: () => ({
      title: 'The watch is over',
      detail:
        'This incident is in its aftermath and cannot be reopened. Report a new one with "muster report", and name this one in it.',
    }),
    no_recurrence: () => ({
      title: 'Nothing waits to be dismissed',
      detail:
        'Nothing that was told during the watch waits for a decision, or somebody has decided on it meanwhile. See where it stands with "muster status".',
    }),
    already_proposed({ found }, say) {
      const by = textOf(found, 'by');
      const who = by === undefined ? 'somebody' : say.actor(actorFromName(by));
      return {
        title: 'The termination is already proposed',
        detail: `It was proposed by ${who} and waits for a second signature. Sign it, or have it withdrawn first.`,
      };
    },
    nothing_proposed: () => ({
      title: 'No termination is proposed',
      detail:
        'There was no proposal, or it was withdrawn, or it lapsed with a change of level, category or plan. Propose the termination first.',
    }),
    second_person_required({ found }, say) {
      const by = textOf(found, 'proposedBy');
      const who = by === undefined ? 'the same person' : say.actor(actorFromName(by));
      return {
        title: 'A second person must sign',
        detail: `The termination was proposed by ${who}, who cannot sign it as well. Ask another authorised person to sign.`,
      };
    },
    report_not_written: () => ({
      title: 'The incident report is not written yet',
      detail:
        'The incident can be closed once its report exists. Wait a little; if it does not come, check the document service; where it cannot be written at all, give the reason and say so (despite).',
    }),
    aftermath_open: ({ found }, say) => ({
      title: 'The aftermath is not done yet',
      detail: `The plan wants before closure: ${say.list(listOf(found, 'steps').map((step) => stepName(step, 'en')))}.${lacking(found, say)} See to it first; to close all the same, give the reason and say so (despite).`,
    }),
  },
};

/** With the id of what it is about: the next command asks for it. */
function openLines(found: Details, { names, lang }: Speaker): string[] {
  return listOf(found, 'open')
    .flatMap(openItemFrom)
    .map((item) => {
      const words = openItemWords(item, names, lang);
      if (item.id === undefined || item.code === 'sitrep_overdue' || item.code === 'resource_held') return words;
      return lang === 'en' ? `${words} (${item.id})` : `${words}（${item.id}）`;
    });
}

function namesIn(found: Details, { names, lang }: Speaker): string[] {
  return listOf(found, 'criteria').map((id) => names.terminationCriterion(id, lang));
}

/** Each criterion with the post that it is up to. */
function eachWithPost(found: Details, needed: Details, say: Speaker): string[] {
  const posts = listOf(needed, 'posts');
  return namesIn(found, say).map((name, i) => {
    const post = posts[i];
    if (post === undefined || post === '') return name;
    return say.lang === 'en' ? `${name} (${say.post(post)})` : `${name}（${say.post(post)}）`;
  });
}

/** Why a report that is approved is not enough. */
function lacking(found: Details, say: Speaker): string {
  const lacks = listOf(found, 'reportLacks');
  if (lacks.length === 0) return '';
  const parts = reportPartsWords(lacks, say);
  return say.lang === 'en'
    ? ` The approved report lacks ${parts}; submit a supplemented version.`
    : `已批准的报告书尚无${parts}，须提交补充后的版本。`;
}
