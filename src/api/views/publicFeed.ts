import type { Lang } from '../../domain/lang.js';
import { formatFormal } from '../../domain/words/index.js';
import type { Zone } from '../../domain/words/index.js';
import type { PublishedText } from '../../store/index.js';
import type { PublicFeed } from '../contract.js';
import { PUBLIC_WORDS, textOf } from '../pages/publicPages.js';
import { iso, isoIfAny } from './named.js';

interface Around {
  lang: Lang;
  organisation: string;
  publicUrl: string;
  zone: Zone;
}

/** JSON Feed 1.1: of each text the version in this language, or the one that there is. */
export function publicFeed(all: readonly PublishedText[], around: Around): PublicFeed {
  const { lang, organisation, publicUrl } = around;
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: PUBLIC_WORDS.title[lang](organisation),
    home_page_url: `${publicUrl}/public?lang=${lang}`,
    feed_url: `${publicUrl}/public/feed.json?lang=${lang}`,
    language: lang,
    items: all.map((one) => itemOf(one, around)),
  };
}

function itemOf(one: PublishedText, { lang, publicUrl, zone }: Around): PublicFeed['items'][number] {
  const { kind, publishedAt, nextAt, withdrawnAt, corrects, correctedBy } = one;
  const url = ({ publicId }: { publicId: string }) => `${publicUrl}/public/${publicId}`;
  const shown = textOf(one, lang);
  const gone =
    withdrawnAt === undefined ? '' : `${PUBLIC_WORDS.withdrawnAt[lang]}${formatFormal(withdrawnAt, lang, zone)}`;
  return {
    id: url(one),
    url: url(one),
    title: shown?.title ?? PUBLIC_WORDS.withdrawn[lang],
    content_text: shown?.body ?? gone,
    date_published: iso(publishedAt),
    date_modified: isoIfAny(withdrawnAt),
    language: shown?.lang ?? lang,
    _muster: {
      about: `${publicUrl}/docs`,
      kind,
      nextAt: shown === undefined ? undefined : isoIfAny(nextAt),
      withdrawnAt: isoIfAny(withdrawnAt),
      corrects: corrects && url(corrects),
      correctedBy: correctedBy.map(url),
    },
  };
}
