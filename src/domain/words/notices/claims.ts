import { listOf } from '../details.js';
import type { Notice } from '../notice.js';
import { speaker } from '../speaker.js';
import { oneLine, shorten } from '../text.js';
import { shareOrYield } from './how.js';
import type { NoticeSentencesOf } from './sentences.js';

/** Characters of the other incident's title. */
const TITLE_SHOWN = 100;

export const claimsNotices: NoticeSentencesOf<'claimContested' | 'claimGranted' | 'claimShared'> = {
  'zh-CN': {
    claimContested: {
      name: '人员冲突通知',
      subject: '同一人员两处需要，请决定',
      todo: '下列人员已参与另一起事故。请决定：同时参与两起事故，或让给另一起事故。决定之前，不计入本事故到位人数。',
      why: '您有权决定其归属，或您就是其中一员',
      level: 'fromFacts',
      how: shareOrYield,
      lines: people,
    },
    claimGranted: {
      name: '人员可全力参与通知',
      subject: '人员现可全力参与',
      todo: '另一起事故已不再需要下列人员，现可全力参与本事故。',
      why: '您有权决定其归属，或您就是其中一员',
      level: 'fromFacts',
      how: 'look',
      lines: people,
    },
    claimShared: {
      name: '人员共用通知',
      subject: '人员同时参与两起事故',
      todo: '经决定，下列人员同时参与两起事故，请据此安排。',
      why: '您有权决定其归属，或您就是其中一员',
      level: 'fromFacts',
      how: 'look',
      lines: people,
    },
  },
  en: {
    claimContested: {
      name: 'Wanted by two incidents',
      subject: 'Wanted by two incidents, decide',
      todo: 'The people below serve another incident already. Decide: they serve both, or they are left to the other one. Until then they do not count for this one.',
      why: 'you decide about them, or you are one of them',
      level: 'fromFacts',
      how: shareOrYield,
      lines: people,
    },
    claimGranted: {
      name: 'Free for this incident',
      subject: 'Free for this incident',
      todo: 'The other incident does not need the people below any more; they can serve this one alone.',
      why: 'you decide about them, or you are one of them',
      level: 'fromFacts',
      how: 'look',
      lines: people,
    },
    claimShared: {
      name: 'Shared by two incidents',
      subject: 'Shared by two incidents',
      todo: 'It was decided that the people below serve two incidents; plan accordingly.',
      why: 'you decide about them, or you are one of them',
      level: 'fromFacts',
      how: 'look',
      lines: people,
    },
  },
};

function people(notice: Notice): string[] {
  const { facts, lang, say } = notice;
  const names = say.list(listOf(facts, 'people').map(say.person));
  const others = [...new Set(listOf(facts, 'others'))].map(
    (id) => `${lang === 'en' ? 'Other incident: ' : '另一事故：'}${otherWords(notice, id)}`,
  );
  return [`${lang === 'en' ? 'People: ' : '人员：'}${names}`, ...others];
}

/** Whoever has to choose between two incidents must know what the other one is. */
function otherWords({ others, lang }: Notice, id: string): string {
  const other = others?.[id];
  if (other === undefined) return id;
  const { title, level, names } = other;
  const en = lang === 'en';
  const standing = level === undefined ? (en ? 'level not decided' : '级别未定') : speaker(names, lang).level(level);
  const name = shorten(oneLine(title), TITLE_SHOWN);
  return en ? `${name} (${standing}; ${id})` : `${name}（${standing}，${id}）`;
}
