import type { EventOf } from '../../incident/index.js';
import type { Lang } from '../../lang.js';
import { PUBLICATION_KIND_WORDS, publicationName } from '../publicationWords.js';
import type { Speaker } from '../speaker.js';
import type { SentencesOf } from './sentences.js';

type PublicationType =
  | 'publicationDrafted'
  | 'publicationChecked'
  | 'publicationReturned'
  | 'publicationApproved'
  | 'publicationFactsMoved'
  | 'publicationPublished'
  | 'publicationWithdrawn'
  | 'publicationWaived'
  | 'publicationOvertaken'
  | 'publicationWaiverLapsed';

export const publicationEvents: SentencesOf<PublicationType> = {
  'zh-CN': {
    publicationDrafted(event, say) {
      const { publication, version, kind, corrects, facts, nextAt, at } = event;
      const what = `${PUBLICATION_KIND_WORDS['zh-CN'][kind]}${corrects === undefined ? '' : `，更正 ${corrects}`}`;
      const rests = facts.length === 0 ? '' : `；依据：${facts.map((f) => say.fact(f.fact, f.value)).join('，')}`;
      const next = nextAt === undefined ? '' : `；承诺${say.duration(nextAt - at)}后再次发布`;
      return `${say.actor(event.actor)}拟就${publicationName(publication, 'zh-CN', version)}（${what}）：${titleOf(event, say)}${rests}${next}。`;
    },
    publicationChecked: (event, say) =>
      `${say.actor(event.actor)}审核${publicationName(event.publication, 'zh-CN', event.version)}，法律上没有意见。`,
    publicationReturned: (event, say) =>
      `${say.actor(event.actor)}退回${publicationName(event.publication, 'zh-CN', event.version)}。意见：${say.quote(event.texts.remarks)}。`,
    publicationApproved(event, say) {
      const why = !event.unchecked && !event.texts ? '' : `，未等法务审核。理由：${say.quote(event.texts?.reason)}`;
      const drill = event.drill === undefined ? '' : '（演练，不对外发布）';
      return `${say.actor(event.actor)}批准${publicationName(event.publication, 'zh-CN', event.version)}${drill}${why}。`;
    },
    publicationFactsMoved({ publication, version, facts }, say) {
      const name = publicationName(publication, 'zh-CN', version);
      if (facts.length === 0) return `${name}所依据的事实又与文稿一致，可以继续审核、批准。`;
      return `${name}所依据的事实已有变化：${movedFacts(facts, say)}。须重新拟稿。`;
    },
    publicationPublished({ publication, version, shows, publicId }) {
      const name = publicationName(publication, 'zh-CN', version);
      if (shows === 'text') return `${name}已在公开页面发布，公开编号 ${publicId ?? ''}。`;
      return publicId === undefined
        ? `${publicationName(publication, 'zh-CN')}在发布之前已经撤回，公开页面没有登载。`
        : `公开页面已撤下${publicationName(publication, 'zh-CN')}，只保留撤回说明。`;
    },
    publicationWithdrawn: (event, say) =>
      `${say.actor(event.actor)}撤回${publicationName(event.publication, 'zh-CN')}。理由：${say.quote(event.texts.reason)}。`,
    publicationWaived: (event, say) =>
      `${say.actor(event.actor)}决定不再对外发布。理由：${say.quote(event.texts.reason)}。`,
    publicationOvertaken: ({ publication, version }) =>
      `${publicationName(publication, 'zh-CN', version)}尚未批准，文中承诺的下次发布时间已到。须重新拟稿。`,
    publicationWaiverLapsed: ({ from, to }, say) =>
      `不再对外发布的决定系按${say.level(from)}作出，现为${say.level(to)}，该决定不再有效，须重新决定。`,
  },
  en: {
    publicationDrafted(event, say) {
      const { publication, version, kind, corrects, facts, nextAt, at } = event;
      const what = `${PUBLICATION_KIND_WORDS.en[kind]}${corrects === undefined ? '' : ` of ${corrects}`}`;
      const rests = facts.length === 0 ? '' : `; it rests on ${facts.map((f) => say.fact(f.fact, f.value)).join(', ')}`;
      const next = nextAt === undefined ? '' : `; it promises the next one in ${say.duration(nextAt - at)}`;
      return `${say.actor(event.actor)} drafted ${publicationName(publication, 'en', version)} (${what}): ${titleOf(event, say)}${rests}${next}.`;
    },
    publicationChecked: (event, say) =>
      `${say.actor(event.actor)} checked ${publicationName(event.publication, 'en', event.version)} for what it means in law, and has no objection.`,
    publicationReturned: (event, say) =>
      `${say.actor(event.actor)} returned ${publicationName(event.publication, 'en', event.version)}. Remarks: ${say.quote(event.texts.remarks)}.`,
    publicationApproved(event, say) {
      const why =
        !event.unchecked && !event.texts ? '' : `, without the legal check. Why: ${say.quote(event.texts?.reason)}`;
      const drill = event.drill === undefined ? '' : ' (a drill: nothing is published)';
      return `${say.actor(event.actor)} approved ${publicationName(event.publication, 'en', event.version)}${drill}${why}.`;
    },
    publicationFactsMoved({ publication, version, facts }, say) {
      const name = publicationName(publication, 'en', version);
      if (facts.length === 0) return `What ${name} rests on is again as it says; it can be checked and approved.`;
      return `What ${name} rests on has changed: ${movedFacts(facts, say)}. It has to be drafted anew.`;
    },
    publicationPublished({ publication, version, shows, publicId }) {
      const name = publicationName(publication, 'en');
      if (shows === 'text') {
        return `${capital(publicationName(publication, 'en', version))} is out on the public page, as ${publicId ?? ''}.`;
      }
      return publicId === undefined
        ? `${capital(name)} was withdrawn before it was out; the public page never had it.`
        : `The public page shows of ${name} only that it was withdrawn.`;
    },
    publicationWithdrawn: (event, say) =>
      `${say.actor(event.actor)} withdrew ${publicationName(event.publication, 'en')}. Why: ${say.quote(event.texts.reason)}.`,
    publicationWaived: (event, say) =>
      `${say.actor(event.actor)} decided that nothing more is published. Why: ${say.quote(event.texts.reason)}.`,
    publicationOvertaken: ({ publication, version }) =>
      `The time for which ${publicationName(publication, 'en', version)} promises the next one came before it was approved. It has to be drafted anew.`,
    publicationWaiverLapsed: ({ from, to }, say) =>
      `That nothing is published was decided at ${say.level(from)}. It is ${say.level(to)} now, so that no longer holds and has to be decided anew.`,
  },
};

function capital(words: string): string {
  return words.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}

function movedFacts(facts: EventOf<'publicationFactsMoved'>['facts'], say: Speaker): string {
  const en = say.lang === 'en';
  return facts
    .map(({ fact, value, now }) => {
      const since = now === undefined ? (en ? 'not known' : '不明') : say.factValue(fact, now);
      return `${say.fact(fact, value)}${en ? ', now ' : '，现为'}${since}`;
    })
    .join(en ? '; ' : '；');
}

/** In the reader's language where it was written in it. */
function titleOf({ texts }: EventOf<'publicationDrafted'>, say: Speaker): string {
  const other: Lang = say.lang === 'en' ? 'zh-CN' : 'en';
  const title = texts[`title ${say.lang}`] ?? texts[`title ${other}`];
  return say.lang === 'en' ? `“${say.quote(title)}”` : `“${say.quote(title)}”`;
}
