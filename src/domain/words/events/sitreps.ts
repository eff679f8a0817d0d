import type { EventOf } from '../../incident/index.js';
import type { Lang } from '../../lang.js';
import type { Instant } from '../../time.js';
import { partnersWords } from '../quorum.js';
import { SITREP_HEADINGS, sitrepName } from '../sitrepNames.js';
import type { Speaker } from '../speaker.js';
import type { SentencesOf } from './sentences.js';

type Sitreps =
  | 'sitrepDrafted'
  | 'sitrepEdited'
  | 'sitrepRescheduled'
  | 'sitrepOverdue'
  | 'sitrepReleased'
  | 'sitrepSent'
  | 'sitrepLapsed';

const DRAFTED_ZH = {
  cadence: '按报送周期',
  levelChanged: '因级别调整',
  terminated: '因应急终止',
  reopened: '因重新启动响应',
  asked: '应要求',
};
const DRAFTED_EN = {
  cadence: 'as the cadence wants it',
  levelChanged: 'because the level changed',
  terminated: 'because the response ended',
  reopened: 'because the incident was reopened',
  asked: 'on request',
};
const STAGE_ZH = { owners: '', lead: '，仍未发布', command: '，仍未发布，上报指挥' };
const STAGE_EN = {
  owners: '',
  lead: ' and still not released',
  command: ' and still not released, brought before command',
};

export const sitrepEvents: SentencesOf<Sitreps> = {
  'zh-CN': {
    sitrepDrafted(event, say) {
      const final = event.final === true ? '（终报）' : '';
      const missed = event.missed === 0 ? '' : `（此前有${event.missed}次到期未能起草，一并报送）`;
      const told = event.tell.length === 0 ? '' : `，已告知${say.people(event.tell)}`;
      return `${DRAFTED_ZH[event.why]}起草${sitrepName(event.number, 'zh-CN')}${final}${missed}，须在${within(event, say)}发布${told}。`;
    },
    sitrepEdited(event, say) {
      const parts = [
        ...changed(event.edited, 'zh-CN', '修改', say),
        ...changed(event.cleared, 'zh-CN', '恢复由系统编写', say),
      ];
      return `${say.actor(event.actor)}核改${sitrepName(event.number, 'zh-CN')}：${parts.join('；')}。`;
    },
    sitrepRescheduled(event, say) {
      const name = sitrepName(event.number, 'zh-CN');
      switch (event.why) {
        case 'missed':
          return `${name}尚未发布，下一期已经到期，两期并为一期；累计逾期${event.missed}次。`;
        case 'unreleased':
          return `${name}仍未发布，再次提醒。`;
        case 'levelChanged':
          return `因级别调整，${name}须提前在${within(event, say)}发布。`;
        case 'terminated':
          return `应急终止，${name}作为终报，须在${within(event, say)}发布。`;
        case 'reopened':
          return `重新启动响应，${name}不再是终报，须在${within(event, say)}发布。`;
      }
    },
    sitrepOverdue(event, say) {
      const late = event.at - event.dueAt;
      const since = late > 0 ? `已逾期${say.duration(late)}` : '已到期';
      const told = event.tell.length === 0 ? '无人可告知' : `告知${say.people(event.tell)}`;
      return `${sitrepName(event.number, 'zh-CN')}${since}${STAGE_ZH[event.stage]}；${told}。`;
    },
    sitrepReleased(event, say) {
      const final = event.final === true ? '（终报）' : '';
      const late = event.at > event.dueAt ? `，逾期${say.duration(event.at - event.dueAt)}` : '';
      const to = event.to.length === 0 ? '' : `，报送${say.list(event.to.map(say.post))}`;
      return `${say.actor(event.actor)}发布${sitrepName(event.number, 'zh-CN')}${final}${late}${to}。`;
    },
    sitrepSent: (event, say) =>
      `${sitrepName(event.number, 'zh-CN')}编写完成，送${say.people(event.people)}${passedOn(event, say)}。`,
    sitrepLapsed: (event) => `事故已经了结，${sitrepName(event.number, 'zh-CN')}未发布，作废。`,
  },
  en: {
    sitrepDrafted(event, say) {
      const final = event.final === true ? ' (final)' : '';
      const missed = event.missed === 0 ? '' : `, standing for ${event.missed} more that could not be drafted in time`;
      const told = event.tell.length === 0 ? '' : `; told ${say.people(event.tell)}`;
      return `${sitrepName(event.number, 'en')}${final} drafted ${DRAFTED_EN[event.why]}${missed}, to be released ${within(event, say)}${told}.`;
    },
    sitrepEdited(event, say) {
      const parts = [
        ...changed(event.edited, 'en', 'changed', say),
        ...changed(event.cleared, 'en', 'given back to the system', say),
      ];
      return `${say.actor(event.actor)} edited ${sitrepName(event.number, 'en')}: ${parts.join('; ')}.`;
    },
    sitrepRescheduled(event, say) {
      const name = sitrepName(event.number, 'en');
      switch (event.why) {
        case 'missed':
          return `${name} is not released and the next one is due: it stands for both; ${event.missed} missed so far.`;
        case 'unreleased':
          return `${name} is still not released; people are told again.`;
        case 'levelChanged':
          return `The level changed: ${name} is to be released ${within(event, say)}.`;
        case 'terminated':
          return `The response ended: ${name} becomes the final one, to be released ${within(event, say)}.`;
        case 'reopened':
          return `The incident was reopened: ${name} is not the final one any more, and is to be released ${within(event, say)}.`;
      }
    },
    sitrepOverdue(event, say) {
      const late = event.at - event.dueAt;
      const since = late > 0 ? `is overdue by ${say.duration(late)}` : 'is due now';
      const told = event.tell.length === 0 ? 'there is nobody to tell' : `told ${say.people(event.tell)}`;
      return `${sitrepName(event.number, 'en')} ${since}${STAGE_EN[event.stage]}; ${told}.`;
    },
    sitrepReleased(event, say) {
      const final = event.final === true ? ' (final)' : '';
      const late = event.at > event.dueAt ? `, ${say.duration(event.at - event.dueAt)} late` : '';
      const to = event.to.length === 0 ? '' : `, to ${say.list(event.to.map(say.post))}`;
      return `${say.actor(event.actor)} released ${sitrepName(event.number, 'en')}${final}${late}${to}.`;
    },
    sitrepSent: (event, say) =>
      `${sitrepName(event.number, 'en')} written and sent to ${say.people(event.people)}${passedOn(event, say)}.`,
    sitrepLapsed: (event) => `The incident is over; ${sitrepName(event.number, 'en')} was not released and lapses.`,
  },
};

/** Who was asked to pass it on to whom outside. */
function passedOn({ partners = [] }: EventOf<'sitrepSent'>, say: Speaker): string {
  const each = partners.map(({ partner, tell }) => {
    const [who, whom] = [say.people(tell), partnersWords([partner], say)];
    return say.lang === 'en' ? `; ${who} asked to pass it on to ${whom}` : `；请${who}转送${whom}`;
  });
  return each.join('');
}

function within({ at, dueAt }: { at: Instant; dueAt: Instant }, say: Speaker): string {
  const zh = say.lang === 'zh-CN';
  if (dueAt <= at) return zh ? '此刻' : 'now';
  return zh ? `${say.duration(dueAt - at)}内` : `within ${say.duration(dueAt - at)}`;
}

function changed(sections: EventOf<'sitrepEdited'>['edited'], lang: Lang, how: string, say: Speaker): string[] {
  if (sections.length === 0) return [];
  const named = say.list(sections.map((section) => SITREP_HEADINGS[lang][section]));
  return [lang === 'en' ? `${how}: ${named}` : `${how}${named}`];
}
