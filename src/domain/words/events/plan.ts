import type { EventOf } from '../../incident/index.js';
import type { PostChange } from '../../plan/peopleChange.js';
import type { Speaker } from '../speaker.js';
import type { SentencesOf } from './sentences.js';

/** How many posts a sentence bears before the rest is only counted. */
const POSTS_SHOWN = 5;

/** Somebody in both lists has only changed places. */
function moves({ at, removed, added }: PostChange) {
  return {
    came: added.filter((person) => !removed.includes(person)),
    left: removed.filter((person) => !added.includes(person)),
    first: at === 0 ? added[0] : undefined,
  };
}

/** `away`: now. `others`: of whom else something is known anew, as far as they still hold a post. */
function standing({ posts, people, at }: EventOf<'peopleChanged'>) {
  const left = new Set(posts.flatMap((change) => moves(change).left));
  const isAway = ({ facts }: (typeof people)[number]) =>
    facts?.away?.some(({ from, until }) => from <= at && at < until) === true;
  const away = people.filter(isAway).map(({ person }) => person);
  const others = people.filter((one) => !isAway(one) && (one.facts !== undefined || !left.has(one.person)));
  return { away, others: others.map(({ person }) => person) };
}

function postWords(change: PostChange, say: Speaker): string {
  const { came, left, first } = moves(change);
  const post = say.post(change.post);
  if (say.lang === 'en') {
    const parts = [
      ...(came.length === 0 ? [] : [`${say.people(came)} added`]),
      ...(left.length === 0 ? [] : [`${say.people(left)} removed`]),
      ...(came.length + left.length > 0
        ? []
        : [first === undefined ? 'in another order' : `${say.person(first)} first`]),
    ];
    return `“${post}”: ${parts.join(', ')}`;
  }
  const parts = [
    ...(came.length === 0 ? [] : [`增加${say.people(came)}`]),
    ...(left.length === 0 ? [] : [`减去${say.people(left)}`]),
    ...(came.length + left.length > 0 ? [] : [first === undefined ? '顺序调整' : `改由${say.person(first)}居首`]),
  ];
  return `${post}${parts.join('，')}`;
}

export const planEvents: SentencesOf<'planMoved' | 'peopleChanged'> = {
  'zh-CN': {
    planMoved(event, say) {
      const { version } = event.basis.plan;
      return `${say.actor(event.actor)}决定改按预案第${version}版执行（原为第${event.from.version}版）。理由：${say.quote(event.texts.reason)}。`;
    },
    peopleChanged(event, say) {
      const { away, others } = standing(event);
      const posts = event.posts.slice(0, POSTS_SHOWN).map((change) => postWords(change, say));
      const more = event.posts.length - posts.length;
      const parts = [
        ...posts,
        ...(more === 0 ? [] : [`另有${more}个岗位变动`]),
        ...(away.length === 0 ? [] : [`现不在岗：${say.people(away)}`]),
        ...(others.length === 0 ? [] : [`在岗时间或资质有变：${say.people(others)}`]),
      ];
      return `通讯录已更新（第${event.roster}版）：${parts.join('；')}。`;
    },
  },
  en: {
    planMoved(event, say) {
      const { version } = event.basis.plan;
      return `${say.actor(event.actor)} decided that the incident goes on under version ${version} of the plan, instead of version ${event.from.version}. Reason: ${say.quote(event.texts.reason)}.`;
    },
    peopleChanged(event, say) {
      const { away, others } = standing(event);
      const posts = event.posts.slice(0, POSTS_SHOWN).map((change) => postWords(change, say));
      const more = event.posts.length - posts.length;
      const parts = [
        ...posts,
        ...(more === 0 ? [] : [more === 1 ? '1 more post' : `${more} more posts`]),
        ...(away.length === 0 ? [] : [`away now: ${say.people(away)}`]),
        ...(others.length === 0 ? [] : [`other absences or qualifications: ${say.people(others)}`]),
      ];
      return `The roster has changed (version ${event.roster}): ${parts.join('; ')}.`;
    },
  },
};
