import type { EventOf } from '../../incident/index.js';
import type { SummaryEvent } from '../../incident/events/summary.js';
import type { Lang } from '../../lang.js';
import type { Speaker } from '../speaker.js';
import type { SentencesOf } from './sentences.js';

export const summaryEvents: SentencesOf<SummaryEvent['type']> = {
  'zh-CN': {
    summaryCalled({ actor, at, meetingAt, participants, dropped = [], texts }, say) {
      const gone = dropped.length === 0 ? '' : `；不再参加：${say.people(dropped)}`;
      return `${say.actor(actor)}召集总结评估会，${say.duration(meetingAt - at)}后召开，地点：${say.quote(texts.place)}，参加人：${say.people(participants)}${gone}。`;
    },
    summaryCalledOff: ({ why, people }, say) =>
      `${WHY_OFF['zh-CN'][why]}，原定的总结评估会取消，已告知${say.people(people)}。`,
    summaryHeld(event, say) {
      const again = event.version === 1 ? '' : `（第${event.version}次）`;
      const rated = event.ratings.length === 0 ? '未评级' : `评级${event.ratings.length}项${scored(event, say)}`;
      return `${say.actor(event.actor)}登记总结评估会${again}：到会${event.present.length}人，${rated}。${absent(event, say)}${why(event, say)}结论：${say.quote(event.texts['conclusions'])}。`;
    },
  },
  en: {
    summaryCalled({ actor, at, meetingAt, participants, dropped = [], texts }, say) {
      const gone = dropped.length === 0 ? '' : `; not to come any more: ${say.people(dropped)}`;
      return `${say.actor(actor)} called the summary evaluation, to be held in ${say.duration(meetingAt - at)} at ${say.quote(texts.place)}, with ${say.people(participants)}${gone}.`;
    },
    summaryCalledOff: ({ why, people }, say) =>
      `The meeting for the summary evaluation was called off, as ${WHY_OFF.en[why]}; told ${say.people(people)}.`,
    summaryHeld(event, say) {
      const again = event.version === 1 ? '' : ` (no. ${event.version})`;
      const rated = event.ratings.length === 0 ? 'nothing rated' : `${event.ratings.length} rated${scored(event, say)}`;
      return `${say.actor(event.actor)} recorded the summary evaluation${again}: ${say.count(event.present.length)} present, ${rated}.${absent(event, say)}${why(event, say)} Conclusions: ${say.quote(event.texts['conclusions'])}.`;
    },
  },
};

const WHY_OFF: Record<Lang, Record<EventOf<'summaryCalledOff'>['why'], string>> = {
  'zh-CN': { reopened: '响应已重新启动', closed: '事故已结案', planMoved: '切换后的预案不再要求总结评估' },
  en: {
    reopened: 'the incident was reopened',
    closed: 'the incident was closed',
    planMoved: 'the other version of the plan asks for none',
  },
};

function scored({ score, conclusion }: EventOf<'summaryHeld'>, { lang, names }: Speaker): string {
  const zh = lang === 'zh-CN';
  const points = score === undefined ? '' : zh ? `，得分${score}` : `, score ${score}`;
  const name = conclusion === undefined ? '' : names.conclusion(conclusion, lang);
  return name === '' ? points : `${points}${zh ? `，等次：${name}` : `, grade: ${name}`}`;
}

function absent({ unrepresented = [] }: EventOf<'summaryHeld'>, say: Speaker): string {
  if (unrepresented.length === 0) return '';
  const posts = say.list(unrepresented.map(say.post));
  return say.lang === 'zh-CN' ? `无人到会：${posts}。` : ` Nobody came of: ${posts}.`;
}

/** Also where it was erased. */
function why({ texts }: EventOf<'summaryHeld'>, say: Speaker): string {
  if (!Object.hasOwn(texts, 'why')) return '';
  return say.lang === 'zh-CN' ? `理由：${say.quote(texts['why'])}。` : ` Reason: ${say.quote(texts['why'])}.`;
}
