import type { RefusalSentencesOf } from './sentences.js';
import { actorFromName } from '../actors.js';
import { listOf, textOf } from '../details.js';

export const terminationRefusals: RefusalSentencesOf<
  | 'unknown_criteria'
  | 'criteria_missing'
  | 'already_proposed'
  | 'nothing_proposed'
  | 'second_person_required'
  | 'report_not_written'
> = {
  'zh-CN': {
    unknown_criteria({ found, needed }, say) {
      const known = listOf(needed, 'criteria').map((id) => `${say.names.terminationCriterion(id, say.lang)}（${id}）`);
      return {
        title: '预案中没有这些终止条件',
        detail: `收到的终止条件：${say.list(listOf(found, 'criteria').map((id) => say.quote(id)))}；预案中的终止条件：${say.list(known)}。请改正后重新提交。`,
      };
    },
    criteria_missing({ needed }, say) {
      const open = listOf(needed, 'criteria').map((id) => say.names.terminationCriterion(id, say.lang));
      return {
        title: '终止条件尚未全部满足',
        detail: `尚未确认满足的终止条件：${say.list(open)}。请逐项核对，全部满足后再提议应急终止。`,
      };
    },
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
      detail: '此前的提议不存在，或已撤回，或因级别调整而失效。请先提议应急终止。',
    }),
    second_person_required({ found }, say) {
      const by = textOf(found, 'proposedBy');
      const who = by === undefined ? '提议人' : say.actor(actorFromName(by));
      return { title: '须由第二人签署', detail: `应急终止由${who}提议，不得由同一人签署。请另一名有权人员签署。` };
    },
    report_not_written: () => ({
      title: '事故报告书尚未完成',
      detail: '事故报告书编写完成后方可结案。请稍候；如久未完成，请检查文书服务。',
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
    criteria_missing({ needed }, say) {
      const open = listOf(needed, 'criteria').map((id) => say.names.terminationCriterion(id, say.lang));
      return {
        title: 'Termination criteria are still open',
        detail: `Not stated as met: ${open.join('; ')}. Check each of them, and propose the termination when all are met.`,
      };
    },
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
        'There was no proposal, or it was withdrawn, or it lapsed with a change of level. Propose the termination first.',
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
        'The incident can be closed once its report exists. Wait a little; if it does not come, check the document service.',
    }),
  },
};
